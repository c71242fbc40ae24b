import type { Anchor, FilePath } from "./ids.js";
import type { TypedLink } from "./interview.js";

/**
 * What the rest of a site needs to know of an interview: enough for lists, checks and feeds of ten thousand without
 * one of the conversations in memory.
 */
export interface Digest {
  /** Minutes that it takes to read, at least 1. */
  readonly minutes: number;
  /** The first pull quote. */
  readonly quote: FirstQuote | null;
  /** Every id that a link may lead to on the page, with spaces between them. */
  readonly anchors: string;
  /** Links into the site, of the text and of the front matter, to be checked once all addresses are known. */
  readonly links: readonly TypedLink[];
  /** The content files that the page shows or links to, each once. */
  readonly files: readonly FilePath[];
  /** Differs where anything does that lists show of the feature. */
  readonly listed: string;
  /** The same for two editions whose sections and turns correspond; differs where they may not. */
  readonly shape: string;
  /** Whether any turn says when in the recording it begins. */
  readonly timed: boolean;
}

/** Words of an interview that are fit to stand for it in a list. */
export interface FirstQuote {
  /** Without quotation marks. */
  readonly text: string;
  /** Who said it. */
  readonly name: string;
  /** The answer that has the words. */
  readonly answer: Anchor;
}
