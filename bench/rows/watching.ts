import { setTimeout as sleep } from "node:timers/promises";
import { slugOf } from "../corpus/corpus.js";
import { randomFrom } from "../corpus/random.js";
import { describeGrowth } from "../measure/growth.js";
import { hasBrowser, OpenPage } from "../measure/open-page.js";
import { WrongRun } from "../measure/run-process.js";
import { freePort, Watched } from "../measure/watched.js";
import { changeWord, featurePage, forget, type BenchSite } from "../sites/write-site.js";
import { describe, middleFeature } from "./builds.js";
import type { Bar, Outcome, Row } from "./row.js";

/** How much is done in the rows of running programs. */
export interface WatchOptions {
  /** Edits that are timed. */
  readonly edits: number;
  /** Edits of the long run. */
  readonly soak: number;
  /** Why a contestant cannot take part. */
  readonly unable: (site: BenchSite) => string | undefined;
}

/** From the write of a file to its new word in the page that is served, and in one that is open in a browser. */
export async function editRows(sites: readonly BenchSite[], options: WatchOptions): Promise<Row[]> {
  const served = new Map<string, Outcome>();
  const shown = new Map<string, Outcome>();
  for (const site of sites) {
    const { name } = site.contestant;
    forget(site);
    served.set(
      name,
      await attempt(site, options, (watched) =>
        timeEdits(site, watched, options.edits, (word, start) =>
          watched.until(middlePage(site), word, start),
        ),
      ),
    );
    // What the others take to open pages is not measured: they reload them, and then somebody waits for that, too.
    const isOwn = site.contestant.id === "colloquy";
    shown.set(name, isOwn ? await timeInBrowser(site, options) : (served.get(name) ?? missing("")));
  }
  const plan = sites[0]?.corpus.plan;
  if (!plan) return [];
  const isJudged = plan.name === "10k";
  const size = describe(plan);
  const row = (part: number, what: string, outcomes: Row["outcomes"], bar: Bar): Row => ({
    name: `edit-${plan.name}`,
    title: `${what}, ${part === 0.5 ? "median" : "95th percentile"} of ${options.edits}, ${size}`,
    unit: "ms",
    part,
    outcomes,
    bars: isJudged ? [bar] : [],
  });
  const inPage = "edit → new text in a page open in Chromium (others: → served)";
  const median = { against: "Hugo", most: 0.15 };
  return [
    row(0.5, "edit → served", served, median),
    row(0.95, "edit → served", served, median),
    row(0.5, inPage, shown, median),
    row(0.95, `${inPage}; ratio to the other's median`, shown, { against: "Hugo", most: 0.3, part: 0.5 }),
  ];
}

/** The same as edits in a page that is served, in one that is open. */
async function timeInBrowser(site: BenchSite, options: WatchOptions): Promise<Outcome> {
  if (!hasBrowser) return missing("there is no Chromium (set CHROMIUM)");
  return attempt(site, options, async (watched) => {
    const page = await OpenPage.at(`${watched.address}${middlePage(site).replace(/index\.html$/, "")}`);
    try {
      return await timeEdits(site, watched, options.edits, (word, start) => page.until(word, start));
    } finally {
      await page.close();
    }
  });
}

const middlePage = (site: BenchSite): string => featurePage(middleFeature(site).slug);

const missing = (why: string) => ({ kind: "missing", why }) as const;

/** The memory of a running preview through thousands of edits of all its features. */
export async function soakRow(site: BenchSite, options: WatchOptions): Promise<Row> {
  const memory = await attempt(site, options, async (watched) => {
    const samples: number[] = [];
    await warmUp(site, watched);
    const random = randomFrom(11);
    const { features } = site.corpus.plan;
    const step = Math.max(1, Math.floor(options.soak / 20));
    for (let number = 0; number < options.soak; number++) {
      const slug = slugOf(random.below(features));
      const { word, start } = edit(site, slug, number);
      await watched.until(featurePage(slug), word, start);
      if ((number + 1) % step === 0) samples.push(watched.memory());
    }
    return samples;
  });
  const { plan } = site.corpus;
  return {
    name: `soak-${plan.name}`,
    title: `memory of preview over ${options.soak.toLocaleString("en")} edits, ${describe(plan)}`,
    unit: "MiB",
    part: 0.5,
    outcomes: new Map([[site.contestant.name, memory]]),
    bars: [],
    ...(memory.kind === "measured" ? { note: describeGrowth(memory.values) } : {}),
  };
}

async function attempt(
  site: BenchSite,
  { unable }: WatchOptions,
  run: (watched: Watched) => Promise<readonly number[]>,
): Promise<Outcome> {
  const why = unable(site);
  if (why !== undefined) return missing(why);
  const { contestant, folder } = site;
  let running: Watched | undefined;
  try {
    const started = await Watched.start(contestant.watch(folder, await freePort()), middlePage(site));
    running = started.watched;
    await running.quiet(1500);
    return { kind: "measured", values: await run(running) };
  } catch (error) {
    if (!(error instanceof WrongRun)) throw error;
    return missing(error.message);
  } finally {
    await running?.stop();
  }
}

/** @param until - Waits until a word is seen. @returns Milliseconds from `start`. */
async function timeEdits(
  site: BenchSite,
  watched: Watched,
  edits: number,
  until: (word: string, start: number) => Promise<number>,
): Promise<number[]> {
  const times: number[] = [];
  const random = randomFrom(7);
  await warmUp(site, watched);
  const { slug } = middleFeature(site);
  for (let number = 0; number < edits; number++) {
    const { word, start } = edit(site, slug, number);
    times.push(await until(word, start));
    await watched.quiet(300);
    // Not in step with anything that the program does at intervals.
    await sleep(random.below(200));
  }
  return times;
}

/** Change a word of a feature. */
function edit(site: BenchSite, slug: string, number: number): { word: string; start: number } {
  const word = `benchwordw${Date.now().toString(36)}n${number}x`;
  const start = performance.now();
  changeWord(site, slug, word);
  return { word, start };
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
