import type { Nodes } from "mdast";
import type { Source } from "../diagnostics/source.js";

/** Whether a text as typed has full-width colons with a backslash. */
export function hasEscapedColons(text: string): boolean {
  return text.includes(escaped);
}

const escaped = "\\：";

/**
 * Take the backslash off a full-width colon that was escaped to say "this is no label".
 *
 * Markdown itself lets only ASCII punctuation be escaped, so `注意\：` would be shown with its backslash.
 *
 * @param node - Any node; it is left as it was.
 * @param text - What it is from.
 */
export function unescapeColons<Node extends Nodes>(node: Node, text: WithColons): Node {
  if (!text.hasEscapedColons) return node;
  const { position } = node;
  if (position) {
    const typed = text.source.text.slice(position.start.offset, position.end.offset);
    if (!hasEscapedColons(typed)) return node;
  }
  return unescaped(node);
}

/** A text of which it is known whether any of its colons is escaped. */
interface WithColons {
  readonly source: Source;
  readonly hasEscapedColons: boolean;
}

function unescaped<Node extends Nodes>(node: Node): Node {
  if (node.type === "text") return { ...node, value: node.value.replaceAll(escaped, "：") };
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => unescaped(child)) };
}
