import { createHash } from "node:crypto";
import { readLanguage } from "../config/language.js";
import { plainSlug, slugFault } from "../config/slug-form.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { FilePath, LanguageTag } from "../model/ids.js";
import { nearest } from "../diagnostics/nearest.js";

/** The name of a Markdown file, taken apart: `10-measures.en.md`. */
export interface MarkdownName {
  /** Without language and ending: `10-measures`. */
  readonly stem: string;
  /** `null` where the name has none. */
  readonly language: LanguageTag | null;
}

/** Whether a file is Markdown by its name, under any of the endings that are in use. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn?|mdx)$/i.test(name);
}

/**
 * Take the name of a Markdown file apart. A name that is not spelt as it is read is reported and gives nothing:
 * another ending than `.md`, `Index.md`, or a language that the site does not have.
 *
 * @param file - The whole path.
 * @param languages - Of the site; `null` where they are not known, which makes a language of all that looks like one.
 */
export function readMarkdownName(
  file: FilePath,
  languages: readonly LanguageTag[] | null,
): MarkdownName | Diagnostic {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const base = name.replace(/\.[^.]+$/, "");
  const expected = `${base.replace(/^index(?=\.|$)/i, "index")}.md`;
  if (name !== expected) return diagnose("wrong-file-name", { file }, { found: name, expected });
  const suffix = /^(.+)\.([^.]+)$/.exec(base);
  const [, stem = "", typed = ""] = suffix ?? [];
  const language = readLanguage(typed);
  if (suffix === null || language === undefined) return { stem: base, language: null };
  if (languages === null || languages.includes(language)) return { stem, language };
  const params = { found: typed, languages, nearest: nearest(typed, languages) };
  return diagnose("undeclared-language", { file }, params);
}

/**
 * The id that a file's or folder's name gives, fit to be a part of an address: the name itself where it is fit, or
 * else what is fit of it. Two spellings of one name (Unicode NFC and NFD) give one id.
 *
 * @returns Never empty: a name of emoji gives a short hash.
 */
export function entryOf(stem: string): string {
  const composed = stem.normalize("NFC");
  if (slugFault(composed) === undefined) return composed;
  return plainSlug(composed) || shortHash(composed);
}

/** The name of a section's file, `10-measures`: the number orders, the rest is the id. */
export function readSectionName(stem: string): { readonly order: number; readonly entry: string } {
  const match = /^(\d{1,9})[-_. ]+(.*\S.*)$/.exec(stem);
  if (match === null) return { order: /^\d{1,9}$/.test(stem) ? Number(stem) : Infinity, entry: entryOf(stem) };
  const [, order = "", rest = ""] = match;
  return { order: Number(order), entry: entryOf(rest) };
}

/** Eight hexadecimal digits that depend on the text alone. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFC")).digest("hex").slice(0, 8);
}
