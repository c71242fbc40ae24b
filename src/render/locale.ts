import { readPlainYaml } from "../content/plain-yaml.js";
import { readYaml } from "../content/read-yaml.js";
import type { YamlEntry, YamlMap, YamlNode } from "../content/yaml-tree.js";
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
  const tree = readTree(source);
  if (tree.value === undefined) return unusable(tree.diagnostics);
  const words = new Map<string, Word>();
  const diagnostics = [...tree.diagnostics];
  for (const [key, entry] of tree.value.entries) {
    const word = readWord(key, entry, source, diagnostics);
    if (word) words.set(key, word);
  }
  return checked({ language, words }, diagnostics);
}

function readTree(source: Source): Checked<YamlMap> {
  const whole = { start: 0, end: source.text.length };
  const plain = readPlainYaml(source.text, whole);
  return plain === undefined ? readYaml(source, whole, new Set()) : checked(plain);
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
  key: string,
  { key: span, value }: YamlEntry,
  source: Source,
  diagnostics: Diagnostic[],
): Word | undefined {
  const forms = new Map<string, WordPattern>();
  const add = (form: string, node: YamlNode): void => {
    const where = { source, span: node.span };
    if (node.kind !== "text" || typeof node.value !== "string") {
      diagnostics.push(diagnose("locale-value", where, { key, found: kindOf(node) }));
      return;
    }
    const pattern = parseWordPattern(node.value);
    if ("wrong" in pattern) {
      diagnostics.push(diagnose("locale-braces", where, { key, found: pattern.wrong }));
      return;
    }
    forms.set(form, pattern);
  };
  if (value.kind !== "map") {
    add("other", value);
  } else {
    for (const [form, item] of value.entries) {
      if (isPluralForm(form)) add(form, item.value);
      else {
        const params = { key, form, forms: pluralForms, missing: false };
        diagnostics.push(diagnose("locale-plural", { source, span: item.key }, params));
      }
    }
    if (!value.entries.has("other")) {
      const params = { key, form: "other", forms: pluralForms, missing: true };
      diagnostics.push(diagnose("locale-plural", { source, span }, params));
    }
  }
  return forms.has("other") ? { forms, source, span } : undefined;
}

function isPluralForm(form: string): boolean {
  return pluralForms.some((each) => each === form);
}

function kindOf(node: YamlNode): string {
  if (node.kind !== "text") return node.kind;
  if (node.value === null) return "nothing";
  return typeof node.value === "boolean" ? "yes or no" : typeof node.value;
}
