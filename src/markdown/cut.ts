import type { Heading, Nodes, Paragraph, PhrasingContent } from "mdast";
import { decodeString } from "micromark-util-decode-string";
import type { Source } from "../diagnostics/source.js";
import { firstLineOf, hasLineBreak } from "./line-break.js";

/**
 * A block without what stands before an offset in the file: a speaker's label, a time.
 *
 *     **Adam:** \[03:47\] I think
 *                         ^ offset
 *
 * What begins at or after the offset is kept as it is, what ends before it is dropped, and a node that straddles it
 * (text, strong, emphasis, a link …) keeps its own second half, so that `**Adam: yes**` leaves `**yes**`. White space
 * at the cut is dropped with the label.
 *
 * @param block - A block whose nodes know their places.
 * @param offset - UTF-16 offset into the whole source.
 * @param source - The file that the block is from.
 * @returns A new block; the given one is left as it was.
 */
export function cutBefore<Block extends Paragraph | Heading>(
  block: Block,
  offset: number,
  source: Source,
): Block {
  const children = trimStart(keepFrom(block.children, offset, source));
  const first = children[0]?.position?.start ?? block.position?.end;
  const position = block.position && first && { start: first, end: block.position.end };
  return position ? { ...block, children, position } : { ...block, children };
}

function keepFrom(nodes: readonly PhrasingContent[], offset: number, source: Source): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || start >= offset) {
      kept.push(node);
      continue;
    }
    if (end <= offset) continue;
    const rest = secondHalf(node, offset, source);
    if (rest) kept.push(rest);
  }
  return kept;
}

function secondHalf(node: PhrasingContent, offset: number, source: Source): PhrasingContent | undefined {
  if (node.type === "text") {
    const value = textFrom(
      node.value,
      node.position?.start.offset ?? 0,
      node.position?.end.offset ?? 0,
      offset,
      source,
    );
    return value === "" ? undefined : { ...node, value, ...startingAt(node, offset, source) };
  }
  if (!("children" in node)) return node;
  const children = keepFrom(node.children, offset, source);
  if (children.length === 0) return undefined;
  return { ...node, children, ...startingAt(node, offset, source) };
}

/**
 * The characters of a text node from an offset of the source on.
 *
 * Escapes, character references and what is stripped at line ends make the source longer than the text, so the rest
 * of the line at hand is decoded anew, while the lines below it are taken over.
 */
function textFrom(value: string, start: number, end: number, offset: number, source: Source): string {
  const typed = source.text.slice(offset, end);
  // Most texts stand in the file as they are.
  if (value.endsWith(typed) && !typed.includes("\\") && !typed.includes("&") && !hasLineBreak(typed))
    return typed;
  const lines = value.split(/\r\n|\r|\n/);
  const before = source.text.slice(start, offset);
  const line = Math.min(before.split(/\r\n|\r|\n/).length, lines.length) - 1;
  const raw = firstLineOf(typed);
  const isLast = line === lines.length - 1;
  const decoded = decodeString(raw);
  const rest = isLast ? decoded : decoded.trimEnd();
  const whole = lines[line] ?? "";
  return [whole.endsWith(rest) ? rest : rest.slice(-whole.length), ...lines.slice(line + 1)].join("\n");
}

function startingAt(node: Nodes, offset: number, source: Source): Pick<Nodes, "position"> {
  if (!node.position) return {};
  const { start, end } = node.position;
  const before = source.text.slice(start.offset, offset);
  const { line, column } = hasLineBreak(before)
    ? source.placeOf({ start: offset, end: offset })
    : { line: start.line, column: start.column + before.length };
  return { position: { start: { line, column, offset }, end } };
}

/** Without white space, or a hard line break, at the start. */
function trimStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === "break") continue;
    if (node.type !== "text") return nodes.slice(index);
    const value = node.value.trimStart();
    if (value !== "") return [value === node.value ? node : { ...node, value }, ...nodes.slice(index + 1)];
  }
  return [];
}
