import { yamlCodes } from "./yaml.js";
import { valueCodes } from "./values.js";
import { entry, quoted } from "../entry.js";

const fenceCodes = {
  "missing-front-matter": entry<{ kind: string; required: string; late: boolean }>({
    severity: "error",
    about: "A document begins without front matter, which says what it is.",
    example: "Chen Gang grows rice.",
    instead: "---\nname: Chen Gang\n---\n\nChen Gang grows rice.",
    words: ({ kind, required, late }) => ({
      message: late
        ? `Unexpected text before "---", expected the front matter of ${kind} at the very start`
        : `Missing front matter of ${kind}`,
      help: late
        ? 'Delete what stands before the first "---".'
        : `Begin the file with a line "---", then ${quoted(`${required}: …`)}, then another line "---".`,
    }),
  }),
  "unclosed-front-matter": entry<{ lookalike: string | null }>({
    severity: "error",
    about: 'Front matter opens with "---" and never closes, so all of the text would be taken for it.',
    example: "---\nname: Chen Gang\n\nChen Gang grows rice.",
    instead: "---\nname: Chen Gang\n---\n\nChen Gang grows rice.",
    words: ({ lookalike }) => ({
      message:
        'Unexpected end of file in the front matter, expected a closing line "---"' +
        (lookalike === null ? "" : `; ${quoted(lookalike)} is none`),
      help: 'Write "---" alone on a line, at its very start, below the last key.',
    }),
  }),
  "front-matter-language": entry<{ language: string }>({
    severity: "error",
    about: "Front matter is YAML. Nothing else is read, and nothing that stands in content is ever executed.",
    example: '---js\n{ name: "Chen Gang" }\n---',
    instead: "---\nname: Chen Gang\n---",
    words: ({ language }) => ({
      message: `Unexpected front matter in ${quoted(language)}, expected YAML after "---"`,
      help: 'Write the front matter as YAML, between two lines "---".',
    }),
  }),
  "front-matter-too-long": entry<{ size: number; limit: number }>({
    severity: "error",
    about:
      "Front matter is longer than any that is written by hand; most likely its closing line is missing.",
    example: "A closing `---` that is missing above a long text with a `---` in it.",
    instead: "A closing `---` below the last key.",
    words: ({ size, limit }) => ({
      message: `Unexpected front matter of ${size} characters, expected at most ${limit}`,
      help: 'See that it is closed by a line "---" below the last key.',
    }),
  }),
  "settings-too-long": entry<{ size: number; limit: number }>({
    severity: "error",
    about:
      "A file of settings or of words, such as `content/site.yaml`, is longer than any that is written by hand.",
    example: "`content/site.yaml` with the text of an interview pasted into it.",
    instead: "The settings alone.",
    words: ({ size, limit }) => ({
      message: `Unexpected file of ${size} characters, expected at most ${limit}`,
      help: "Take out what does not belong into it.",
    }),
  }),
};

/** Problems of front matter and of `site.yaml`. */
export const frontMatterCodes = { ...fenceCodes, ...yamlCodes, ...valueCodes };
