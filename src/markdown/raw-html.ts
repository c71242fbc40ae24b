import { createRequire } from "node:module";
import type { Nodes, Root } from "hast";
import type { raw } from "hast-util-raw";
import { VFile } from "vfile";
import type { Source } from "../diagnostics/source.js";

let parser: { readonly raw: typeof raw } | undefined;

/**
 * Make elements of the HTML that was typed among Markdown.
 *
 * `<script>`, `<style>`, `<iframe>`, `<textarea>` and the like, whose content a browser does not read as HTML, become
 * text: so they neither run nor swallow what stands behind them. The result is not yet safe; it has to be sanitised.
 *
 * @param tree - A tree with `raw` nodes.
 * @param source - The file, so that the elements know their places.
 * @see GFM 0.29 §6.11, disallowed raw HTML
 */
export function parseRawHtml(tree: Root, source: Source): Root {
  // An HTML parser takes 80 ms to load, and few sites have HTML in their texts, so it is loaded when the first does.
  // What `require` gives has no type of its own.
  parser ??= createRequire(import.meta.url)("hast-util-raw") as { readonly raw: typeof raw };
  const result: Nodes = parser.raw(tree, { tagfilter: true, file: new VFile(source.text) });
  return result.type === "root"
    ? result
    : { type: "root", children: result.type === "doctype" ? [] : [result] };
}
