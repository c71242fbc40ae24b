import { languageTag, type LanguageTag } from "../model/ids.js";

/**
 * Read a language tag and bring it to its usual case: `zh-hans` is `zh-Hans`.
 *
 * @returns `undefined` where it is none. Registered languages have two or three letters; the four to eight that
 *   the grammar reserves would make a tag of any English word.
 * @see BCP 47 (RFC 5646 §2.1)
 */
export function readLanguage(typed: string): LanguageTag | undefined {
  const known = read.get(typed);
  if (known !== undefined) return known;
  const tag = canonicalTag(typed);
  if (tag !== undefined) read.set(typed, tag);
  return tag;
}

/** Tags as typed that were read before: a site has a few, and every feature names one. */
const read = new Map<string, LanguageTag>();

function canonicalTag(typed: string): LanguageTag | undefined {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(typed)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(typed);
    return tag === undefined ? undefined : languageTag(tag);
  } catch {
    return undefined; // A RangeError: not well-formed.
  }
}

/** The tag that was most likely meant by a text that is none, such as `zh_CN` or `Chinese`. */
export function guessLanguage(typed: string): LanguageTag | undefined {
  const named = languagesByName.get(typed.trim().toLowerCase());
  return named === undefined ? readLanguage(typed.trim().replace(/[_ .]+/g, "-")) : languageTag(named);
}

const languagesByName: ReadonlyMap<string, string> = new Map([
  ["chinese", "zh-Hans"],
  ["simplified chinese", "zh-Hans"],
  ["traditional chinese", "zh-Hant"],
  ["中文", "zh-Hans"],
  ["简体中文", "zh-Hans"],
  ["繁體中文", "zh-Hant"],
  ["english", "en"],
  ["英文", "en"],
  ["japanese", "ja"],
  ["日本語", "ja"],
  ["korean", "ko"],
  ["한국어", "ko"],
  ["arabic", "ar"],
  ["french", "fr"],
  ["german", "de"],
  ["spanish", "es"],
  ["portuguese", "pt"],
  ["russian", "ru"],
]);
