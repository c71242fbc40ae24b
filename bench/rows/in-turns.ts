import { checkSite, type Expected } from "../sites/check-site.js";
import type { BenchSite } from "../sites/write-site.js";
import { runProcess, settleDisk, WrongRun, type Sample } from "../measure/run-process.js";
import type { Outcome } from "./row.js";

/** What is done around each build. Neither is timed. */
export interface Round {
  /** Bring a site into the state that the build starts from. @param round - From 0, the warm-up. */
  readonly prepare: (site: BenchSite, round: number) => void;
  /** What the build must have made of it. */
  readonly expect?: (site: BenchSite, round: number) => Expected;
}

/**
 * Build sites in turns: every round all of them, each round in another order, so that a noisy minute is nobody's
 * alone. The first round warms up, and is not counted. Every build is checked; whoever makes a wrong site is out.
 */
export function measureInTurns(
  sites: readonly BenchSite[],
  runs: number,
  { prepare, expect }: Round,
): Map<string, Outcome> {
  return takeTurns(sites, runs, (site, round) => {
    prepare(site, round);
    settleDisk();
    const sample = runProcess(site.contestant.build(site.folder));
    checkSite(site, expect?.(site, round));
    return sample;
  });
}

/** The same for anything that has a name and can be run. */
export function takeTurns<Player extends { readonly contestant: { readonly name: string } }>(
  players: readonly Player[],
  runs: number,
  run: (player: Player, round: number) => Sample,
): Map<string, Outcome> {
  const samples = new Map<string, Sample[]>(players.map(({ contestant }) => [contestant.name, []]));
  const failed = new Map<string, string>();
  for (let round = 0; round <= runs; round++) {
    for (const player of rotated(players, round)) {
      const { name } = player.contestant;
      if (failed.has(name)) continue;
      try {
        const sample = run(player, round);
        if (round > 0) samples.get(name)?.push(sample);
      } catch (error) {
        if (!(error instanceof WrongRun)) throw error;
        failed.set(name, error.message);
      }
    }
  }
  return new Map(
    [...samples].map(([name, all]): [string, Outcome] => {
      const why = failed.get(name);
      if (why !== undefined) return [name, { kind: "missing", why }];
      return [name, { kind: "measured", values: all.map(({ wall }) => wall), samples: all }];
    }),
  );
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
