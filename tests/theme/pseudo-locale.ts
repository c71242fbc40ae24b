import { readFileSync } from "node:fs";
import { parse } from "yaml";

const english = new URL("../../templates/locales/en.yaml", import.meta.url);
const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").map((letter, index) => [
    letter,
    Array.from("áƀčđéƒǧĥíĵķļɱñóƥʠŕšţúṽŵẋýžÁƁČĐÉƑǦĤÍĴĶĻṀÑÓƤɊŔŠŢÚṼŴẊÝŽ")[index] ?? letter,
  ]),
);

/**
 * A text as no language has it: each letter with an accent, in brackets, and half as long again. What is seen on a page
 * without them was never asked of a locale; what spoils the page was made for words of one length.
 *
 *     {count} answers   ⟦{count} áñšŵéŕš áñš⟧
 */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[A-Za-z]/g, (part) => accents[part] ?? part);
  const letters = Array.from(accented.replace(/\{\w+\}/g, ""));
  const more = letters
    .slice(0, Math.ceil(letters.length / 2))
    .join("")
    .trim();
  return `⟦${accented} ${more}⟧`;
}

/** The English words of the theme as a locale of such texts; JSON is YAML, too. */
export function pseudoLocale(): string {
  const words = parse(readFileSync(english, "utf8")) as Record<string, string | Record<string, string>>;
  const entries = Object.entries(words).map(([key, word]) => [
    key,
    typeof word === "string"
      ? pseudo(word)
      : Object.fromEntries(Object.entries(word).map(([form, text]) => [form, pseudo(text)])),
  ]);
  return JSON.stringify(Object.fromEntries(entries), null, 1);
}
