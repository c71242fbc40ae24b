import { didYouMean, entry, oneOf, quoted } from "../entry.js";

/** Problems of single values in front matter and in `site.yaml`. */
export const valueCodes = {
  "unknown-key": entry<{ key: string; nearest: string | undefined; known: readonly string[] }>({
    severity: "error",
    about: "A key is none that is read here, so that its value would silently have no effect.",
    example: "titel: Spring",
    instead: "title: Spring",
    words: ({ key, nearest, known }) => ({
      message: `Unexpected key ${quoted(key)}${nearest === undefined ? `, expected ${oneOf(known)}` : didYouMean(nearest)}`,
      help: "Keys of your own begin with `x-` or stand under `custom:`.",
    }),
  }),
  "missing-key": entry<{ key: string; within: string; expected: string }>({
    severity: "error",
    about: "A key that every such document needs is not there, or has no value.",
    example: "---\nrole: Farmer\n---",
    instead: "---\nname: Chen Gang\nrole: Farmer\n---",
    words: ({ key, within, expected }) => ({
      message: `Missing ${quoted(key)}${within === "" ? "" : ` in ${quoted(within)}`}, expected ${expected}`,
      help: `Add a line ${quoted(`${key}: …`)}.`,
    }),
  }),
  "wrong-type": entry<{ path: string; found: string; expected: string }>({
    severity: "error",
    about: "A value has another form than its key takes: a list for a text, a text for a map.",
    example: "title: [Spring, Summer]",
    instead: "title: Spring and summer",
    words: ({ path, found, expected }) => ({
      message: `Unexpected ${found} for ${quoted(path)}, expected ${expected}`,
      help: "",
    }),
  }),
  "wrong-value": entry<{ path: string; found: string; expected: string; nearest: string | undefined }>({
    severity: "error",
    about: "A value is none that its key takes.",
    example: "status: publish",
    instead: "status: published",
    words: ({ path, found, expected, nearest }) => ({
      message: `Unexpected ${found} for ${quoted(path)}, expected ${expected}${didYouMean(nearest)}`,
      help: "",
    }),
  }),
  "invalid-date": entry<{ found: string; reason: "form" | "calendar" | "time"; nearest: string | undefined }>(
    {
      severity: "error",
      about: "A date is a day of the calendar in the form year-month-day, without a time.",
      example: "date: 2024/3/1",
      instead: "date: 2024-03-01",
      words: ({ found, reason, nearest }) => ({
        message:
          reason === "calendar"
            ? `Unexpected date ${quoted(found)}, expected a day that the calendar has`
            : `Unexpected date ${quoted(found)}, expected ${reason === "time" ? "a day without a time" : "the form 2024-03-01"}${didYouMean(nearest)}`,
        help: reason === "calendar" ? "See how many days the month has." : "",
      }),
    },
  ),
  "unfit-slug": entry<{ found: string; what: string; reason: string; nearest: string | undefined }>({
    severity: "error",
    about:
      "A slug is one part of an address and of a file name: lower-case letters of any script, digits, `-`, `_` and, inside, `.`.",
    example: "slug: Spring/Duty",
    instead: "slug: spring-duty",
    words: ({ found, what, reason, nearest }) => ({
      message: `Unexpected ${what} ${quoted(found)}, ${reason}${didYouMean(nearest)}`,
      help: 'Allowed are lower-case letters of any script, digits, "-", "_", and "." between them.',
    }),
  }),
  "invalid-language": entry<{ found: string; nearest: string | undefined }>({
    severity: "error",
    about: "A language is named by its tag (BCP 47), such as `zh-Hans`, `en` or `pt-BR`.",
    example: "language: zh_CN",
    instead: "language: zh-Hans",
    words: ({ found, nearest }) => ({
      message: `Unexpected language ${quoted(found)}, expected a tag such as "zh-Hans" or "en"${didYouMean(nearest)}`,
      help: "",
    }),
  }),
  "undeclared-language": entry<{ found: string; languages: readonly string[]; nearest: string | undefined }>({
    severity: "error",
    about: "A text or a file is in a language that `languages` of `site.yaml` does not name.",
    example: "`about.fr.md` in a site with `languages: [zh-Hans, en]`",
    instead: "languages: [zh-Hans, en, fr]",
    words: ({ found, languages, nearest }) => ({
      message: `Unexpected language ${quoted(found)}, expected ${oneOf(languages)}${didYouMean(nearest)}`,
      help: `Add ${quoted(found)} to "languages" in content/site.yaml if the site has it; in a file's name, a dot begins a language.`,
    }),
  }),
  "unknown-timezone": entry<{ found: string; nearest: string | undefined }>({
    severity: "error",
    about: "A time zone is named as in the IANA time zone database.",
    example: "timezone: Beijing",
    instead: "timezone: Asia/Shanghai",
    words: ({ found, nearest }) => ({
      message: `Unexpected time zone ${quoted(found)}, expected a name such as "Asia/Shanghai" or "UTC"${didYouMean(nearest)}`,
      help: "",
    }),
  }),
  "invalid-pattern": entry<{ found: string; reason: string }>({
    severity: "error",
    about: "A pattern is no regular expression (of JavaScript, flag `u`), or lacks the group `credit`.",
    example: "creditPatterns: ['Photo: (']",
    instead: "creditPatterns: ['Photo: (?<credit>.+)$']",
    words: ({ found, reason }) => ({
      message: `Unexpected pattern ${quoted(found)}, ${reason}`,
      help: "",
    }),
  }),
  "unknown-code": entry<{ found: string; nearest: string | undefined }>({
    severity: "error",
    about: "`mute` names a code that no problem has.",
    example: "mute: [missing-credits]",
    instead: "mute: [missing-credit]",
    words: ({ found, nearest }) => ({
      message: `Unexpected code ${quoted(found)}, expected one of docs/diagnostics.md${didYouMean(nearest)}`,
      help: "",
    }),
  }),
  "muted-error": entry<{ found: string }>({
    severity: "error",
    about: "`mute` names an error. Errors cannot be muted: they mean that readers would get something wrong.",
    example: "mute: [unknown-speaker]",
    instead: "mute: [missing-credit]",
    words: ({ found }) => ({
      message: `Unexpected error ${quoted(found)}, expected the code of a warning`,
      help: "Mend what the error reports.",
    }),
  }),
};
