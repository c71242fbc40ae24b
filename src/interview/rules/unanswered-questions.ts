import { diagnose } from "../../diagnostics/diagnostic.js";
import { kindOf, type ReadTurn } from "../pieces.js";
import { isAnswer, isTranscript, shortened, whereOf, type NumberedSection, type Rule } from "./rule.js";

/**
 * Every question has an answer.
 *
 * At the end of a section the last words of whoever asks may be thanks; they count as a question if they have a
 * question mark, or if nobody answers anything in the section. A section whose guests have all declined is right.
 *
 * A heading between a question and its answer does not part them: where the next section with turns opens with an
 * answer, the question has one. A transcript of a recording may end on what wants no answer, "Shall we leave it there?",
 * and one with times has its headings where the editor put them, while those who ask go on talking to each other.
 */
export const unansweredQuestions: Rule = (context) => {
  const { sections, guests, turns } = context;
  const farewell = isTranscript(context) ? turns.at(-1) : undefined;
  const timed = turns.some(({ time }) => time !== null);
  return sections.flatMap(({ input, exchanges }, index) => {
    if (input.declined.length >= guests.length) return [];
    return exchanges.flatMap((exchange) => {
      const { questions, replies } = exchange;
      const question = questions.at(-1);
      if (!question || replies.some(isAnswer) || question === farewell) return [];
      if (exchanges.length > 1 && !/[?？؟]/u.test(question.words)) return [];
      const next = exchange === exchanges.at(-1) ? firstTurn(sections.slice(index + 1)) : undefined;
      if (next && (timed || isAnswer(next))) return [];
      return [diagnose("unanswered-question", whereOf(question), { question: shortened(question.words) })];
    });
  });
};

/** The first turn of sections that is no voice's. */
function firstTurn(sections: readonly NumberedSection[]): ReadTurn | undefined {
  for (const { turns } of sections) {
    const first = turns.find((turn) => kindOf(turn) !== "aside");
    if (first) return first;
  }
  return undefined;
}
