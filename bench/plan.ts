import type { CorpusPlan } from "./corpus/corpus.js";
import type { BenchOptions } from "./options.js";
import type { Pages } from "./sites/colloquy.js";

/** What can be measured on a site. */
export type Kind = "cold" | "unchanged" | "word" | "role" | "edit" | "first-page" | "soak" | "growth";

/** One corpus with everything that is measured on it. */
export interface Group {
  readonly corpus: CorpusPlan;
  /** Beside others, which make the same pages; or alone with all that Colloquy makes of itself. */
  readonly pages: Pages;
  readonly kinds: readonly Kind[];
}

/** What is measured in a run, in order. */
export interface BenchPlan {
  readonly groups: readonly Group[];
  readonly start: boolean;
  readonly runs: Readonly<Record<Kind | "start", number>>;
  readonly edits: number;
  readonly soak: number;
}

const corpora = {
  empty: { name: "empty", features: 0, form: "article" },
  "200": { name: "200", features: 200, form: "article" },
  "1k": { name: "1k", features: 1_000, form: "article" },
  "10k": { name: "10k", features: 10_000, form: "article" },
  "50k": { name: "50k", features: 50_000, form: "article" },
  long: { name: "long", features: 2_084, form: "transcript" },
} as const satisfies Record<string, CorpusPlan>;

const whole: readonly Group[] = [
  { corpus: corpora.empty, pages: "same", kinds: ["cold"] },
  { corpus: corpora["1k"], pages: "same", kinds: ["growth", "cold", "edit", "first-page", "soak"] },
  {
    corpus: corpora["10k"],
    pages: "same",
    kinds: ["growth", "cold", "unchanged", "word", "role", "edit", "first-page", "soak"],
  },
  { corpus: corpora["50k"], pages: "same", kinds: ["growth"] },
  { corpus: corpora.long, pages: "same", kinds: ["cold"] },
  { corpus: corpora["1k"], pages: "all", kinds: ["cold", "unchanged", "word", "role"] },
  { corpus: corpora["10k"], pages: "all", kinds: ["cold", "unchanged", "word", "role"] },
];

// Under two minutes, Eleventy's share of it included: to see that all works and about where it stands.
const quick: readonly Group[] = [
  {
    corpus: corpora["200"],
    pages: "same",
    kinds: ["cold", "unchanged", "word", "role", "edit", "first-page"],
  },
  { corpus: corpora["200"], pages: "all", kinds: ["cold", "unchanged"] },
];

/** Choose what is measured. */
export function planBench(options: BenchOptions): BenchPlan {
  const { only, sizes, runs } = options;
  const fits = (name: string): boolean =>
    only.length === 0 || only.some((typed) => name === typed || name.startsWith(`${typed}-`));
  const groups = (options.quick ? quick : whole)
    .filter(({ corpus }) => sizes.length === 0 || sizes.includes(corpus.name))
    .map((group) => ({
      ...group,
      kinds: group.kinds.filter((kind) => namesOf(kind, group).some(fits)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
  const times = (normal: number): number => runs ?? (options.quick ? 2 : normal);
  return {
    groups,
    start: sizes.length === 0 && fits("start"),
    runs: {
      cold: times(5),
      unchanged: times(5),
      word: times(5),
      role: times(5),
      growth: times(3),
      edit: 1,
      "first-page": times(5),
      soak: 1,
      start: runs ?? (options.quick ? 5 : 31),
    },
    edits: options.edits ?? (options.quick ? 5 : 50),
    soak: options.edits ?? 5_000,
  };
}

/** The names of the rows that a kind of work has on a corpus. */
function namesOf(kind: Kind, { corpus, pages }: Group): string[] {
  const kinds = kind === "cold" ? ["cold", "memory"] : [kind];
  return kinds.map((each) => (pages === "all" ? `all-${each}-${corpus.name}` : `${each}-${corpus.name}`));
}
