import { slugOf, type Corpus, type CorpusGuest } from "../corpus/corpus.js";
import { changeWord, featureFile, forget, writeGuest, type BenchSite } from "../sites/write-site.js";
import { measureInTurns } from "./in-turns.js";
import type { Bar, Outcome, Row } from "./row.js";

/** What is built: everything, or what little changed since the last build. */
export type Work = "cold" | "unchanged" | "word" | "role";

/** The rows of one kind of work on one corpus. */
export function buildRows(work: Work, sites: readonly BenchSite[], runs: number, prefix: string): Row[] {
  const corpus = sites[0]?.corpus;
  if (!corpus) return [];
  const { name } = corpus.plan;
  const outcomes = rounds[work](sites, runs, corpus);
  const isJudged = prefix === "" && (name === "10k" || (name === "long" && work === "cold"));
  const row: Row = {
    name: `${prefix}${work}-${name}`,
    title: titles[work](corpus),
    unit: "s",
    part: 0.5,
    outcomes,
    bars: isJudged ? bars[work] : [],
  };
  if (work !== "cold") return [row];
  return [row, memoryRow(row, name === "10k" && prefix === "" ? [{ against: "Hugo", most: 0.4 }] : [])];
}

const bars: Readonly<Record<Work, readonly Bar[]>> = {
  cold: [
    { against: "Hugo", most: 1 },
    { against: "Eleventy", most: 0.33 },
  ],
  unchanged: [{ against: "Hugo", most: 0.06 }],
  word: [{ against: "Hugo", most: 0.1 }],
  role: [{ against: "Hugo", most: 0.15 }],
};

const titles: Readonly<Record<Work, (corpus: Corpus) => string>> = {
  cold: ({ plan }) => (plan.features === 0 ? "empty site" : `cold build, ${describe(plan)}`),
  unchanged: ({ plan }) => `nothing changed, new process, ${describe(plan)}`,
  word: ({ plan }) => `one word of one feature changed, new process, ${describe(plan)}`,
  role: ({ plan }) => `one guest's role changed, new process, ${describe(plan)}`,
};

/** Words for a corpus: `10,000 features`. */
export function describe({ features, form }: Corpus["plan"]): string {
  return `${features.toLocaleString("en")} ${form === "article" ? "features" : "long transcripts"}`;
}

const rounds: Readonly<
  Record<Work, (sites: readonly BenchSite[], runs: number, corpus: Corpus) => Map<string, Outcome>>
> = {
  cold: (sites, runs) => measureInTurns(sites, runs, { prepare: forget }),
  unchanged: (sites, runs) => measureInTurns(sites, runs, { prepare: () => undefined }),
  word: (sites, runs, { plan }) => {
    const slug = slugOf(Math.floor(plan.features / 2));
    return measureInTurns(sites, runs, {
      prepare: (site, round) => changeWord(site, slug, wordOf(round)),
      expect: (_, round) => ({ texts: new Map([[slug, wordOf(round)]]) }),
    });
  },
  role: (sites, runs, corpus) => {
    const guest = corpus.guests[Math.floor(corpus.guests.length / 2)];
    if (!guest) return new Map();
    const slugs = slugsWith(guest, corpus);
    return measureInTurns(sites, runs, {
      prepare: (site, round) => writeGuest(site, { ...guest, role: roleOf(round) }),
      expect: (_, round) => ({ texts: new Map(slugs.map((slug) => [slug, roleOf(round)])) }),
    });
  },
};

const wordOf = (round: number): string => `benchword${round + 1}x`;
const roleOf = (round: number): string => `winder of the tower clock, year ${round + 1}`;

/** The features that a guest is heard in. */
function slugsWith(guest: CorpusGuest, { plan, cast }: Corpus): string[] {
  const slugs: string[] = [];
  for (let index = 0; index < plan.features; index++) {
    if (cast(index).some(({ id }) => id === guest.id)) slugs.push(slugOf(index));
  }
  return slugs;
}

/** The memory of the builds that a row already ran. */
function memoryRow(cold: Row, memoryBars: readonly Bar[]): Row {
  const outcomes = new Map(
    [...cold.outcomes].map(([name, outcome]): [string, Outcome] => {
      if (outcome.kind === "missing") return [name, outcome];
      return [name, { kind: "measured", values: (outcome.samples ?? []).map(({ peak }) => peak) }];
    }),
  );
  return {
    name: cold.name.replace("cold", "memory"),
    title: `peak memory, ${cold.title}`,
    unit: "MiB",
    part: 0.5,
    outcomes,
    bars: memoryBars,
  };
}

/** The text that edits go to. */
export function middleFeature(site: BenchSite): { slug: string; file: string } {
  const slug = slugOf(Math.floor(site.corpus.plan.features / 2));
  return { slug, file: featureFile(site, slug) };
}
