import type { Nodes, Parents, Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { endAutolinksBeforeHan } from "./end-autolinks.js";

/** A text parsed as Markdown, whose nodes know where they stand in the file. */
export interface MarkdownTree {
  /**
   * The tree. Offsets (UTF-16, from 0), lines and columns (from 1) of every node are those of the whole source;
   * nodes of a value from YAML have none, since its characters are not where its text is.
   */
  readonly root: Root;
  readonly source: Source;
  /** What was parsed; stands for the place of any node that has none. */
  readonly span: Span;
}

// One tilde strikes nothing through: `3~5天，6~8天` is how ranges are written in Chinese and Korean.
const strikethrough = { singleTilde: false } as const;

/** The grammar: CommonMark 0.31 with GFM, and emphasis that works beside Han, kana and Hangul. */
const grammar = unified()
  .use(remarkParse)
  .use(remarkGfm, strikethrough)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, strikethrough)
  .freeze();

/**
 * Parse a stretch of a file as Markdown.
 *
 * @param source - The file.
 * @param span - What of it is Markdown: the text after the front matter. It starts at the start of a line.
 * @see CommonMark 0.31, GitHub Flavored Markdown 0.29
 */
export function parseMarkdown(source: Source, span: Span): MarkdownTree {
  // micromark drops a byte order mark at the start of what it is given, and would count from behind it.
  const start = source.text.charCodeAt(span.start) === 0xfeff ? span.start + 1 : span.start;
  const root = grammar.parse(source.text.slice(start, span.end));
  const { line, column } = source.placeOf({ start, end: start });
  shift(root, { offset: start, line: line - 1, column: column - 1 });
  placeInGaps(root, source);
  endAutolinksBeforeHan(root, source);
  return { root, source, span };
}

/**
 * Parse a string value from YAML, such as a standfirst, as Markdown.
 *
 * @param value - The value, with YAML's own escapes and folding undone.
 * @param source - The file that it comes from.
 * @param span - Where the value stands there; what is wrong anywhere in it is reported at this place.
 */
export function parseMarkdownValue(value: string, source: Source, span: Span): MarkdownTree {
  const root = grammar.parse(value);
  endAutolinksBeforeHan(root, undefined);
  withoutPositions(root);
  return { root, source, span };
}

/** Where a node stands in the file; the span of the whole text for a node that does not know. */
export function spanOf(node: Nodes, tree: Pick<MarkdownTree, "span">): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? tree.span : { start, end };
}

interface Shift {
  readonly offset: number;
  readonly line: number;
  /** For the first line only. */
  readonly column: number;
}

function shift(node: Nodes, by: Shift): void {
  if (node.position) {
    const moved = ({
      line,
      column,
      offset = 0,
    }: {
      line: number;
      column: number;
      offset?: number | undefined;
    }) => ({
      line: line + by.line,
      column: line === 1 ? column + by.column : column,
      offset: offset + by.offset,
    });
    node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  }
  if ("children" in node) for (const child of node.children) shift(child, by);
}

/**
 * Place the nodes that the parser leaves without a position: GFM finds some addresses (`a@example.org` behind a
 * slash, say) only after the tree is built, and cuts text nodes up for them.
 */
function placeInGaps(parent: Nodes, source: Source): void {
  if (!("children" in parent)) return;
  let cursor = parent.position?.start.offset ?? 0;
  for (const [index, child] of parent.children.entries()) {
    if (!child.position) place(child, parent, index, cursor, source);
    cursor = child.position?.end.offset ?? cursor;
    placeInGaps(child, source);
  }
}

/**
 * Place one node in what is left of its gap: where its words stand, as they are or with some signs escaped, or else
 * (character references make the source longer than the words) up to the node behind it.
 */
function place(node: Nodes, parent: Parents, index: number, cursor: number, source: Source): void {
  const end = endOfGap(parent, index);
  const own = find(wordsOf(node), cursor, end, source);
  const next = parent.children[index + 1];
  const behind = next && !next.position ? find(wordsOf(next), cursor, end, source)?.start : undefined;
  const { start, end: stop } = own ?? { start: cursor, end: behind ?? end };
  node.position = positionAt(source, start, stop);
  if ("children" in node) for (const inner of node.children) inner.position ??= node.position;
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return node.type === "link" && node.children[0]?.type === "text" ? node.children[0].value : "";
}

function find(words: string, from: number, to: number, source: Source): Span | undefined {
  if (words === "") return undefined;
  const gap = source.text.slice(from, to);
  const start = gap.indexOf(words);
  if (start >= 0) return { start: from + start, end: from + start + words.length };
  if (!gap.includes("\\")) return undefined;
  const escaped = new RegExp(words.replace(/[!-/:-@[-`{-~]/g, "\\\\?\\$&")).exec(gap);
  return escaped ? { start: from + escaped.index, end: from + escaped.index + escaped[0].length } : undefined;
}

/** The start of the next sibling that has a place, or the end of the parent's content. */
function endOfGap(parent: Parents, index: number): number {
  for (let next = index + 1; next < parent.children.length; next++) {
    const start = parent.children[next]?.position?.start.offset;
    if (start !== undefined) return start;
  }
  return parent.position?.end.offset ?? 0;
}

function positionAt(source: Source, start: number, end: number): NonNullable<Nodes["position"]> {
  const place = source.placeOf({ start, end });
  return {
    start: { line: place.line, column: place.column, offset: start },
    end: { line: place.endLine, column: place.endColumn, offset: end },
  };
}

function withoutPositions(node: Nodes): void {
  delete node.position;
  if ("children" in node) for (const child of node.children) withoutPositions(child);
}
