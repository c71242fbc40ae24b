import { answerBeforeQuestion } from "./answer-before-question.js";
import { declinedGuests } from "./declined-guests.js";
import { duplicateSections } from "./duplicate-sections.js";
import { expectedAnswers } from "./expected-answers.js";
import { noTurns } from "./no-turns.js";
import type { Rule } from "./rule.js";
import { silentGuests } from "./silent-guests.js";
import { unansweredQuestions } from "./unanswered-questions.js";

/** The editorial rules; each sees the whole feature, none another's findings. */
export const rules: readonly Rule[] = [
  duplicateSections,
  noTurns,
  silentGuests,
  answerBeforeQuestion,
  unansweredQuestions,
  expectedAnswers,
  declinedGuests,
];
