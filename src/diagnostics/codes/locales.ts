import { didYouMean, entry, oneOf, quoted } from "../entry.js";

/** Problems of the words of the interface: `templates/locales/<language>.yaml`. */
export const localeCodes = {
  "locale-name": entry<{ name: string }>({
    severity: "error",
    about: "A locale file's name is no language tag.",
    example: "`templates/locales/english.yaml`",
    instead: "`templates/locales/en.yaml`",
    words: ({ name }) => ({
      message: `Unexpected locale name ${quoted(name)}, expected a language tag`,
      help: "Such as en, zh-Hans, zh-Hant, ja, pt-BR (BCP 47).",
    }),
  }),
  "locale-value": entry<{ key: string; found: string }>({
    severity: "error",
    about: "A word of a locale is neither a text nor a map of plural forms.",
    example: "`answers: [answer, answers]`",
    instead: '`answers: {one: "{count} answer", other: "{count} answers"}`',
    words: ({ key, found }) => ({
      message: `Unexpected ${found} for ${quoted(key)}, expected a text or a map of plural forms`,
      help: "Put numbers and yes/no in quotation marks where they are meant as words.",
    }),
  }),
  "locale-plural": entry<{ key: string; form: string; forms: readonly string[]; missing: boolean }>({
    severity: "error",
    about:
      "A map of plural forms has a form that no language has, or lacks `other`, which every language needs.",
    example: "`answers: {one: 1 answer, many_: answers}`",
    instead: '`answers: {one: 1 answer, other: "{count} answers"}`',
    words: ({ key, form, forms, missing }) => ({
      message: missing
        ? `Expected the plural form "other" of ${quoted(key)}`
        : `Unexpected plural form ${quoted(form)} of ${quoted(key)}, expected ${oneOf(forms)}`,
      help: "The forms are chosen by the language's rules for `count`; `other` stands in for those not given.",
    }),
  }),
  "locale-braces": entry<{ key: string; found: string }>({
    severity: "error",
    about: "A brace in a word of a locale is not part of a `{name}`.",
    example: '`answers: "{count answers"`',
    instead: '`answers: "{count} answers"`',
    words: ({ key, found }) => ({
      message: `Unexpected ${quoted(found)} in ${quoted(key)}, expected a name in braces`,
      help: "{count} stands for a value; write {{ and }} for braces that readers are to see.",
    }),
  }),
  "unknown-word": entry<{ key: string; nearest: string | undefined }>({
    severity: "error",
    about: "A template asks for a word of the interface that no locale has.",
    example: '`{{t "nav.guest"}}`',
    instead: '`{{t "nav.guests"}}`, or a line `nav.guest: …` in `templates/locales`',
    words: ({ key, nearest }) => ({
      message: `Unexpected word ${quoted(key)}, expected a key of templates/locales${didYouMean(nearest)}`,
      help: "Add it to the locale of each of the site's languages.",
    }),
  }),
  "missing-word-value": entry<{ key: string; name: string; locale: string }>({
    severity: "error",
    about: "A word of the interface has a place for a value, and the template gives none.",
    example: '`{{t "answers"}}` where the word is `{count} answers`',
    instead: '`{{t "answers" count=answerCount}}`',
    words: ({ key, name, locale }) => ({
      message: `Expected a value ${quoted(name)} for the word ${quoted(key)} (${locale})`,
      help: `Write {{t "${key}" ${name}=…}}.`,
    }),
  }),
  "missing-word": entry<{ key: string; locale: string; instead: string }>({
    severity: "warning",
    about: "A locale lacks a word that another has, so readers see that word in another language.",
    example: "`zh-Hans.yaml` without `nav.topics`, which `en.yaml` has.",
    instead: "`nav.topics: 话题` in `zh-Hans.yaml`",
    words: ({ key, locale, instead }) => ({
      message: `Expected a word ${quoted(key)} in the locale ${quoted(locale)}; the one of ${quoted(instead)} is shown`,
      help: `Add ${key} to templates/locales/${locale}.yaml.`,
    }),
  }),
  "unused-word": entry<{ key: string; nearest: string | undefined }>({
    severity: "warning",
    about: "The site's own locale has a word that neither the theme nor a template knows.",
    example: "`nav.guest: Voices`",
    instead: "`nav.guests: Voices`",
    words: ({ key, nearest }) => ({
      message: `Unexpected word ${quoted(key)}, which no template asks for${didYouMean(nearest)}`,
      help: "Only words that the theme has, or that your own templates ask for, are shown.",
    }),
  }),
  "missing-locale": entry<{ language: string; instead: string }>({
    severity: "warning",
    about:
      "The site has a language for which there are no words of the interface, so another language's are shown.",
    example: "`languages: [en, fi]` and no `templates/locales/fi.yaml`",
    instead: "A `templates/locales/fi.yaml`",
    words: ({ language, instead }) => ({
      message: `Expected templates/locales/${language}.yaml; the words of ${quoted(instead)} are shown`,
      help: `Copy the theme's ${instead}.yaml and translate it.`,
    }),
  }),
};
