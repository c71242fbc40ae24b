import { didYouMean, entry, quoted } from "../entry.js";

/** Problems of sections, questions, answers and quotations. */
export const turnCodes = {
  "no-turns": entry<Record<string, never>>({
    severity: "warning",
    about: "Nobody speaks in a feature: none of its paragraphs opens with the label of a speaker.",
    example: "It was dark, Ines says.",
    instead: "Ines: It was dark.",
    words: () => ({
      message:
        "Unexpected feature in which nobody speaks, expected paragraphs that open with a speaker's label",
      help: "Begin each turn with the speaker's name and a colon: `Ines: It was dark.`",
    }),
  }),
  "empty-turn": entry<{ label: string }>({
    severity: "warning",
    about: "A label has no words behind it, so the turn is left out.",
    example: "Ines:\n\nTobias: Yes.",
    instead: "Ines: Did you?\n\nTobias: Yes.",
    words: ({ label }) => ({
      message: `Unexpected label ${quoted(label)} without words, expected what was said`,
      help: "Write the words, or remove the label; the turn is left out until then.",
    }),
  }),
  "answer-before-question": entry<{ name: string }>({
    severity: "warning",
    about: "A guest answers before anything has been asked, in a feature where questions are asked.",
    example: "Ines: It was dark.\n\nQ: What was it like?",
    instead: "Q: What was it like?\n\nInes: It was dark.",
    words: ({ name }) => ({
      message: `Unexpected answer of ${quoted(name)} before the first question, expected a question first`,
      help: "Move it below its question. If it is no answer but text, write `\\:` for the colon.",
    }),
  }),
  "unanswered-question": entry<{ question: string }>({
    severity: "warning",
    about: "A question is followed by no answer.",
    example: "Q: What was it like?\n\n## The harbour",
    instead: "Q: What was it like?\n\nA: Dark.\n\n## The harbour",
    words: ({ question }) => ({
      message: `Unexpected question without an answer, ${quoted(question)}`,
      help: "Look for the label of the answer: what follows a question without a label belongs to it.",
    }),
  }),
  "missing-answer": entry<{ name: string; question: string }>({
    severity: "warning",
    about: "A guest of whom an answer is expected (`expects`) gives none to a question.",
    example: "expects: all",
    instead: "declined: [ines-falk]",
    words: ({ name, question }) => ({
      message: `Unexpected question without an answer of ${quoted(name)}, ${quoted(question)}`,
      help: "Add the answer, or name the guest under the section's `declined`.",
    }),
  }),
  "declined-answers": entry<{ name: string }>({
    severity: "error",
    about: "A guest is said to have declined to answer in a section, and answers there.",
    example: "declined: [ines-falk]\n---\nInes: It was dark.",
    instead: "declined: []\n---\nInes: It was dark.",
    words: ({ name }) => ({
      message: `Unexpected answer of ${quoted(name)}, who is named under \`declined\` here`,
      help: "Take the guest off `declined`, or correct the label.",
    }),
  }),
  "duplicate-section": entry<{ id: string }>({
    severity: "error",
    about: "Two sections of a feature have the same id, so links to one would lead to the other.",
    example: "10-harbour.md, 20-harbour.md",
    instead: "10-harbour.md, 20-sea.md",
    words: ({ id }) => ({
      message: `Unexpected second section ${quoted(id)}, expected an id of its own`,
      help: "Rename the file, or give an `id` to one of the two.",
    }),
  }),
  "section-without-heading": entry<{ title: string; near: string | undefined }>({
    severity: "error",
    about: "The list `sections` names a section that has no `## ` heading in the text.",
    example: "sections: [{ title: The Harbor }]",
    instead: "sections: [{ title: The Harbour }]",
    words: ({ title, near }) => ({
      message: `Unexpected section ${quoted(title)}, expected a heading with this title in the text${didYouMean(near)}`,
      help: "The headings of the text are matched to the list by their words.",
    }),
  }),
  "heading-without-section": entry<{ title: string; near: string | undefined }>({
    severity: "error",
    about:
      "A `## ` heading of the text is not in the list `sections`, so its section would have no lasting id.",
    example: "## The Harbour",
    instead: "sections: [{ id: harbour, title: The Harbour }]",
    words: ({ title, near }) => ({
      message: `Unexpected heading ${quoted(title)}, expected a title of the list \`sections\`${didYouMean(near)}`,
      help: "Add it to the list, or write it with `###` if it opens no section.",
    }),
  }),
  "unsaid-quote": entry<{ name: string; near: string | undefined; by: string | undefined }>({
    severity: "error",
    about: "A pull quote shows words that the guest does not say in the feature.",
    example: "> [!quote] Ines\n> It was very dark.",
    instead: "> [!quote] Ines\n> It was dark.",
    words: ({ name, near, by }) => ({
      message: `Unexpected pull quote that ${quoted(name)} does not say${
        near === undefined ? ", expected words of an answer" : `; the nearest words are ${quoted(near)}`
      }`,
      help:
        by === undefined
          ? "A pull quote is verbatim, up to white space, quotation marks and `……`. Correct the quote, or the answer."
          : `${quoted(by)} says these words. Correct the name.`,
    }),
  }),
  "quote-without-guest": entry<{ label: string }>({
    severity: "error",
    about: "A pull quote does not say which guest it is of.",
    example: "> [!quote]\n> It was dark.",
    instead: "> [!quote] Ines\n> It was dark.",
    words: ({ label }) => ({
      message: `Unexpected pull quote ${label === "" ? "without a name" : `of ${quoted(label)}, who is no guest`}, expected a guest's name behind \`[!quote]\``,
      help: "Only what guests say is quoted; for other words use a plain quotation.",
    }),
  }),
  "empty-quote": entry<{ name: string }>({
    severity: "error",
    about: "A pull quote has no words.",
    example: "> [!quote] Ines",
    instead: "> [!quote] Ines\n> It was dark.",
    words: ({ name }) => ({
      message: `Unexpected pull quote of ${quoted(name)} without words, expected them on the line below`,
      help: "Each line of the quotation starts with `>`.",
    }),
  }),
};
