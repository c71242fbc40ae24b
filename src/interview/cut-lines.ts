import type { Paragraph, PhrasingContent } from "mdast";
import type { Source } from "../diagnostics/source.js";

/**
 * Where the lines of a paragraph start, but for the first: UTF-16 offsets into the file, behind the indentation.
 *
 * Lines that start inside code, an address or raw HTML are left out: nobody's label stands there.
 */
export function lineStarts(paragraph: Paragraph, source: Source): number[] {
  const starts: number[] = [];
  collect(paragraph.children, source, starts);
  return starts;
}

function collect(nodes: readonly PhrasingContent[], source: Source, starts: number[]): void {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === "text" || node.type === "break") {
      for (const match of source.text.slice(start, end).matchAll(/(?:\r\n|\r|\n)[ \t]*/g)) {
        starts.push(start + match.index + match[0].length);
      }
    } else if ("children" in node) collect(node.children, source, starts);
  }
}

/**
 * A paragraph up to the start of one of its lines, without the line break before it.
 *
 * @param paragraph - A paragraph whose nodes know their places.
 * @param offset - One of {@link lineStarts}.
 * @param source - The file that it is from.
 */
export function cutAfter(paragraph: Paragraph, offset: number, source: Source): Paragraph {
  return { ...paragraph, children: trimEnd(keepUntil(paragraph.children, offset, source)) };
}

function keepUntil(nodes: readonly PhrasingContent[], offset: number, source: Source): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (start >= offset) break;
    if (end < offset) kept.push(node);
    else if (node.type === "text") {
      const lines = source.text.slice(start, offset).split(/\r\n|\r|\n/).length - 1;
      kept.push({
        ...node,
        value: node.value
          .split(/\r\n|\r|\n/)
          .slice(0, lines)
          .join("\n"),
      });
    } else if ("children" in node) kept.push({ ...node, children: keepUntil(node.children, offset, source) });
  }
  return kept;
}

function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (last.type === "break") nodes.pop();
    else if (last.type !== "text") return nodes;
    else if (last.value.trimEnd() === "") nodes.pop();
    else {
      nodes[nodes.length - 1] = { ...last, value: last.value.trimEnd() };
      return nodes;
    }
  }
  return nodes;
}
