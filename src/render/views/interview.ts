import type { FigureView } from "./common.js";
import type { PersonView } from "./people.js";

/** A turn of speech. */
export interface TurnView {
  /** The anchor, without `#`. */
  readonly id: string;
  /** The turn's address on the feature's page: `#…` there, a whole address elsewhere. */
  readonly href: string;
  readonly kind: "question" | "answer" | "aside";
  /** The label as shown before the words: a guest's name or short form, the interviewer's, the voice's. */
  readonly speaker: string;
  /** The guest who speaks; `null` for a question or an aside. */
  readonly guest: PersonView | null;
  /** When it is said in the recording; `null` where no time was given. */
  readonly time: {
    readonly seconds: number;
    readonly text: string;
    /** To that moment of the recording, on the feature's page; `null` elsewhere, and where nothing plays it. */
    readonly href: string | null;
  } | null;
  /**
   * A question's first paragraph without its `<p>`, fit for a heading. Empty for answers and asides, and where a
   * question opens with something else than a paragraph. What it holds is not repeated in `blocks`.
   */
  readonly headingHtml: string;
  readonly blocks: readonly BlockView[];
}

/** Exactly one of the three is there. */
export interface BlockView {
  readonly html: string | null;
  readonly figure: FigureView | null;
  readonly pullQuote: PullQuoteView | null;
}

/** Words that a guest said, shown large. */
export interface PullQuoteView {
  readonly text: string;
  readonly name: string;
  /** To the answer that has the words. */
  readonly href: string;
  /** The guest's seat in the cast, from 1. */
  readonly seat: number;
}

/** A question with its answers. */
export interface ExchangeView {
  readonly questions: readonly TurnView[];
  readonly replies: readonly TurnView[];
  /** One column for each guest of the cast that answers in this exchange, for the comparison. */
  readonly answering: number;
  /** Space-separated seats of those who answer: `1 3`, for `data-seats`. */
  readonly seats: string;
}

/** A section of a feature. */
export interface SectionView {
  readonly id: string;
  /** `null` in a feature without sections. */
  readonly title: string | null;
  /** From 1. */
  readonly number: number;
  /** As the language numbers: 一 or 1. */
  readonly ordinal: string;
  readonly lead: readonly BlockView[];
  readonly exchanges: readonly ExchangeView[];
  /** The guests who declined to answer. */
  readonly declined: readonly PersonView[];
  readonly seats: string;
}
