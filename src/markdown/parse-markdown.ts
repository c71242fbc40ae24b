import type { Nodes, Root } from "mdast";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { endAutolinksBeforeHan } from "./end-autolinks.js";
import { parseFast } from "./fast-parse.js";
import { parseByGrammar } from "./grammar.js";
import type { MarkdownParser } from "./markdown-parser.js";
import { parsePlainly } from "./parse-plainly.js";
import { placeInGaps } from "./place-in-gaps.js";
import { shiftPositions, type TextStart } from "./shift-positions.js";

/** A text parsed as Markdown, whose nodes know where they stand in the file. */
export interface MarkdownTree {
  /**
   * The tree. Offsets (UTF-16, from 0), lines and columns (from 1) of every node are those of the whole source;
   * nodes of a value from YAML have none, since its characters are not where its text is.
   */
  readonly root: Root;
  readonly source: Source;
  /**
   * Whether it was plain to see that there is nothing in it but headings, one-line paragraphs and lists of such, and
   * in these nothing but words, emphasis, code and links: no HTML, pictures, notes, labels and line breaks.
   */
  readonly isPlain: boolean;
  /** What was parsed; stands for the place of any node that has none. */
  readonly span: Span;
}

/**
 * Parse a stretch of a file as Markdown.
 *
 * @param source - The file.
 * @param span - What of it is Markdown: the text after the front matter. It starts at the start of a line.
 * @see CommonMark 0.31, GitHub Flavored Markdown 0.29
 */
export function parseMarkdown(source: Source, span: Span, parser: MarkdownParser = "fast"): MarkdownTree {
  // A byte order mark at the start would be dropped, and places counted from behind it.
  const start = source.text.charCodeAt(span.start) === 0xfeff ? span.start + 1 : span.start;
  const text = source.text.slice(start, span.end);
  const { line, column } = source.placeOf({ start, end: start });
  const by = { offset: start, line: line - 1, column: column - 1 };
  const plain = parser === "fast" ? parsePlainly(text, by) : undefined;
  if (plain) return { root: plain.root, source, span, isPlain: plain.isByLine };
  const root = (parser === "fast" ? parseFast(text, by) : undefined) ?? parsePlaced(text, by, source);
  endAutolinksBeforeHan(root, source);
  return { root, source, span, isPlain: false };
}

function parsePlaced(text: string, by: TextStart, source: Source): Root {
  const root = parseByGrammar(text);
  shiftPositions(root, by);
  // The fast parser is given no text in which the grammar leaves gaps.
  placeInGaps(root, source);
  return root;
}

/**
 * Parse a string value from YAML, such as a standfirst, as Markdown.
 *
 * @param value - The value, with YAML's own escapes and folding undone.
 * @param source - The file that it comes from.
 * @param span - Where the value stands there; what is wrong anywhere in it is reported at this place.
 */
export function parseMarkdownValue(
  value: string,
  source: Source,
  span: Span,
  parser: MarkdownParser = "fast",
): MarkdownTree {
  const plain = parser === "fast" ? parsePlainly(value) : undefined;
  if (plain) return { root: plain.root, source, span, isPlain: plain.isByLine };
  const root = (parser === "fast" ? parseFast(value) : undefined) ?? parseByGrammar(value);
  endAutolinksBeforeHan(root, undefined);
  withoutPositions(root);
  return { root, source, span, isPlain: false };
}

/** Where a node stands in the file; the span of the whole text for a node that does not know. */
export function spanOf(node: Nodes, tree: Pick<MarkdownTree, "span">): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? tree.span : { start, end };
}

function withoutPositions(node: Nodes): void {
  delete node.position;
  if ("children" in node) for (const child of node.children) withoutPositions(child);
}
