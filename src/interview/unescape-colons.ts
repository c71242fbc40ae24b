import type { Nodes } from "mdast";
import type { Source } from "../diagnostics/source.js";

/**
 * Take the backslash off a full-width colon that was escaped to say "this is no label".
 *
 * Markdown itself lets only ASCII punctuation be escaped, so `注意\：` would be shown with its backslash.
 *
 * @param node - Any node; it is left as it was.
 * @param source - The file that it is from, where it knows its place.
 */
export function unescapeColons<Node extends Nodes>(node: Node, source: Source): Node {
  const { position } = node;
  if (position) {
    const typed = source.text.slice(position.start.offset, position.end.offset);
    if (!typed.includes("\\：")) return node;
  }
  return unescaped(node);
}

function unescaped<Node extends Nodes>(node: Node): Node {
  if (node.type === "text") return { ...node, value: node.value.replaceAll("\\：", "：") };
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => unescaped(child)) };
}
