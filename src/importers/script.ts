/**
 * A text as a reader found it: its parts in order, with the labels as they were typed. Who the labels name is not
 * yet known; that is decided once, for all formats, in `cast.ts`.
 */
export interface Script {
  /** The name that the text was given, such as a path; what titles and addresses are made from where nothing else is. */
  readonly path: string;
  readonly masthead: ScriptMasthead;
  readonly parts: readonly ScriptPart[];
  /** Lines of Markdown that define links and notes for the whole text: `[id]: https://…`. */
  readonly definitions: readonly string[];
  /** What a person should look at, found while reading. */
  readonly todo: readonly string[];
}

/** A part of a text, in its order. `line` counts from 1. */
export type ScriptPart =
  /** Opens a section. */
  | { readonly kind: "section"; readonly title: string; readonly line: number }
  /** Somebody starts to speak; the words follow as blocks. `time` is in seconds. */
  | { readonly kind: "label"; readonly label: string; readonly time: number | null; readonly line: number }
  /** A heading that is a question; what follows it is the answer of the only guest. */
  | { readonly kind: "question"; readonly text: string; readonly line: number }
  /** A block of Markdown. */
  | { readonly kind: "words"; readonly markdown: string; readonly line: number }
  | { readonly kind: "figure"; readonly figure: TranscriptFigure; readonly line: number };

/** What a text says about itself. */
export interface ScriptMasthead {
  readonly title?: string | undefined;
  /** `2024-03-01`. */
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  /** Markdown. */
  readonly standfirst?: string | undefined;
  /** People whom the text names as those who speak or are interviewed. */
  readonly people: readonly Person[];
  /** People whom the text names as those who ask. */
  readonly interviewers: readonly string[];
  readonly topics: readonly string[];
  readonly credits: readonly { readonly work: string; readonly names: readonly string[] }[];
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly recording?: { readonly src: string; readonly type: string } | undefined;
  /** The caption of the printed page's scan. */
  readonly facsimile?: string | undefined;
  readonly edited?: string | undefined;
  readonly aliases: readonly string[];
  /** Values that have no place in the format, by their own key. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** Somebody whom a text introduces. */
export interface Person {
  readonly name: string;
  readonly role?: string | undefined;
}

/** A masthead of which nothing is known. */
export const emptyMasthead: ScriptMasthead = {
  people: [],
  interviewers: [],
  topics: [],
  credits: [],
  aliases: [],
  own: {},
};

/** A picture, or only its words where the text was pasted without it. */
export interface TranscriptFigure {
  /** As the text names the file; `null` where only the caption is known. */
  readonly src: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}
