import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import type { Expects } from "../content/front-matter.js";
import type { LookedAt } from "./find-openings.js";
import type { InterviewText } from "./interview-text.js";

/** A value with the place where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly source: Source;
  readonly span: Span;
}

/** Who is expected to answer, with the place of each name where there is a list. */
export interface PlacedExpects extends Placed<Expects> {
  readonly spanOfItem: (index: number) => Span;
}

/** A section before its turns are read; the same for a section's file and for a heading of a one-file feature. */
export interface SectionInput {
  /** The file's name, the id that was given, or `s1`, `s2` by position. */
  readonly id: string;
  readonly title: string | null;
  readonly text: InterviewText;
  /** The title, or the start of the text; where the section itself is reported. */
  readonly place: { readonly source: Source; readonly span: Span };
  readonly blocks: readonly LookedAt[];
  /** A question from the front matter, before the text. */
  readonly question: Placed<string> | undefined;
  readonly declined: readonly Placed<string>[];
  /** `undefined` where the section says nothing of its own. */
  readonly expects: PlacedExpects | undefined;
}
