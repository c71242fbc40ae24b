import { entry, oneOf, quoted } from "../entry.js";

/** Problems of files: reading them, their encoding, their place in the site. */
export const fileCodes = {
  "not-utf8": entry<{ offset: number; looksLike: string | null }>({
    severity: "error",
    about: "A text file holds bytes that are not UTF-8, so its characters would be guessed.",
    example: "A file saved as GB 18030 or Windows-1252.",
    instead: "The same file saved as UTF-8.",
    words: ({ offset, looksLike }) => ({
      message:
        `Unexpected byte at offset ${offset}, expected UTF-8` +
        (looksLike === null ? "" : `; the file looks like ${looksLike}`),
      help: "Save the file as UTF-8 in your editor.",
    }),
  }),
  "nul-character": entry<{ count: number }>({
    severity: "error",
    about: "A text file holds a NUL, which no text has: the file is damaged, is no text, or is UTF-16.",
    example: "A picture renamed to `.md`; a file saved as UTF-16.",
    instead: "The text, saved as UTF-8.",
    words: ({ count }) => ({
      message: `Unexpected NUL character${count === 1 ? "" : ` (and ${count - 1} more)`}, expected text`,
      help: "Restore the file, or save it as UTF-8 if it is UTF-16.",
    }),
  }),
  "file-too-large": entry<{ size: number; limit: number }>({
    severity: "error",
    about: "A text file is larger than any text that a person edits; most likely it is something else.",
    example: "A recording of 50 MB named `index.md`.",
    instead: "The text alone, or the text in several sections.",
    words: ({ size, limit }) => ({
      message: `Unexpected size of ${megabytes(size)}, expected at most ${megabytes(limit)} a text file`,
      help: "Move what is no text into a file of its own, or split the feature into sections.",
    }),
  }),
  "empty-file": entry<{ expected: string }>({
    severity: "error",
    about: "A file that should hold a document is empty, or holds white space only.",
    example: "`content/guests/chen-gang.md` with no characters.",
    instead: "The front matter and the text, or no file.",
    words: ({ expected }) => ({
      message: `Unexpected empty file, expected ${expected}`,
      help: "Write it, or delete the file.",
    }),
  }),
  "missing-settings": entry<{ found: string | null }>({
    severity: "error",
    about: "The site has no `content/site.yaml`, which says its title, address and language.",
    example: "`content/site.yml`",
    instead: "`content/site.yaml`",
    words: ({ found }) => ({
      message:
        found === null ? "Missing content/site.yaml" : `Unexpected ${quoted(found)}, expected "site.yaml"`,
      help:
        found === null
          ? "Add content/site.yaml with at least a title, a url and a language."
          : "Rename the file to site.yaml.",
    }),
  }),
  "folder-named-as-file": entry<{ name: string }>({
    severity: "error",
    about: "A folder has a name that ends in `.md`, so that it looks like a document and is none.",
    example: "`content/features/spring-duty.md/`",
    instead: "`content/features/spring-duty/`",
    words: ({ name }) => ({
      message: `Unexpected folder named ${quoted(name)}, expected a file`,
      help: "Rename the folder without its ending.",
    }),
  }),
  "unread-file": entry<{ expected: readonly string[] }>({
    severity: "warning",
    about: "A Markdown file stands where nothing reads it, so its text would silently not be published.",
    example: "`content/spring-duty.md`",
    instead: "`content/features/spring-duty.md`",
    words: ({ expected }) => ({
      message: `Unexpected Markdown file, nothing reads it here; expected ${oneOf(expected)}`,
      help: "Move the file, or give it a name that begins with a dot if it is no part of the site.",
    }),
  }),
  "wrong-file-name": entry<{ found: string; expected: string }>({
    severity: "error",
    about:
      "A file's name differs from the one that is read in its case or its ending. Some disks tell the two apart and others do not, so the site would depend on the machine.",
    example: "`Index.md`, `index.markdown`, `index.MD`",
    instead: "`index.md`",
    words: ({ found, expected }) => ({
      message: `Unexpected file name ${quoted(found)}, expected ${quoted(expected)}`,
      help: `Rename the file to ${expected}.`,
    }),
  }),
  "missing-index": entry<{ folder: string; translation: string | null }>({
    severity: "error",
    about:
      "The folder of a feature has sections but no `index.md`, which holds the feature's own front matter.",
    example: "`features/spring-duty/10-measures.md` alone",
    instead: "`features/spring-duty/index.md` and `features/spring-duty/10-measures.md`",
    words: ({ folder, translation }) => {
      const name = translation === null ? "index.md" : `index.${translation}.md`;
      return {
        message: `Missing ${quoted(`${folder}/${name}`)}`,
        help:
          translation === null
            ? "Add it, with the feature's title, date and guests."
            : "Translate the feature's own front matter too, or delete the translated section.",
      };
    },
  }),
  "untranslated-section": entry<{ section: string; language: string }>({
    severity: "warning",
    about:
      "A feature is translated but one of its sections is not, so that the translation is shorter than its original.",
    example: "`index.en.md` and `10-measures.md`",
    instead: "`index.en.md` and `10-measures.en.md`",
    words: ({ section, language }) => ({
      message: `Missing translation of the section ${quoted(section)} into ${quoted(language)}`,
      help: "Add the section's translation beside its original.",
    }),
  }),
  "missing-original": entry<{ original: string; language: string }>({
    severity: "error",
    about: "A file has a language in its name, but the original that it translates is not there.",
    example: "`guests/chen-gang.en.md` alone",
    instead: "`guests/chen-gang.md` and `guests/chen-gang.en.md`",
    words: ({ original, language }) => ({
      message: `Missing ${quoted(original)}, of which this is the translation into ${quoted(language)}`,
      help: "Add the original, or take the language out of this file's name.",
    }),
  }),
  "duplicate-document": entry<{ other: string; id: string }>({
    severity: "error",
    about: "Two files hold the same document, so one of them would vanish.",
    example: "`features/spring-duty.md` and `features/spring-duty/index.md`",
    instead: "One of the two.",
    words: ({ other, id }) => ({
      message: `Unexpected second file for ${quoted(id)}, the first is ${quoted(other)}`,
      help: "Rename or delete one of the two.",
    }),
  }),
  "duplicate-section-file": entry<{ id: string; other: string }>({
    severity: "error",
    about: "Two sections of a feature have one id, so that addresses inside the feature would be ambiguous.",
    example: "`10-measures.md` and `20-measures.md`",
    instead: "`10-measures.md` and `20-results.md`",
    words: ({ id, other }) => ({
      message: `Unexpected second section ${quoted(id)}, the first is ${quoted(other)}`,
      help: "Rename one of the two files, or give one an `id`.",
    }),
  }),
};

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 10_000) / 100).toString()} MB`;
}
