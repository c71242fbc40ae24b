import { createRequire } from "node:module";
import type { Root } from "mdast";
import type * as RemarkHtml from "remark-html";
import type * as Unified from "unified";
import type { RichText } from "../model/rich-text.js";
import { handlers } from "./handlers.js";
import { openPass, type Pass } from "./rendering.js";
import { schema } from "./schema.js";

/** Write the HTML of a tree with remark-html, sanitised. */
export function writeByRemark(root: Root, pass: Pass): RichText {
  writer ??= assemble();
  openPass(root, pass);
  return pass.marks.split(writer.stringify(root).replace(/\n$/, ""));
}

// One for the process: what differs by call is found by `passOf`.
let writer: { readonly stringify: (tree: Root) => string } | undefined;

/** Loaded when the first text needs it. */
function assemble(): { readonly stringify: (tree: Root) => string } {
  const load = createRequire(import.meta.url);
  // What `require` gives has no types of its own.
  const { unified } = load("unified") as typeof Unified;
  const { default: remarkHtml } = load("remark-html") as typeof RemarkHtml;
  return unified().use(remarkHtml, { sanitize: schema, handlers }).freeze();
}
