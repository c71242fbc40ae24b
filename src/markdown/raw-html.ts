import { createRequire } from "node:module";
import type { Nodes, Root } from "hast";
import type { raw } from "hast-util-raw";
import type { Raw } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { Source } from "../diagnostics/source.js";
import { isRawTextElement, tags, withoutUnknownElements } from "./typed-html.js";

let parser: { readonly raw: typeof raw } | undefined;

/**
 * Make elements of the HTML that was typed among Markdown.
 *
 * Elements that HTML does not have become text, and so does the start tag of a `<script>`, `<iframe>`, `<textarea>`
 * and the like that is never closed: it would swallow what stands behind it. The result is not yet safe; it has to
 * be sanitised.
 *
 * @param tree - A tree with `raw` nodes; changed in place.
 * @param source - The file, so that the elements know their places.
 */
export function parseRawHtml(tree: Root, source: Source): Root {
  escapeOpenRawText(tree);
  // An HTML parser takes 80 ms to load, and few sites have HTML in their texts, so it is loaded when the first does.
  // What `require` gives has no type of its own.
  parser ??= createRequire(import.meta.url)("hast-util-raw") as { readonly raw: typeof raw };
  const result: Nodes = parser.raw(tree, { file: new VFile(source.text) });
  return result.type === "root"
    ? result
    : { type: "root", children: result.type === "doctype" ? [] : [result] };
}

function escapeOpenRawText(tree: Root): void {
  const pieces: Raw[] = [];
  visit(tree, "raw", (node: Raw) => void pieces.push(node));
  const closed = new Set<string>();
  for (const piece of pieces.reverse()) {
    const found = [...piece.value.matchAll(tags)].reverse();
    let { value } = piece;
    for (const { index, groups } of found) {
      const name = groups?.["name"]?.toLowerCase() ?? "";
      if (!isRawTextElement(name)) continue;
      if (groups?.["slash"] === "/") closed.add(name);
      else if (!closed.has(name) || name === "plaintext")
        value = `${value.slice(0, index)}&lt;${value.slice(index + 1)}`;
    }
    piece.value = withoutUnknownElements(value);
  }
}
