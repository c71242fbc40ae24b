import type { RootContent } from "mdast";
import type { Span } from "../diagnostics/place.js";
import type { PictureAlone } from "../markdown/pictures.js";
import type { Speaker } from "../model/speaker.js";
import type { InterviewText } from "./interview-text.js";

/** What a turn, a lead or an introduction is made of, before it is rendered. */
export type Piece = ProsePiece | FigurePiece | QuotePiece;

/** A block of text. */
export interface ProsePiece {
  readonly kind: "prose";
  readonly node: RootContent;
  readonly text: InterviewText;
}

/** A picture that stands by itself. */
export interface FigurePiece {
  readonly kind: "figure";
  readonly picture: PictureAlone;
  readonly text: InterviewText;
}

/** A `> [!quote] 陈刚` with the words under it. */
export interface QuotePiece {
  readonly kind: "quote";
  /** The name as typed; empty where none was. */
  readonly label: string;
  /** The name, or the mark `[!quote]` where no name was typed. */
  readonly labelSpan: Span;
  /** The words without marks of formatting and without the quotation marks around them. */
  readonly words: string;
  readonly span: Span;
  readonly text: InterviewText;
}

/** A turn as it was read: who speaks, and the blocks. */
export interface ReadTurn {
  readonly speaker: Speaker;
  readonly time: number | null;
  readonly pieces: readonly Piece[];
  readonly text: InterviewText;
  /** The label; where there is none (a bare heading, the answer under it), the block that opens the turn. */
  readonly span: Span;
}

/** The kind of turn that a speaker opens. */
export function kindOf(turn: Pick<ReadTurn, "speaker">): "question" | "answer" | "aside" {
  switch (turn.speaker.kind) {
    case "interviewer":
      return "question";
    case "guest":
      return "answer";
    case "voice":
      return "aside";
  }
}
