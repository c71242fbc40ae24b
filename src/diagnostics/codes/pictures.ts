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
};
