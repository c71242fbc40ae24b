import type { Sample } from "../measure/run-process.js";

/** What came of measuring one program at one kind of work. */
export type Outcome =
  | {
      readonly kind: "measured";
      /** Each run's figure, in the unit of the row. */
      readonly values: readonly number[];
      /** What each run cost, where whole processes were run. */
      readonly samples?: readonly Sample[];
    }
  | { readonly kind: "missing"; readonly why: string };

/** How much of another's figure Colloquy's own may be, at most. */
export interface Bar {
  readonly against: string;
  readonly most: number;
  /** Which of the other's values counts; absent means the same as of Colloquy's. */
  readonly part?: number;
}

/** A line of the table. */
export interface Row {
  /** For `--only`: `cold-10k`. */
  readonly name: string;
  readonly title: string;
  readonly unit: "s" | "ms" | "MiB";
  /** Which of the values counts: 0.5 is the median. */
  readonly part: number;
  /** By the name of the program. The first is Colloquy. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly bars: readonly Bar[];
  /** At most so much of the unit itself. */
  readonly limit?: number;
  /** More about it, in a few words. */
  readonly note?: string;
}
