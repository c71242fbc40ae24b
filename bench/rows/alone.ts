import { runProcess } from "../measure/run-process.js";
import { spreadOf } from "../measure/statistics.js";
import type { Command } from "../sites/contestant.js";
import { forget, type BenchSite } from "../sites/write-site.js";
import { describe } from "./builds.js";
import { measureInTurns, takeTurns } from "./in-turns.js";
import type { Outcome, Row } from "./row.js";

/** `--help` and `--version` beside a Node that does nothing. @param program - Absolute path of `cli/main.js`. */
export function startRows(program: string, runs: number): Row[] {
  return ["--help", "--version"].map((option): Row => {
    const node = (args: readonly string[]): Command => ({ file: process.execPath, args, cwd: "." });
    const players = [
      { contestant: { name: "Colloquy" }, command: node([program, option]) },
      { contestant: { name: "bare Node" }, command: node(["-e", "0"]) },
    ];
    return {
      name: "start",
      title: `colloquy ${option}`,
      unit: "s",
      part: 0.5,
      outcomes: takeTurns(players, runs, ({ command }) => runProcess(command)),
      bars: [{ against: "bare Node", most: 1.3 }],
    };
  });
}

/** Cold builds of a corpus, for how time and memory grow with its size. */
export function growthOutcome(site: BenchSite, runs: number): Outcome {
  const outcome = measureInTurns([site], runs, { prepare: forget }).get(site.contestant.name);
  return outcome ?? { kind: "missing", why: "nothing was run" };
}

/** One step of the growth from a smaller to a larger corpus. */
export interface Grown {
  readonly site: BenchSite;
  readonly outcome: Outcome;
}

/** The rows of growth: each larger corpus beside the one before, where linear growth is 1. */
export function growthRows(steps: readonly Grown[]): Row[] {
  return steps.map(({ site, outcome }, index): Row => {
    const { plan } = site.corpus;
    const before = steps[index - 1];
    return {
      name: "growth",
      title: `growth, cold build, ${describe(plan)}`,
      unit: "s",
      part: 0.5,
      outcomes: new Map([["Colloquy", outcome]]),
      bars: [],
      note: [growthOf(before, { site, outcome }), memoryOf(outcome, plan.features)]
        .filter(Boolean)
        .join("; "),
    };
  });
}

function growthOf(before: Grown | undefined, now: Grown): string {
  if (before?.outcome.kind !== "measured" || now.outcome.kind !== "measured") return "";
  const larger = now.site.corpus.plan.features / before.site.corpus.plan.features;
  const longer = spreadOf(now.outcome.values).median / spreadOf(before.outcome.values).median;
  return `${longer.toFixed(1)} × the time of ${larger} × fewer${longer <= larger ? ", linear or better" : ", more than linear"}`;
}

function memoryOf(outcome: Outcome, features: number): string {
  if (outcome.kind !== "measured") return "";
  const most = Math.max(...(outcome.samples ?? []).map(({ peak }) => peak));
  const judged = features < 50_000 ? "" : most <= 1024 ? ", inside 1 GiB" : ", more than 1 GiB";
  return `at most ${Math.round(most)} MiB${judged}`;
}
