import type { Figure } from "./figure.js";
import type { Anchor, FilePath, GuestId, LanguageTag, SectionId } from "./ids.js";
import type { RichText, Target } from "./rich-text.js";
import type { Speaker } from "./speaker.js";

/**
 * One stretch of speech: somebody says something until somebody else does.
 *
 * A question is asked by an interviewer, an answer given by a guest, an aside made by a declared voice.
 */
export interface Turn {
  /** Fit to be quoted for years; unique in the feature. */
  readonly id: Anchor;
  readonly kind: "question" | "answer" | "aside";
  readonly speaker: Speaker;
  /** Seconds from the start of the recording, or `null` where no time was given. */
  readonly time: number | null;
  readonly blocks: readonly Block[];
  /** The words alone, one line a paragraph; pictures and pull quotes are not words that were said here. */
  readonly text: string;
  /** The file that the turn stands in, and the line (from 1) of its label. */
  readonly file: FilePath;
  readonly line: number;
}

/** What a turn is made of, in the order of the text. */
export type Block = Prose | FigureBlock | PullQuote;

/** Paragraphs, lists, quotations, tables and code. */
export interface Prose {
  readonly kind: "prose";
  readonly html: RichText;
}

/** A picture that stands by itself. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly figure: Figure;
}

/** Words of an answer, shown large. That they occur in the answer has been verified. */
export interface PullQuote {
  readonly kind: "pull-quote";
  readonly guest: GuestId;
  readonly name: string;
  /** The words without quotation marks. */
  readonly text: string;
  /** The answer that has the words. */
  readonly answer: Anchor;
}

/** A question with the answers up to the next one. */
export interface Exchange {
  /** Usually one turn; several where interviewers ask in turn; none where a guest speaks first. */
  readonly questions: readonly Turn[];
  /** Answers, and asides between them. */
  readonly replies: readonly Turn[];
}

/** A part of a feature under one title. A feature without sections has one whose `title` is `null`. */
export interface Section {
  readonly id: SectionId;
  readonly title: string | null;
  readonly file: FilePath;
  readonly line: number;
  /** What stands before the first turn: an editor's lines, a picture. */
  readonly lead: readonly Block[];
  readonly exchanges: readonly Exchange[];
  /** Guests who gave no answer here on purpose. */
  readonly declined: readonly GuestId[];
}

/** The conversation of one feature in one language. */
export interface Interview {
  readonly language: LanguageTag;
  /** The text before the first section or turn. */
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  /** The list of footnotes with the links back; empty where there are none. */
  readonly notes: RichText;
}

/** A link into the site as a person typed it, with the place to report it at. */
export interface TypedLink {
  readonly file: FilePath;
  /** UTF-16 offsets of the whole link in that file's text. */
  readonly span: { readonly start: number; readonly end: number };
  readonly typed: string;
  readonly target: Target;
  /** The fragment without `#`, decoded; `null` where none was typed. */
  readonly fragment: string | null;
}

/** All turns of a section in order. */
export function turnsOf(section: Section): Turn[] {
  const turns: Turn[] = [];
  for (const { questions, replies } of section.exchanges) {
    for (const question of questions) turns.push(question);
    for (const reply of replies) turns.push(reply);
  }
  return turns;
}
