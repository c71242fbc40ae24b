import type { Span } from "../diagnostics/place.js";
import { flowAt } from "./plain-flow.js";
import { endsLine, keyEndAt, pastSpaces } from "./plain-scalar.js";
import type { YamlEntry, YamlList, YamlMap, YamlNode } from "./yaml-tree.js";

/**
 * Read the plain YAML that editors write, many times as fast as a parser for all of YAML can.
 *
 *     title: "Before the light"     # a value in one line, in quotation marks or not
 *     topics: [town, craft]
 *     guests:
 *       - id: abe-lund
 *         role: Ferryman
 *
 * The `yaml` package stays the grammar, by definition: where this reader answers, its tree is the one that is made
 * of the package's, spans included (a test holds the two together). It declines whatever it is not sure of: anchors,
 * aliases, tags, tabs, values over several lines, keys in quotation marks, a key that stands twice, a full-width
 * colon behind a word that begins a line, odd indentation, and all that is an error.
 *
 * @param text - Of the whole file.
 * @param span - The YAML's place in it.
 * @returns The map, or `undefined` where the package is to read the text.
 */
export function readPlainYaml(text: string, span: Span): YamlMap | undefined {
  if (span.end - span.start > longestPlain) return undefined;
  const yaml = text.slice(span.start, span.end);
  if (unusual.test(yaml)) return undefined;
  if (yaml.includes("：") && wordBeforeFullWidthColon.test(yaml)) return undefined;
  return new PlainBlocks(text, span).read();
}

/** UTF-16 units. Whoever writes more has time. */
const longestPlain = 65_536;

/** Tabs, controls, a lone CR, a byte order mark, and the line breaks that only some readers of YAML know. */
const unusual = /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)/;

const wordBeforeFullWidthColon = /^ *(?:- +)*["']?[A-Za-z][\w-]*["']? *：/m;

/** Maps and lists inside of each other. */
const deepest = 16;

/**
 * Maps and lists by their indentation.
 *
 * Between two steps the reader stands at the first character of a line's content, and knows its column (from 0);
 * behind the last line the column is -1.
 */
class PlainBlocks {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #column = -1;

  constructor(text: string, { start, end }: Span) {
    this.#text = text;
    this.#end = end;
    this.#at = start;
  }

  read(): YamlMap | undefined {
    this.#enter(this.#at);
    if (this.#column !== 0 || this.#isItem()) return undefined;
    return this.#map(0, 1);
  }

  #map(column: number, depth: number): YamlMap | undefined {
    const start = this.#at;
    const entries = new Map<string, YamlEntry>();
    let end = start;
    do {
      const key = { start: this.#at, end: keyEndAt(this.#text, this.#at, this.#end) };
      if (key.end < 0) return undefined;
      const name = this.#text.slice(key.start, key.end);
      this.#at = pastSpaces(this.#text, key.end + 1);
      const value = this.#isLineOver() ? this.#below(column, depth) : this.#inLine();
      if (value === undefined || entries.has(name)) return undefined;
      entries.set(name, { key, value });
      end = Math.max(value.span.end, key.end);
    } while (this.#column === column && !this.#isItem());
    return this.#column >= column ? undefined : { kind: "map", entries, span: { start, end } };
  }

  #list(column: number, depth: number): YamlList | undefined {
    const start = this.#at;
    const items: YamlNode[] = [];
    let end = start;
    do {
      const content = pastSpaces(this.#text, this.#at + 1);
      const inner = column + content - this.#at;
      this.#at = content;
      const isMap = keyEndAt(this.#text, content, this.#end) >= 0;
      const item = isMap && depth < deepest ? this.#map(inner, depth + 1) : this.#inLine();
      if (item === undefined) return undefined;
      items.push(item);
      end = item.span.end;
    } while (this.#column === column && this.#isItem());
    return this.#column > column ? undefined : { kind: "list", items, span: { start, end } };
  }

  /** What stands below a key: a block, or nothing. A list may be as deep as its key. */
  #below(column: number, depth: number): YamlNode | undefined {
    const nothing = this.#at;
    this.#goToContent();
    if (depth >= deepest) return undefined;
    if (this.#column >= column && this.#isItem()) return this.#list(this.#column, depth + 1);
    if (this.#column > column) return this.#map(this.#column, depth + 1);
    return { kind: "nothing", span: { start: nothing, end: nothing } };
  }

  /** A value that ends in its line. Were the next line deeper, it would belong to it: who called sees that. */
  #inLine(): YamlNode | undefined {
    const node = flowAt(this.#text, this.#at, this.#end);
    if (node === undefined) return undefined;
    const behind = node.span.end;
    this.#at = pastSpaces(this.#text, behind);
    if (!this.#isLineOver() || (this.#text[this.#at] === "#" && this.#at === behind)) return undefined;
    this.#goToContent();
    return node;
  }

  /** Whether nothing but a comment is left of the line. */
  #isLineOver(): boolean {
    return this.#text[this.#at] === "#" || endsLine(this.#text, this.#at, this.#end);
  }

  /** Whether a list's item begins here: a dash, and a space or nothing behind it. */
  #isItem(): boolean {
    if (this.#text[this.#at] !== "-") return false;
    return this.#text[this.#at + 1] === " " || endsLine(this.#text, this.#at + 1, this.#end);
  }

  #goToContent(): void {
    this.#enter(this.#nextLine());
  }

  /** Go to the first content in the line that starts here, or in one below. */
  #enter(start: number): void {
    for (let line = start; line < this.#end; line = this.#nextLine()) {
      this.#at = pastSpaces(this.#text, line);
      this.#column = this.#at - line;
      if (!this.#isLineOver()) return;
    }
    this.#column = -1;
  }

  #nextLine(): number {
    const lineEnd = this.#text.indexOf("\n", this.#at);
    return lineEnd < 0 ? this.#end : lineEnd + 1;
  }
}
