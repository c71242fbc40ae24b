import { diagnose } from "../../diagnostics/diagnostic.js";
import { kindOf } from "../pieces.js";
import { isAnswer, isTranscript, whereOf, type Rule } from "./rule.js";

/**
 * A question comes first, where questions are asked.
 *
 * Not in transcripts of recordings (those with a `recording` or with times): talks open with a guest's "Thanks for
 * having me" or with a piece from the middle, and what was said is not for the editor to move.
 */
export const answerBeforeQuestion: Rule = (context) => {
  const { turns } = context;
  const first = turns.find((turn) => kindOf(turn) !== "aside");
  if (!first || !isAnswer(first) || isTranscript(context)) return [];
  if (!turns.some((turn) => kindOf(turn) === "question")) return [];
  return [diagnose("answer-before-question", whereOf(first), { name: first.speaker.name })];
};
