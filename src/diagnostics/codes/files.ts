import { entry } from "../entry.js";

/** Problems of files: reading them, their encoding, their place in the site. */
export const fileCodes = {
  "not-utf8": entry<{ offset: number }>({
    severity: "error",
    about: "A text file holds bytes that are not UTF-8, so its characters would be guessed.",
    example: "A file saved as GB 18030 or Windows-1252.",
    instead: "The same file saved as UTF-8.",
    words: ({ offset }) => ({
      message: `Unexpected byte at offset ${offset}, expected UTF-8`,
      help: "Save the file as UTF-8 in your editor.",
    }),
  }),
};
