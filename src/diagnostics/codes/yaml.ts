import { entry, quoted } from "../entry.js";

/** Problems of YAML itself, in front matter and in `site.yaml`. */
export const yamlCodes = {
  "yaml-syntax": entry<{ problem: string; help: string }>({
    severity: "error",
    about: "The YAML cannot be read at this place.",
    example: "title: Spring: a conversation",
    instead: 'title: "Spring: a conversation"',
    words: ({ problem, help }) => ({ message: problem, help }),
  }),
  "not-a-map": entry<{ found: string }>({
    severity: "error",
    about:
      "Front matter and `site.yaml` are a map of keys and values; a list or a single text is something else.",
    example: "- title: Spring",
    instead: "title: Spring",
    words: ({ found }) => ({
      message: `Unexpected ${found}, expected keys and values`,
      help: "Write each on a line of its own as `key: value`, with a space after the colon.",
    }),
  }),
  "tab-indentation": entry<{ count: number }>({
    severity: "error",
    about: "YAML is indented with spaces. A tab would move a key to another place without a word.",
    example: "guests:\n\t- chen-gang",
    instead: "guests:\n  - chen-gang",
    words: () => ({
      message: "Unexpected tab, expected spaces for indentation",
      help: "Replace the tab with two spaces.",
    }),
  }),
  "full-width-colon": entry<{ key: string }>({
    severity: "error",
    about:
      "A full-width colon does not separate a key from its value in YAML, so that the line would be lost in the one before.",
    example: "title： Spring",
    instead: "title: Spring",
    words: ({ key }) => ({
      message: `Unexpected full-width colon "：" after ${quoted(key)}, expected ": "`,
      help: `Write ${quoted(`${key}: …`)}, with an ASCII colon and a space.`,
    }),
  }),
  "duplicate-key": entry<{ key: string }>({
    severity: "error",
    about: "A key stands twice in one map; one of its values would be lost.",
    example: "title: Spring\ntitle: Summer",
    instead: "title: Summer",
    words: ({ key }) => ({
      message: `Unexpected second ${quoted(key)}, expected each key once`,
      help: "Delete one of the two.",
    }),
  }),
  "yaml-alias": entry<{ name: string; problem: "unknown" | "circular" | "too many"; limit: number }>({
    severity: "error",
    about:
      "A YAML alias (`*name`) has no anchor (`&name`) above it, contains itself, or multiplies the document.",
    example: "guests: *everyone",
    instead: "guests: [chen-gang, liu-guanghui]",
    words: ({ name, problem, limit }) => ({
      message:
        problem === "unknown"
          ? `Unexpected alias ${quoted(`*${name}`)}, expected an anchor ${quoted(`&${name}`)} above it`
          : problem === "circular"
            ? `Unexpected alias ${quoted(`*${name}`)} inside of its own anchor`
            : `Unexpected alias ${quoted(`*${name}`)}, expected at most ${limit} values by way of aliases`,
      help:
        problem === "unknown"
          ? "Write the value itself, or put it in quotation marks if the * belongs to it."
          : "Write the values themselves.",
    }),
  }),
  "yaml-tag": entry<{ tag: string }>({
    severity: "error",
    about: "A YAML tag asks for a type of value that front matter does not have.",
    example: "date: !!timestamp 2024-03-01",
    instead: "date: 2024-03-01",
    words: ({ tag }) => ({
      message: `Unexpected tag ${quoted(tag)}, expected a plain value`,
      help: "Delete the tag, or put the value in quotation marks if the ! belongs to it.",
    }),
  }),
};
