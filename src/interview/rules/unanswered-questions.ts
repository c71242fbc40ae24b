import { diagnose } from "../../diagnostics/diagnostic.js";
import { isAnswer, shortened, whereOf, type Rule } from "./rule.js";

/**
 * Every question has an answer.
 *
 * At the end of a section the last words of whoever asks may be thanks; they count as a question if they have a
 * question mark, or if nobody answers anything in the section. A section whose guests have all declined is right.
 */
export const unansweredQuestions: Rule = ({ sections, guests }) =>
  sections.flatMap(({ input, exchanges }) => {
    if (input.declined.length >= guests.length) return [];
    return exchanges.flatMap(({ questions, replies }) => {
      const question = questions.at(-1);
      if (!question || replies.some(isAnswer)) return [];
      if (exchanges.length > 1 && !/[?？؟]/u.test(question.words)) return [];
      return [diagnose("unanswered-question", whereOf(question), { question: shortened(question.words) })];
    });
  });
