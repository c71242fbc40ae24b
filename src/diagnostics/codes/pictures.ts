import { entry } from "../entry.js";

/** Problems of picture files. */
export const pictureCodes = {
  "unreadable-picture": entry<{ problem: string }>({
    severity: "error",
    about: "A picture's size cannot be read: the file is damaged, cut off, or no picture.",
    example: "A `cover.jpg` whose download broke off, or that is a web page saved under that name.",
    instead: "The picture, exported once more.",
    words: ({ problem }) => ({
      message: `Unexpected bytes in a picture, expected one that can be shown: ${problem}`,
      help: "Open it in an image editor and export it again.",
    }),
  }),
  "placeholder-picture": entry<Record<string, never>>({
    severity: "warning",
    about: "A picture that pages show is the stand-in that the import drew for one it did not have.",
    example: "`picture-1.svg` as `colloquy import` wrote it: a grey box that says what is missing.",
    instead: "The picture itself under its own name, and that name where the text shows it.",
    words: () => ({
      message: "Unexpected placeholder from the import, expected the picture that it stands for",
      help: "Put the picture beside the text, name it there and under `figures:` or `facsimile:`, and delete this file.",
    }),
  }),
};
