import { rmSync } from "node:fs";
import { slugOf } from "../corpus/corpus.js";
import { runProcess, WrongRun } from "../measure/run-process.js";
import { freePort, Watched } from "../measure/watched.js";
import { featurePage, forget, type BenchSite } from "../sites/write-site.js";
import { describe, middleFeature } from "./builds.js";
import type { Outcome, Row } from "./row.js";

/** At most so many milliseconds, with ten thousand features. */
const limit = 1000;

/**
 * From the start of Colloquy's preview to its first page, with what an earlier run has left: after a build, after a
 * preview that showed the page, and after one that did not. The site is left as it is after the last of them.
 */
export async function firstPageRows(site: BenchSite, starts: number): Promise<Row[]> {
  const { contestant, folder, corpus } = site;
  const shown = featurePage(middleFeature(site).slug);
  const other = featurePage(slugOf(Math.floor(corpus.plan.features / 3)));
  forget(site);
  runProcess(contestant.build(folder));
  const afterBuild = await timeStarts(site, shown, starts);
  forget(site);
  const first = await start(site, shown);
  // It writes down what it knows once nobody has saved anything for a while.
  await first.watched.quiet(6000);
  await first.watched.stop();
  rmSync(contestant.output(folder), { recursive: true, force: true });
  const afterPreview = await timeStarts(site, shown, starts);
  const unseen = await timeStarts(site, other, starts);
  const row = (after: string, outcome: Outcome): Row => ({
    name: `first-page-${corpus.plan.name}`,
    title: `preview, start → first page, ${after}, ${describe(corpus.plan)}`,
    unit: "ms",
    part: 0.5,
    outcomes: new Map([[contestant.name, outcome]]),
    bars: [],
    ...(corpus.plan.name === "10k" ? { limit } : {}),
  });
  return [
    row("after a build", afterBuild),
    row("after a preview that showed it", afterPreview),
    row("after a preview that did not show it", unseen),
  ];
}

async function timeStarts(site: BenchSite, page: string, starts: number): Promise<Outcome> {
  const values: number[] = [];
  try {
    for (let count = 0; count < starts; count++) {
      const { watched, ready } = await start(site, page);
      values.push(ready);
      await watched.stop();
    }
  } catch (error) {
    if (!(error instanceof WrongRun)) throw error;
    return { kind: "missing", why: error.message };
  }
  return { kind: "measured", values };
}

async function start({ contestant, folder }: BenchSite, page: string) {
  return Watched.start(contestant.watch(folder, await freePort()), page);
}
