import { entry } from "../entry.js";

/** Problems of texts that are imported. */
export const importCodes = {
  "import-front-matter": entry<{ problem: string }>({
    severity: "error",
    about:
      "The front matter of a transcript that is imported is not YAML, so that nothing in it can be trusted.",
    example: "---\ntitle: The tide: a talk\n---",
    instead: '---\ntitle: "The tide: a talk"\n---',
    words: ({ problem }) => ({
      message: `Unexpected front matter, expected YAML: ${problem}`,
      help: "Mend the lines between the two `---`, or remove them, and import again.",
    }),
  }),
  "import-left-out": entry<Record<string, never>>({
    severity: "warning",
    about:
      "A text in a folder that is imported has neither labels that open a turn nor headings that ask, such as a licence, and is left out.",
    example: "colloquy import talks/   (with talks/LICENSE.md)",
    instead: "colloquy import talks/2024/",
    words: () => ({
      message: "Unexpected text in which nobody speaks, left it out",
      help: "Nothing needs to be done if it is no interview. If it is, begin each turn with a label and a colon, and import again.",
    }),
  }),
  "import-nobody-speaks": entry<{ hint: string }>({
    severity: "error",
    about:
      "A text that is imported has neither labels that open a turn, such as `记者：` or `Ada:`, nor headings that ask.",
    example: "A report without a conversation in it.",
    instead: "Q: How did it begin?\n\nAda: With a leak in the roof.",
    words: ({ hint }) => ({
      message: "Unexpected text, expected an interview in which somebody speaks",
      help: hint,
    }),
  }),
};
