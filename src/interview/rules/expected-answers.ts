import type { Expects } from "../../content/front-matter.js";
import { diagnose, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { findGuest, unknownGuest } from "./find-guest.js";
import type { NumberedSection } from "./rule.js";
import { isAnswer, shortened, whereOf, type Rule, type RuleContext } from "./rule.js";

/**
 * Those of whom an answer is expected answer each question, or are named under the section's `declined`.
 *
 * Nothing is expected unless `expects` says so: in a conversation not everyone answers everything. A section's own
 * `expects` goes before the feature's.
 */
export const expectedAnswers: Rule = (context) => {
  const { document, sections } = context;
  const { source, front } = document;
  const general = front.value.expects;
  const diagnostics: Diagnostic[] = [];
  const expectedByFeature = expectedGuests(general, context, (index) => ({
    source,
    span: front.spanOf(["expects", index]),
  }));
  diagnostics.push(...expectedByFeature.diagnostics);
  for (const section of sections) {
    const { expects } = section.input;
    const own =
      expects &&
      expectedGuests(expects.value, context, (index) => ({
        source: expects.source,
        span: expects.spanOfItem(index),
      }));
    if (own) diagnostics.push(...own.diagnostics);
    diagnostics.push(...missingAnswers(section, (own ?? expectedByFeature).ids, context));
  }
  return diagnostics;
};

function missingAnswers(
  { input, exchanges }: NumberedSection,
  expected: readonly string[],
  { cast, guests }: RuleContext,
): Diagnostic[] {
  const declined = new Set(input.declined.map(({ value }) => findGuest(value, cast)?.id));
  const wanted = guests.filter(({ id }) => expected.includes(id) && !declined.has(id));
  return exchanges.flatMap(({ questions, replies }) => {
    const question = questions.at(-1);
    // A question that nobody answers is reported as such.
    if (!question || !replies.some(isAnswer)) return [];
    const answering = new Set<string>(replies.filter(isAnswer).map(({ speaker }) => speaker.id));
    return wanted
      .filter(({ id }) => !answering.has(id))
      .map(({ name }) =>
        diagnose("missing-answer", whereOf(question), { name, question: shortened(question.words) }),
      );
  });
}

function expectedGuests(
  expects: Expects | undefined,
  { cast, guests }: RuleContext,
  whereOfItem: (index: number) => Parameters<typeof unknownGuest>[2],
): { ids: readonly string[]; diagnostics: Diagnostic[] } {
  if (expects === undefined || expects === "none") return { ids: [], diagnostics: [] };
  if (expects === "all") return { ids: guests.map(({ id }) => id), diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const ids = expects.flatMap((typed, index) => {
    const guest = findGuest(typed, cast);
    if (!guest) diagnostics.push(unknownGuest("expects", typed, whereOfItem(index), cast));
    return guest ? [guest.id] : [];
  });
  return { ids, diagnostics };
}
