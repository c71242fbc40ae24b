import { createRequire } from "node:module";
import type { Nodes, Root } from "mdast";
import { isDoubtful } from "./doubtful.js";
import { withStandIns } from "./stand-ins.js";

/**
 * Parse a text with a fast parser, where its tree is known to be the one that the grammar gives.
 *
 * @param text - What the grammar would be given.
 * @param positions - Whether nodes get their places in the text.
 * @returns `undefined` where the text could tell the two apart, or where the fast parser has no build for the platform.
 */
export function parseFast(text: string, positions = true): Root | undefined {
  if (isDoubtful(text)) return undefined;
  const standIns = withStandIns(text);
  if (!standIns) return undefined;
  const { parse } = (loaded ??= { parse: load() });
  const root = parse?.(standIns.text, positions);
  if (root && standIns.restore) restoreIn(root, standIns.restore);
  return root;
}

type Parse = (text: string, position: boolean) => Root;

let loaded: { readonly parse: Parse | undefined } | undefined;

/** What is used of satteri. Its own types are wider, and would add nodes to everybody's trees. */
interface Satteri {
  readonly markdownToMdast: (
    text: string,
    options: {
      readonly features: { readonly gfm: boolean; readonly frontmatter: boolean };
      readonly position: boolean;
    },
  ) => Root;
}

/** Load the parser when the first text needs it. */
function load(): Parse | undefined {
  const features = { gfm: true, frontmatter: false };
  try {
    // What `require` gives has no type of its own.
    const { markdownToMdast } = createRequire(import.meta.url)("satteri") as Satteri;
    return (text, position) => markdownToMdast(text, { features, position });
  } catch {
    // There are platforms without a build of it.
    return undefined;
  }
}

/** Put the original characters back, wherever a node has text of the source. */
function restoreIn(node: Nodes, restore: (value: string) => string): void {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "html":
      node.value = restore(node.value);
      break;
    case "code":
      node.value = restore(node.value);
      if (node.lang != null) node.lang = restore(node.lang);
      if (node.meta != null) node.meta = restore(node.meta);
      break;
    case "link":
    case "definition":
    case "image":
      node.url = restore(node.url);
      if (node.title != null) node.title = restore(node.title);
      break;
    default:
  }
  if ((node.type === "image" || node.type === "imageReference") && node.alt != null)
    node.alt = restore(node.alt);
  if ("label" in node && node.label != null) node.label = restore(node.label);
  if ("identifier" in node) node.identifier = restore(node.identifier);
  if ("children" in node) for (const child of node.children) restoreIn(child, restore);
}
