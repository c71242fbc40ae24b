import { nearest } from "../diagnostics/nearest.js";
import { once } from "./once.js";
import type { Locale, Word } from "./locale.js";
import { TemplateMistake } from "./template-mistake.js";
import type { WordPattern } from "./word-pattern.js";
import { languageName } from "./written-forms.js";

/** Values for the places of a word. */
export type Values = Readonly<Record<string, unknown>>;

/** The words of the interface, and how numbers and lists are written, in one language. */
export interface Words {
  /** The language that was asked for. @see BCP 47 */
  readonly language: string;
  /** Whether there is a word for the key, in this language or one that stands in for it. */
  has(key: string): boolean;
  /**
   * The word for a key, with its values filled in; the value `count` chooses the plural form.
   *
   * @throws TemplateMistake where no locale has the key, or a value is missing.
   */
  say(key: string, values?: Values): string;
  /** A number as the language writes it. */
  number(value: number): string;
  /** A list as the language writes it: `A, B, and C`; `甲、乙和丙`. */
  list(items: readonly string[]): string;
  /** The name of a language in this one: Chinese, 英语. @param tag - BCP 47. */
  languageName(tag: string): string;
}

/**
 * The words of a language: its own, and for those it lacks the ones of the nearest language that has them.
 *
 * @see UAX 35, Likely Subtags, for the script that a region writes.
 */
export function wordsOf(language: string, locales: ReadonlyMap<string, Locale>): Words {
  const chain = localeChain(language, locales.keys()).flatMap((tag) => locales.get(tag) ?? []);
  // What knows of all languages takes longer to come by than a page takes to make.
  const numbers = once(() => new Intl.NumberFormat(language));
  const lists = once(() => new Intl.ListFormat(language, { type: "conjunction" }));
  const languages = new Map<string, string>();
  const plurals = new Map<string, Intl.PluralRules>();
  const written = new Map<number, string>();
  // Every page asks for the same words and mostly for the same numbers.
  const found = new Map<string, { readonly word: Word; readonly locale: Locale } | undefined>();
  const find = (key: string) => {
    if (found.has(key)) return found.get(key);
    const locale = chain.find(({ words }) => words.has(key));
    const word = locale?.words.get(key);
    const result = locale && word && { word, locale };
    found.set(key, result);
    return result;
  };
  const number = (value: number): string => {
    let text = written.get(value);
    if (text === undefined) written.set(value, (text = numbers().format(value)));
    return text;
  };
  const formOf = (count: unknown, locale: Locale): string => {
    if (typeof count !== "number") return "other";
    let rules = plurals.get(locale.language);
    if (!rules) plurals.set(locale.language, (rules = new Intl.PluralRules(locale.language)));
    return rules.select(count);
  };
  return {
    language,
    has: (key) => find(key) !== undefined,
    say(key, values = {}) {
      const entry = find(key);
      if (!entry) {
        const near = nearest(key, new Set(chain.flatMap(({ words }) => [...words.keys()])));
        throw new TemplateMistake({ code: "unknown-word", params: { key, nearest: near } });
      }
      const { word, locale } = entry;
      const pattern = word.forms.get(formOf(values["count"], locale)) ?? word.forms.get("other") ?? [];
      return fill(
        pattern,
        values,
        (name) => {
          throw new TemplateMistake({
            code: "missing-word-value",
            params: { key, name, locale: locale.language },
          });
        },
        number,
      );
    },
    number,
    list: (items) => (items.length === 1 ? (items[0] ?? "") : lists().format(items)),
    languageName(tag) {
      let name = languages.get(tag);
      if (name === undefined) languages.set(tag, (name = languageName(tag, language)));
      return name;
    },
  };
}

/**
 * The locales that a language takes words from, nearest first.
 *
 * `zh-TW` asks `zh-TW`, `zh-Hant-TW`, `zh-Hant`, `zh`, then any other Chinese, then `en`, then whatever there is.
 */
export function localeChain(language: string, available: Iterable<string>): string[] {
  const tags = [...available].sort();
  const byFold = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  const full = new Intl.Locale(language).maximize();
  const wanted = [
    language,
    ...shortened(full.toString()),
    ...shortened(language),
    ...tags.filter((tag) => new Intl.Locale(tag).language === full.language),
    "en",
    ...tags,
  ];
  const chain = new Set<string>();
  for (const tag of wanted) {
    const found = byFold.get(tag.toLowerCase());
    if (found !== undefined) chain.add(found);
  }
  return [...chain];
}

/** `pt-Latn-BR`, `pt-Latn`, `pt`. */
function shortened(tag: string): string[] {
  const parts = tag.split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}

function fill(
  pattern: WordPattern,
  values: Values,
  missing: (name: string) => never,
  number: (value: number) => string,
): string {
  let text = "";
  for (const part of pattern) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const value = Object.hasOwn(values, part.value) ? values[part.value] : undefined;
    if (value === undefined || value === null) missing(part.value);
    if (typeof value === "number") text += number(value);
    else if (typeof value === "string") text += value;
    else {
      const problem = `the value "${part.value}" of a word is neither a text nor a number`;
      throw new TemplateMistake({ code: "template-failed", params: { problem } });
    }
  }
  return text;
}
