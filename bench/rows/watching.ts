import { setTimeout as sleep } from "node:timers/promises";
import { slugOf } from "../corpus/corpus.js";
import { randomFrom } from "../corpus/random.js";
import { runProcess, WrongRun } from "../measure/run-process.js";
import { freePort, Watched } from "../measure/watched.js";
import { changeWord, featurePage, forget, type BenchSite } from "../sites/write-site.js";
import { describe, middleFeature } from "./builds.js";
import type { Outcome, Row } from "./row.js";

/** How much is done in the rows of running programs. */
export interface WatchOptions {
  /** Edits that are timed. */
  readonly edits: number;
  /** Edits of the long run. */
  readonly soak: number;
  /** Why a contestant cannot take part. */
  readonly unable: (site: BenchSite) => string | undefined;
}

/** From the write of a file to its new word in the page that is served; and from the start to the first page. */
export async function watchRows(sites: readonly BenchSite[], options: WatchOptions): Promise<Row[]> {
  const served = new Map<string, Outcome>();
  const first = new Map<string, Outcome>();
  for (const site of sites) {
    const { id, name } = site.contestant;
    forget(site);
    // Only Colloquy has a cache to keep.
    if (id === "colloquy") runProcess(site.contestant.build(site.folder));
    const { ready, times } = await attempt(site, options, (watched) =>
      timeEdits(site, watched, options.edits),
    );
    first.set(name, ready);
    served.set(name, times);
  }
  const plan = sites[0]?.corpus.plan;
  if (!plan) return [];
  const isJudged = plan.name === "10k";
  const bars = isJudged ? [{ against: "Hugo", most: 0.15 }] : [];
  const size = describe(plan);
  const row = (part: number, words: string): Row => ({
    name: `edit-${plan.name}`,
    title: `edit → served, ${words} of ${options.edits}, ${size}`,
    unit: "ms",
    part,
    outcomes: served,
    bars,
  });
  return [
    row(0.5, "median"),
    row(0.95, "95th percentile"),
    {
      name: `first-page-${plan.name}`,
      title: `preview, start → first page, Colloquy with its cache, ${size}`,
      unit: "ms",
      part: 0.5,
      outcomes: first,
      bars: [],
      ...(isJudged ? { limit: 1000 } : {}),
    },
  ];
}

/** The memory of a running preview through thousands of edits of all its features. */
export async function soakRow(site: BenchSite, options: WatchOptions): Promise<Row> {
  const { times } = await attempt(site, options, async (watched) => {
    const memory: number[] = [];
    await warmUp(site, watched);
    const random = randomFrom(11);
    const { features } = site.corpus.plan;
    const step = Math.max(1, Math.floor(options.soak / 10));
    const slug = (): string => slugOf(random.below(features));
    await edit(site, watched, options.soak, slug, (_, number) => {
      if ((number + 1) % step === 0) memory.push(watched.memory());
      return Promise.resolve();
    });
    return memory;
  });
  const { plan } = site.corpus;
  return {
    name: `soak-${plan.name}`,
    title: `memory of preview over ${options.soak.toLocaleString("en")} edits, ${describe(plan)}`,
    unit: "MiB",
    part: 0.5,
    outcomes: new Map([[site.contestant.name, times]]),
    bars: [],
    ...(times.kind === "measured" ? { note: growthOf(times.values) } : {}),
  };
}

/** Each tenth of the way, and how the last half compares with the one before it; caches fill in the first tenths. */
function growthOf(memory: readonly number[]): string {
  const rest = memory.slice(2);
  const middle = Math.floor(rest.length / 2);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const grown = mean(rest.slice(middle)) / mean(rest.slice(0, middle));
  return `${memory.map(Math.round).join(", ")}; later ÷ earlier: ${grown.toFixed(2)}`;
}

async function attempt(
  site: BenchSite,
  { unable }: WatchOptions,
  run: (watched: Watched) => Promise<readonly number[]>,
): Promise<{ ready: Outcome; times: Outcome }> {
  const missing = (why: string) => ({ kind: "missing", why }) as const;
  const why = unable(site);
  if (why !== undefined) return { ready: missing(why), times: missing(why) };
  const { contestant, folder } = site;
  let ready: Outcome = missing("it did not start");
  let running: Watched | undefined;
  try {
    const page = featurePage(middleFeature(site).slug);
    const started = await Watched.start(contestant.watch(folder, await freePort()), page);
    running = started.watched;
    ready = { kind: "measured", values: [started.ready] };
    await running.quiet(1500);
    return { ready, times: { kind: "measured", values: await run(running) } };
  } catch (error) {
    if (!(error instanceof WrongRun)) throw error;
    return { ready, times: missing(error.message) };
  } finally {
    await running?.stop();
  }
}

async function timeEdits(site: BenchSite, watched: Watched, edits: number): Promise<number[]> {
  const times: number[] = [];
  const random = randomFrom(7);
  await warmUp(site, watched);
  const { slug } = middleFeature(site);
  const always = (): string => slug;
  await edit(site, watched, edits, always, async (time) => {
    times.push(time);
    await watched.quiet(300);
    // Not in step with anything that the program does at intervals.
    await sleep(random.below(200));
  });
  return times;
}

/** Programs show their first page before they watch; a word is written until one of them is seen. */
async function warmUp(site: BenchSite, watched: Watched): Promise<void> {
  const { slug } = middleFeature(site);
  for (let tries = 0; tries < 20; tries++) {
    const word = `benchwordwarm${tries}x`;
    changeWord(site, slug, word);
    if (await watched.shows(featurePage(slug), word, 5000)) return watched.quiet(500);
  }
  throw new WrongRun("it never saw an edit");
}

async function edit(
  site: BenchSite,
  watched: Watched,
  edits: number,
  slugOfEdit: () => string,
  after: (milliseconds: number, number: number) => Promise<void>,
): Promise<void> {
  for (let number = 0; number < edits; number++) {
    const slug = slugOfEdit();
    const page = featurePage(slug);
    const word = `benchwordw${Date.now().toString(36)}n${number}x`;
    const start = performance.now();
    changeWord(site, slug, word);
    await after(await watched.until(page, word, start), number);
  }
}
