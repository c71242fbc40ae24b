import { didYouMean, entry, quoted } from "../entry.js";

/** Problems of pictures with captions and credits. */
export const figureCodes = {
  "missing-picture": entry<{ src: string; near: string | undefined }>({
    severity: "error",
    about: "A picture is named that is no file of the site, so readers would see a gap.",
    example: "![The harbour](harbor.jpg)",
    instead: "![The harbour](harbour.jpg)",
    words: ({ src, near }) => ({
      message: `Unexpected picture ${quoted(src)}, expected a file beside this one${didYouMean(near)}`,
      help: "Addresses of pictures are relative to the file that they stand in.",
    }),
  }),
  "missing-credit": entry<{ src: string }>({
    severity: "warning",
    about: "A picture does not say who made it.",
    example: '![The harbour](harbour.jpg "At six.")',
    instead: '![The harbour](harbour.jpg "At six. Photo: Ada Gibbs")',
    words: ({ src }) => ({
      message: `Unexpected picture ${quoted(src)} without a credit, expected who made it`,
      help: "Write it at the caption's end, or under `figures` in the front matter.",
    }),
  }),
  "unused-figure": entry<{ src: string; near: string | undefined }>({
    severity: "warning",
    about: "`figures` describes a picture that the text does not show.",
    example: "figures: { harbor.jpg: { alt: The harbour } }",
    instead: "figures: { harbour.jpg: { alt: The harbour } }",
    words: ({ src, near }) => ({
      message: `Unexpected entry ${quoted(src)} under \`figures\`, expected a picture of the text${didYouMean(near)}`,
      help: "Correct the file's name, or remove the entry.",
    }),
  }),
};
