import type { Link, Nodes, Parents, Root, Text } from "mdast";
import type { Source } from "../diagnostics/source.js";

/** Punctuation that ends an address in running Chinese or Japanese text, and that no address is typed with. */
const fullWidthPunctuation =
  /[\u2018-\u201f\u2026\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5e]/u;

/**
 * End bare addresses before full-width punctuation.
 *
 *     见https://example.org/a。后文
 *       ^^^^^^^^^^^^^^^^^^^^^
 *
 * GFM's autolinks end at white space or `<` only, so in Chinese the rest of the sentence becomes part of the address.
 * Han characters alone do not end one: addresses have them.
 *
 * @param root - The tree; changed in place.
 * @param source - Tells a bare address from one that was marked as a link; without it, its text decides.
 */
export function endAutolinksBeforeHan(root: Root, source: Source | undefined): void {
  visit(root, source);
}

function visit(node: Nodes, source: Source | undefined): void {
  if (!("children" in node)) return;
  for (let index = 0; index < node.children.length; index++) {
    const child = node.children[index];
    if (child === undefined) continue;
    if (child.type === "link") {
      const rest = cut(child, source);
      if (rest) insertAfter(node, index, rest);
    } else visit(child, source);
  }
}

/** Shorten the link, and give what was behind its address. */
function cut(link: Link, source: Source | undefined): Text | undefined {
  const [text] = link.children;
  if (text?.type !== "text" || link.children.length > 1 || link.title != null) return undefined;
  const at = text.value.search(fullWidthPunctuation);
  if (at <= 0 || !link.url.endsWith(text.value)) return undefined;
  const { position } = link;
  if (source && /^[<[]/.test(source.text.slice(position?.start.offset, position?.end.offset)))
    return undefined;
  const value = text.value.slice(at);
  link.url = link.url.slice(0, -value.length);
  text.value = text.value.slice(0, at);
  const rest: Text = { type: "text", value };
  if (position?.start.offset !== undefined) {
    // A bare address is one line, without escapes.
    const middle = {
      ...position.start,
      column: position.start.column + at,
      offset: position.start.offset + at,
    };
    rest.position = { start: middle, end: position.end };
    link.position = { start: position.start, end: middle };
    text.position = link.position;
  }
  return rest;
}

function insertAfter(parent: Parents, index: number, node: Text): void {
  // The children of every parent of a link may hold text; the union of all parents' lists does not say so.
  (parent.children as Nodes[]).splice(index + 1, 0, node);
}
