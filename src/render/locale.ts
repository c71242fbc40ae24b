import { isMap, isScalar, LineCounter, parseDocument, type Pair } from "yaml";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { parseWordPattern, type WordPattern } from "./word-pattern.js";

/** One word of the interface: a text, or one for each plural form; `other` is always there. */
export interface Word {
  readonly forms: ReadonlyMap<string, WordPattern>;
  /** Where the key stands. */
  readonly source: Source;
  readonly span: Span;
}

/** The words of one language. */
export interface Locale {
  /** As the file is named. */
  readonly language: string;
  readonly words: ReadonlyMap<string, Word>;
}

/** The plural categories that languages have. @see Unicode TR 35, part 3, Language Plural Rules */
const pluralForms = ["zero", "one", "two", "few", "many", "other"] as const;

/**
 * Read a locale file.
 *
 * @param source - The file.
 * @param language - The file's name without its ending.
 */
export function parseLocale(source: Source, language: string): Checked<Locale> {
  if (canonicalTag(language) === undefined) {
    return unusable([diagnose("locale-name", { source, span: { start: 0, end: 0 } }, { name: language })]);
  }
  const document = parseDocument(source.text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: new LineCounter(),
  });
  if (document.errors.length > 0) {
    return unusable(
      document.errors.map(({ message, pos: [start, end] }) =>
        diagnose("locale-syntax", { source, span: { start, end } }, { problem: firstSentence(message) }),
      ),
    );
  }
  const words = new Map<string, Word>();
  const diagnostics: Diagnostic[] = [];
  if (document.contents === null) return checked({ language, words });
  if (!isMap(document.contents)) {
    const span = spanOf(document.contents, { start: 0, end: 0 });
    const problem = "a map of keys to texts was expected";
    return unusable([diagnose("locale-syntax", { source, span }, { problem })]);
  }
  for (const pair of document.contents.items) {
    const word = readWord(pair, source, diagnostics);
    if (word) words.set(word.key, word.word);
  }
  return checked({ language, words }, diagnostics);
}

/** A language tag in its canonical form, or `undefined` where it is none. @see BCP 47 */
function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readWord(
  { key: keyNode, value }: Pair,
  source: Source,
  diagnostics: Diagnostic[],
): { key: string; word: Word } | undefined {
  if (!isScalar(keyNode)) return undefined;
  const key = String(keyNode.value);
  const span = spanOf(keyNode, { start: 0, end: 0 });
  const forms = new Map<string, WordPattern>();
  const add = (form: string, node: unknown): void => {
    const at = spanOf(node, span);
    if (!isScalar(node) || typeof node.value !== "string") {
      diagnostics.push(diagnose("locale-value", { source, span: at }, { key, found: kindOf(node) }));
      return;
    }
    const pattern = parseWordPattern(node.value);
    if ("wrong" in pattern) {
      diagnostics.push(diagnose("locale-braces", { source, span: at }, { key, found: pattern.wrong }));
      return;
    }
    forms.set(form, pattern);
  };
  if (!isMap(value)) {
    add("other", value);
  } else {
    for (const item of value.items) {
      const form = isScalar(item.key) ? String(item.key.value) : "";
      if (isPluralForm(form)) add(form, item.value);
      else {
        const params = { key, form, forms: pluralForms, missing: false };
        diagnostics.push(diagnose("locale-plural", { source, span: spanOf(item.key, span) }, params));
      }
    }
    if (!value.has("other")) {
      const params = { key, form: "other", forms: pluralForms, missing: true };
      diagnostics.push(diagnose("locale-plural", { source, span }, params));
    }
  }
  return forms.has("other") ? { key, word: { forms, source, span } } : undefined;
}

function isPluralForm(form: string): boolean {
  return pluralForms.some((each) => each === form);
}

function spanOf(node: unknown, otherwise: Span): Span {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range))
    return otherwise;
  const [start, end] = node.range as unknown[];
  return typeof start === "number" && typeof end === "number" ? { start, end } : otherwise;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return "map";
  if (!isScalar(node)) return "list";
  if (node.value === null) return "nothing";
  return typeof node.value === "boolean" ? "yes or no" : typeof node.value;
}

function firstSentence(message: string): string {
  return message.replace(/\s+at line \d+[\s\S]*$/, "");
}
