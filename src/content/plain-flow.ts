import { keyEndAt, pastSpaces, plainScalarAt } from "./plain-scalar.js";
import type { YamlEntry, YamlNode } from "./yaml-tree.js";

const comma = 0x2c;

/** Lists and maps inside of each other. */
const deepest = 8;

/**
 * Read a scalar in one line, or a list or map between brackets in one line.
 *
 *     "Before the light"    [town, craft]    {id: abe-lund, role: Ferryman}
 *
 * @param start - Of its first character.
 * @param end - Of the YAML.
 * @param depth - Brackets around it.
 * @returns The node; the reader goes on at the end of its span. `undefined` where it is not certain.
 */
export function flowAt(text: string, start: number, end: number, depth = 0): YamlNode | undefined {
  switch (text[start]) {
    case '"':
      return doubleQuotedAt(text, start, end);
    case "'":
      return singleQuotedAt(text, start, end);
    case "[":
      return depth < deepest ? flowListAt(text, start, end, depth + 1) : undefined;
    case "{":
      return depth < deepest ? flowMapAt(text, start, end, depth + 1) : undefined;
    default:
      return plainScalarAt(text, start, end, depth > 0);
  }
}

function flowListAt(text: string, start: number, end: number, depth: number): YamlNode | undefined {
  const items: YamlNode[] = [];
  let at = pastSpaces(text, start + 1);
  if (text[at] === "]") return { kind: "list", items, span: { start, end: at + 1 } };
  for (;;) {
    const item = flowAt(text, at, end, depth);
    if (item === undefined) return undefined;
    items.push(item);
    at = pastSpaces(text, item.span.end);
    if (text[at] === "]") return { kind: "list", items, span: { start, end: at + 1 } };
    if (text.charCodeAt(at) !== comma) return undefined;
    at = pastSpaces(text, at + 1);
  }
}

function flowMapAt(text: string, start: number, end: number, depth: number): YamlNode | undefined {
  const entries = new Map<string, YamlEntry>();
  let at = pastSpaces(text, start + 1);
  for (;;) {
    const keyEnd = keyEndAt(text, at, end);
    const name = text.slice(at, keyEnd);
    // Whatever brackets and commas make of a key, it is no plain word.
    if (keyEnd < 0 || /[,[\]{}]/.test(name) || entries.has(name)) return undefined;
    const value = flowAt(text, pastSpaces(text, keyEnd + 1), end, depth);
    if (value === undefined) return undefined;
    entries.set(name, { key: { start: at, end: keyEnd }, value });
    at = pastSpaces(text, value.span.end);
    if (text[at] === "}") return { kind: "map", entries, span: { start, end: at + 1 } };
    if (text.charCodeAt(at) !== comma) return undefined;
    at = pastSpaces(text, at + 1);
  }
}

function singleQuotedAt(text: string, start: number, end: number): YamlNode | undefined {
  const pattern = /'((?:[^'\r\n]|'')*)'/y;
  return quoted(text, start, end, pattern, (inner) => inner.replaceAll("''", "'"));
}

function doubleQuotedAt(text: string, start: number, end: number): YamlNode | undefined {
  const pattern = /"((?:[^"\\\r\n]|\\["\\/nt])*)"/y;
  return quoted(text, start, end, pattern, (inner) => inner.replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped));
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

function quoted(text: string, start: number, end: number, pattern: RegExp, unescape: (inner: string) => string): YamlNode | undefined {
  pattern.lastIndex = start;
  const inner = pattern.exec(text)?.[1];
  if (inner === undefined || pattern.lastIndex > end) return undefined;
  const value = unescape(inner);
  return { kind: "text", text: value, value, span: { start, end: pattern.lastIndex }, plain: false };
}
