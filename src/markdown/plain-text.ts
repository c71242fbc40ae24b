import type { Nodes } from "mdast";
import { joinSoftBreaks } from "./join-soft-breaks.js";

/** What else counts as words. */
export interface PlainTextOptions {
  /** Whether a picture gives its alternative text; by default it gives nothing. */
  readonly alt?: boolean;
}

/**
 * The words of blocks: one line a paragraph, heading, item or row, without marks of formatting.
 *
 * Line breaks of the source are spaces, or nothing between Han and kana. Footnotes and their marks, readings in
 * `<rt>`, and raw HTML give nothing; code keeps its lines.
 */
export function plainText(nodes: Nodes | readonly Nodes[], options: PlainTextOptions = {}): string {
  const lines: string[] = [];
  for (const node of isList(nodes) ? nodes : [nodes]) linesOf(joinSoftBreaks(node), lines, options);
  return lines.filter((line) => line !== "").join("\n");
}

function isList(nodes: Nodes | readonly Nodes[]): nodes is readonly Nodes[] {
  return Array.isArray(nodes);
}

function linesOf(node: Nodes, lines: string[], options: PlainTextOptions): void {
  switch (node.type) {
    case "paragraph":
    case "heading":
      lines.push(inlineText(node, options));
      return;
    case "tableRow":
      lines.push(node.children.map((cell) => inlineText(cell, options)).join("\t"));
      return;
    case "code":
      lines.push(node.value);
      return;
    case "footnoteDefinition":
    case "definition":
    case "html":
    case "thematicBreak":
    case "yaml":
      return;
    case "root":
    case "blockquote":
    case "list":
    case "listItem":
    case "table":
      for (const child of node.children) linesOf(child, lines, options);
      return;
    default:
      lines.push(inlineText(node, options));
  }
}

function inlineText(node: Nodes, options: PlainTextOptions): string {
  const pieces: string[] = [];
  const hidden = { depth: 0 };
  gather(node, pieces, hidden, options);
  return pieces
    .join("")
    .replace(/\s*[\r\n]+\s*/g, " ")
    .trim();
}

/** Elements whose text is not the sentence's. */
const hiddenElement = /^<(\/?)(?:rt|rp|script|style|title|textarea|template|noscript|iframe)\b/i;

function gather(node: Nodes, pieces: string[], hidden: { depth: number }, options: PlainTextOptions): void {
  if (node.type === "html") {
    const tag = hiddenElement.exec(node.value);
    if (tag) hidden.depth = Math.max(0, hidden.depth + (tag[1] === "/" ? -1 : 1));
    else if (/^<br\b/i.test(node.value)) pieces.push("\n");
    return;
  }
  if (hidden.depth > 0 && !("children" in node)) return;
  switch (node.type) {
    case "text":
    case "inlineCode":
      pieces.push(node.value);
      return;
    case "break":
      pieces.push("\n");
      return;
    case "image":
    case "imageReference":
      if (options.alt) pieces.push(node.alt ?? "");
      return;
    default:
      if ("children" in node) for (const child of node.children) gather(child, pieces, hidden, options);
  }
}
