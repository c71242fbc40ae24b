import type { Document, ParsedNode } from "yaml";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { findFullWidthColons, type FullWidthColon } from "./full-width-colon.js";
import { mendText, type Mend, type MendedText } from "./mended-text.js";
import { yamlLines } from "./yaml-lines.js";
import { yamlPackage } from "./yaml-package.js";
import { growTree } from "./grow-yaml-tree.js";
import { reportYamlErrors } from "./yaml-problems.js";
import { describeNode, type YamlMap } from "./yaml-tree.js";

/** UTF-16 units that one YAML text may have: several times the longest that anybody wrote. */
export const longestYaml = 262_144;

/**
 * Read a map from YAML (1.2, core schema) with the place of each of its parts.
 *
 * All of its mistakes are reported at once: where one has an obvious reading, such as a full-width colon, it is
 * read so, and the reading goes on. A duplicate key or a full-width colon leaves a value; what makes the structure
 * uncertain, such as a tab, leaves none.
 *
 * @param source - The file that the YAML stands in.
 * @param span - The YAML's place in the source: front matter, or the whole of a file of settings.
 * @param keys - Words that are keys here, so that a key with a full-width colon is told from prose.
 */
export function readYaml(source: Source, span: Span, keys: ReadonlySet<string>): Checked<YamlMap> {
  if (span.end - span.start > longestYaml) {
    const params = { size: span.end - span.start, limit: longestYaml };
    const code = span.end - span.start < source.text.length ? "front-matter-too-long" : "settings-too-long";
    return unusable([diagnose(code, { source, span: startOf(span) }, params)]);
  }
  // The parser knows no lone CR, which is a line break to YAML. The length stays.
  const typed = source.text.slice(span.start, span.end).replace(/\r(?!\n)/g, "\n");
  const first = parse(typed);
  const colons = fullWidthColons(typed, first, keys);
  const tabs = tabMends(typed, first);
  const mends = [...colons.map(colonMend), ...tabs].sort((a, b) => a.start - b.start);
  const mended = mendText(typed, mends);
  const parsed = mends.length === 0 ? first : parse(mended.text);

  const spanAt = (start: number, end: number): Span => spanIn(span, mended, start, end);
  const diagnostics = [
    ...colons.map(({ key, at }) =>
      diagnose("full-width-colon", { source, span: shift(span, at, at + 1) }, { key }),
    ),
    ...tabs.map(({ start, end }) =>
      diagnose("tab-indentation", { source, span: shift(span, start, end) }, { count: end - start }),
    ),
    ...reportYamlErrors(source, withoutEchoes(parsed, tabs, mended), spanAt),
  ];
  const broken = tabs.length > 0 || parsed.errors.length + parsed.warnings.length > 0;
  if (broken) return unusable(diagnostics);
  if (parsed.contents === null) return checked({ kind: "map", entries: new Map(), span }, diagnostics);

  const tree = growTree(parsed.contents, source, spanAt);
  diagnostics.push(...tree.diagnostics, ...secondDocument(parsed, mended, source, spanAt));
  if (tree.value === undefined) return unusable(diagnostics);
  if (tree.value.kind === "map") return checked(tree.value, diagnostics);
  const where = { source, span: tree.value.span };
  return unusable([...diagnostics, diagnose("not-a-map", where, { found: describeNode(tree.value) })]);
}

function parse(yaml: string): Document.Parsed {
  return yamlPackage().parseDocument(yaml, {
    version: "1.2",
    schema: "core",
    stringKeys: true,
    // Compared pairwise by the library, which takes minutes for a long map; growTree does it, with both places.
    uniqueKeys: false,
    prettyErrors: false,
    // "silent" would also hide a second document.
    logLevel: "error",
  });
}

function fullWidthColons(
  yaml: string,
  parsed: Document.Parsed,
  keys: ReadonlySet<string>,
): FullWidthColon[] {
  const badLines = new Set(parsed.errors.map(({ pos }) => yaml.lastIndexOf("\n", pos[0] - 1)));
  const onlyText = yamlPackage().isScalar(parsed.contents);
  const found = findFullWidthColons(
    yaml,
    (key, at) => keys.has(key) || onlyText || badLines.has(yaml.lastIndexOf("\n", at - 1)),
  );
  if (found.length === 0 || parsed.errors.length > 0) return found;
  const quotedSpans = quotedScalars(parsed.contents);
  return found.filter(({ keyStart }) => !quotedSpans.some(([from, to]) => from < keyStart && keyStart < to));
}

/** Where texts in quotation marks stand; a colon in them is only a colon. */
function quotedScalars(root: ParsedNode | null): (readonly [number, number])[] {
  const { isScalar, isPair, isCollection } = yamlPackage();
  const found: (readonly [number, number])[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isScalar(node) && node.range && node.type?.startsWith("QUOTE")) {
      found.push([node.range[0], node.range[1]]);
    } else if (isPair(node)) waiting.push(node.key, node.value);
    else if (isCollection(node)) waiting.push(...node.items);
  }
  return found;
}

function colonMend({ at }: FullWidthColon): Mend {
  return { start: at, end: at + 1, instead: ": " };
}

/** Each indentation with a tab, if a tab is what the parser stumbled over: between brackets tabs are allowed. */
function tabMends(yaml: string, parsed: Document.Parsed): Mend[] {
  if (!yaml.includes("\t")) return [];
  const lines = [...yamlLines(yaml)].filter(({ text }) => /^ *\t[ \t]*[^ \t#]/.test(text));
  const stumbled = parsed.errors.some(
    ({ code, pos }) =>
      code === "TAB_AS_INDENT" || lines.some(({ start }) => pos[0] >= start && pos[0] <= start + 1),
  );
  if (!stumbled) return [];
  return lines.map(({ start, text }) => {
    const tab = text.indexOf("\t");
    const end = text.search(/[^ \t]/);
    return { start: start + tab, end: start + end, instead: text.slice(tab, end).replaceAll("\t", "  ") };
  });
}

/** How deep a tab was meant to indent is not known: what goes wrong at its line, or runs on into it, is its doing. */
function withoutEchoes(parsed: Document.Parsed, tabs: readonly Mend[], { text, typedOffset }: MendedText) {
  return [...parsed.errors, ...parsed.warnings].filter(({ pos: [start, end] }) => {
    const lineEnd = text.indexOf("\n", start);
    const from = typedOffset(text.lastIndexOf("\n", start - 1) + 1);
    const to = typedOffset(Math.max(end, lineEnd < 0 ? text.length : lineEnd + 1));
    return !tabs.some((tab) => tab.start >= from && tab.start <= to);
  });
}

/** A line `...` ends a YAML document, and what stands below it would be lost. */
function secondDocument(
  parsed: Document.Parsed,
  mended: MendedText,
  source: Source,
  spanAt: (start: number, end: number) => Span,
): Diagnostic[] {
  const rest = mended.text.slice(parsed.range[2]);
  const lost = rest.search(/[^\s.]/);
  if (lost < 0) return [];
  const at = parsed.range[2] + lost;
  const problem = 'Unexpected text below a line "...", which ends the YAML';
  const help = "Delete the line of three dots.";
  return [diagnose("yaml-syntax", { source, span: spanAt(at, at + 1) }, { problem, help })];
}

function spanIn(region: Span, mended: MendedText, start: number, end: number): Span {
  return shift(region, mended.typedOffset(start), mended.typedOffset(end));
}

function shift(region: Span, start: number, end: number): Span {
  return { start: region.start + start, end: region.start + end };
}

function startOf(span: Span): Span {
  return { start: span.start, end: span.start };
}
