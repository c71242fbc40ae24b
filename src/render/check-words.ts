import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Source } from "../diagnostics/source.js";
import type { SiteSettings } from "../model/settings.js";
import type { WordCall } from "./check-template.js";
import { parseLocale, type Locale, type Word } from "./locale.js";
import { programWords } from "./program-words.js";
import { spanOfLocation } from "./template-syntax.js";
import { localeChain } from "./words.js";

/** A file of `templates/locales`. */
export interface LocaleFile {
  /** As the file is named. */
  readonly language: string;
  readonly source: Source;
  readonly own: boolean;
}

/** The locales of a theme, by language. */
export type Locales = ReadonlyMap<string, Locale>;

/** Read all locales; the site's own words lie over the theme's, key by key. */
export function loadLocales(files: readonly LocaleFile[]): { value: Locales; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const locales = new Map<string, Locale>();
  const own: Locale[] = [];
  for (const file of [...files].sort((a, b) => Number(a.own) - Number(b.own))) {
    const { value, diagnostics: found } = parseLocale(file.source, file.language);
    for (const each of found) diagnostics.push(each);
    if (!value) continue;
    if (file.own) own.push(value);
    const { language } = value;
    const words = new Map([...(locales.get(language)?.words ?? []), ...value.words]);
    locales.set(language, { language, words });
  }
  const builtIn = new Set<string>(files.some((file) => !file.own) ? programWords : []);
  for (const { words } of locales.values()) {
    for (const [key, word] of words)
      if (!own.some((locale) => locale.words.get(key) === word)) builtIn.add(key);
  }
  return {
    value: locales,
    diagnostics: [...diagnostics, ...unusedWords(own, builtIn), ...missingProgramWords(locales)],
  };
}

/** Report calls of words that no locale has, and calls that give too few values. */
export function checkWords(calls: readonly WordCall[], source: Source, locales: Locales): Diagnostic[] {
  return calls.flatMap((call) => {
    const where = { source, span: spanOfLocation(source, call.location) };
    const having = [...locales.values()].filter(({ words }) => words.has(call.key));
    if (having.length === 0) {
      const keys = new Set([...locales.values()].flatMap(({ words }) => [...words.keys()]));
      return [diagnose("unknown-word", where, { key: call.key, nearest: nearest(call.key, keys) })];
    }
    for (const { language, words } of having) {
      const name = valuesOf(words.get(call.key)).find((each) => !call.values.includes(each));
      if (name !== undefined) {
        return [diagnose("missing-word-value", where, { key: call.key, name, locale: language })];
      }
    }
    return [];
  });
}

/** Report what the locales lack for the languages of a site. */
export function checkLocales(locales: Locales, { languages, file }: SiteSettings): Diagnostic[] {
  const all = new Set([...locales.values()].flatMap(({ words }) => [...words.keys()]));
  return languages.flatMap((language) => {
    const [first, ...others] = localeChain(language, locales.keys());
    if (first === undefined) return [];
    if (!covers(first, language)) {
      return [diagnose("missing-locale", { file }, { language, instead: first })];
    }
    const own = locales.get(first);
    return [...all].flatMap((key) => {
      if (own?.words.has(key)) return [];
      const instead = others.find((other) => locales.get(other)?.words.has(key)) ?? first;
      const place = own?.words.values().next().value?.source.path ?? file;
      return [diagnose("missing-word", { file: place }, { key, locale: first, instead })];
    });
  });
}

/** The files that a language's words may come from. */
export function localesOf(language: string, locales: Locales): string[] {
  return localeChain(language, locales.keys()).map((tag) => `locales/${tag}.yaml`);
}

/** `zh-Hans` covers `zh-CN`, `en` covers `en-GB`; `zh-Hans` does not cover `zh-TW`. */
function covers(locale: string, language: string): boolean {
  const [has, wanted] = [new Intl.Locale(locale).maximize(), new Intl.Locale(language).maximize()];
  return has.language === wanted.language && has.script === wanted.script;
}

function valuesOf(word: Word | undefined): string[] {
  return [...(word?.forms.values() ?? [])].flatMap((pattern) =>
    pattern.flatMap((part) => (typeof part === "string" ? [] : [part.value])),
  );
}

/** Only what is close to a known word is reported: keys may be put together in templates, and credits are free. */
function unusedWords(own: readonly Locale[], known: ReadonlySet<string>): Diagnostic[] {
  return own.flatMap(({ words }) =>
    [...words].flatMap(([key, { source, span }]) => {
      if (known.has(key) || key.startsWith("credit.")) return [];
      const near = nearest(key, known);
      return near === undefined ? [] : [diagnose("unused-word", { source, span }, { key, nearest: near })];
    }),
  );
}

function missingProgramWords(locales: Locales): Diagnostic[] {
  return programWords
    .filter((key) => ![...locales.values()].some(({ words }) => words.has(key)))
    .map((key) =>
      diagnose("unknown-word", { file: "templates/locales/en.yaml" }, { key, nearest: undefined }),
    );
}
