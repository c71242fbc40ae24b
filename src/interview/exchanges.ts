/** A question with the answers up to the next one. */
export interface ExchangeOf<T> {
  readonly questions: readonly T[];
  readonly replies: readonly T[];
}

/**
 * Group the turns of a section into exchanges.
 *
 * Each question that follows an answer starts an exchange; questions one after the other, as of two interviewers who
 * ask in turn, belong to one. An aside belongs to the replies, unless it comes between the questions of one exchange:
 * then those that follow start the next.
 *
 * @returns Every turn once, in order. Only the first exchange may lack a question.
 */
export function groupExchanges<T>(
  turns: readonly T[],
  kindOf: (turn: T) => "question" | "answer" | "aside",
): ExchangeOf<T>[] {
  const exchanges: { questions: T[]; replies: T[] }[] = [];
  for (const turn of turns) {
    let last = exchanges.at(-1);
    const question = kindOf(turn) === "question";
    if (!last || (question && last.replies.length > 0)) {
      last = { questions: [], replies: [] };
      exchanges.push(last);
    }
    (question ? last.questions : last.replies).push(turn);
  }
  return exchanges;
}
