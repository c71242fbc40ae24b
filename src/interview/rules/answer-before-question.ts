import { diagnose } from "../../diagnostics/diagnostic.js";
import { kindOf } from "../pieces.js";
import { isAnswer, whereOf, type Rule } from "./rule.js";

/**
 * A question comes first, where questions are asked.
 *
 * Not in transcripts of recordings (those with a `recording` or with times): talks open with a guest's "Thanks for
 * having me" or with a piece from the middle, and what was said is not for the editor to move.
 */
export const answerBeforeQuestion: Rule = ({ document, turns }) => {
  const first = turns.find((turn) => kindOf(turn) !== "aside");
  if (!first || !isAnswer(first) || document.front.value.recording) return [];
  if (!turns.some((turn) => kindOf(turn) === "question") || turns.some(({ time }) => time !== null))
    return [];
  return [diagnose("answer-before-question", whereOf(first), { name: first.speaker.name })];
};
