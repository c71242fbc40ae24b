import type { FeatureDocument } from "../../content/document.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Anchor, SectionId } from "../../model/ids.js";
import type { CastAppearance } from "../appearances.js";
import type { Cast } from "../cast.js";
import type { ExchangeOf } from "../exchanges.js";
import { kindOf, type ReadTurn } from "../pieces.js";
import type { SectionInput } from "../section-input.js";

/** A turn with its id and its words. */
export interface NumberedTurn extends ReadTurn {
  readonly id: Anchor;
  readonly words: string;
}

/** A section, read and numbered. */
export interface NumberedSection {
  readonly id: SectionId;
  readonly input: SectionInput;
  readonly turns: readonly NumberedTurn[];
  readonly exchanges: readonly ExchangeOf<NumberedTurn>[];
}

/** What an editorial rule sees: the whole feature, before it is rendered. */
export interface RuleContext {
  readonly document: FeatureDocument;
  readonly cast: Cast;
  readonly guests: readonly CastAppearance[];
  readonly sections: readonly NumberedSection[];
  /** All turns in order. */
  readonly turns: readonly NumberedTurn[];
}

/** One editorial rule: a pure function from a feature to what is wrong with it. */
export type Rule = (context: RuleContext) => readonly Diagnostic[];

/** Where a turn is reported: its label, or the block that opens it. */
export function whereOf(turn: ReadTurn): { source: ReadTurn["text"]["source"]; span: ReadTurn["span"] } {
  return { source: turn.text.source, span: turn.span };
}

/** A question's words, cut for a message. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Whether a feature gives a recording word for word: it has a `recording`, or times. */
export const isTranscript = ({ document, turns }: RuleContext): boolean =>
  document.front.value.recording !== undefined || turns.some(({ time }) => time !== null);

/** Whether a guest speaks in a turn. */
export const isAnswer = (turn: ReadTurn): boolean => kindOf(turn) === "answer";
