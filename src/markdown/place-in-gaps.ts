import type { Nodes, Parents } from "mdast";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";

/**
 * Place the nodes that the parser leaves without a position: GFM finds some addresses (`a@example.org` behind a
 * slash, say) only after the tree is built, and cuts text nodes up for them.
 */
export function placeInGaps(parent: Nodes, source: Source): void {
  if (!("children" in parent)) return;
  let cursor = parent.position?.start.offset ?? 0;
  for (const [index, child] of parent.children.entries()) {
    if (!child.position) place(child, parent, index, cursor, source);
    cursor = child.position?.end.offset ?? cursor;
    placeInGaps(child, source);
  }
}

/**
 * Place one node in what is left of its gap: where its words stand, as they are or with some signs escaped and lines
 * apart, or else (character references make the source longer than the words) up to the node behind it.
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
  if (!/[\\\n]/.test(gap)) return undefined;
  const typed = new RegExp(asTyped(words)).exec(gap);
  return typed ? { start: from + typed.index, end: from + typed.index + typed[0].length } : undefined;
}

/** A pattern for what words may be typed as: signs escaped, white space around line breaks. */
function asTyped(words: string): string {
  return words.replace(/[!-/:-@[-`{-~]/g, "\\\\?\\$&").replace(/[ \t]*(\r?\n)[ \t]*/g, "[ \\t]*$1[ \\t]*");
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
