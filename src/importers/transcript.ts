import type { ScriptMasthead, TranscriptFigure } from "./script.js";

/**
 * A conversation between formats: every reader makes one, the one writer takes it. It says who spoke when and in
 * which words, and nothing of how that was typed.
 */
export interface Transcript {
  readonly path: string;
  readonly masthead: ScriptMasthead;
  /** Everyone who speaks, in the order of their first words, and the guests who are only named. */
  readonly speakers: readonly TranscriptSpeaker[];
  /** What stands before the first section and the first turn. */
  readonly intro: readonly TranscriptBlock[];
  readonly sections: readonly TranscriptSection[];
  /** Lines of Markdown that define links and notes for the whole text: `[id]: https://…`. */
  readonly definitions: readonly string[];
}

/** Somebody, or something, that opens turns. */
export interface TranscriptSpeaker {
  /** Unique in the transcript. */
  readonly key: string;
  readonly kind: "guest" | "interviewer" | "voice";
  readonly name: string;
  /** The label that the text uses most for this speaker; the name where it uses none. */
  readonly label: string;
  /** Other labels of the text that were taken for this speaker. */
  readonly otherLabels: readonly string[];
  readonly role: string | null;
  /** Whether the name is only a stand-in, such as `Speaker 2` or `A`, and names nobody beyond this text. */
  readonly anonymous: boolean;
  /** How many turns the speaker has. */
  readonly turns: number;
}

/** A part of a transcript under one title; `title` is `null` for what stands before the first heading. */
export interface TranscriptSection {
  readonly title: string | null;
  readonly lead: readonly TranscriptBlock[];
  readonly turns: readonly TranscriptTurn[];
  /** Line of its heading in the text that was read, from 1. */
  readonly line: number;
}

/** One stretch of speech. */
export interface TranscriptTurn {
  /** The key of a speaker, or `null` for a question that stands as a heading and has no label. */
  readonly speaker: string | null;
  /** Seconds from the start of the recording. */
  readonly time: number | null;
  readonly blocks: readonly TranscriptBlock[];
  /** Line of its label in the text that was read, from 1. */
  readonly line: number;
  /** Whether the words were a heading in the text that was read, and are to be one again. */
  readonly heading: boolean;
  /** Whether no label stood before the words: the answer below a heading. */
  readonly unlabelled: boolean;
}

/** What a turn is made of. */
export type TranscriptBlock =
  | { readonly kind: "words"; readonly markdown: string }
  | { readonly kind: "figure"; readonly figure: TranscriptFigure };
