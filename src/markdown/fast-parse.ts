import { createRequire } from "node:module";
import type { Nodes, Root } from "mdast";
import { isDoubtful } from "./doubtful.js";
import { readArena } from "./read-arena.js";
import { shiftPositions, type TextStart } from "./shift-positions.js";
import { withStandIns } from "./stand-ins.js";

/**
 * Parse a text with a fast parser, where its tree is known to be the one that the grammar gives.
 *
 * @param text - What the grammar would be given.
 * @param start - Where the text starts in its file; without it, nodes get no places.
 * @returns `undefined` where the text could tell the two apart, or where the fast parser has no build for the platform.
 */
export function parseFast(text: string, start?: TextStart): Root | undefined {
  if (isDoubtful(text)) return undefined;
  const standIns = withStandIns(text);
  if (!standIns) return undefined;
  const { binding } = (loaded ??= { binding: load() });
  if (!binding) return undefined;
  const { text: given, restore } = standIns;
  const handle = binding.createMdastHandle(given, gfm, start !== undefined);
  try {
    const arena = binding.serializeHandle(handle);
    return readArena(arena, { given, typed: text, restore, start }) ?? readAny(arena, restore, start);
  } finally {
    binding.dropHandle(handle);
  }
}

/**
 * Tables, footnotes, strikethrough, task lists and the rest of GitHub's Markdown, as bits that satteri's own code would
 * make of their names.
 */
const gfm = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 4) | (1 << 11);

const require = createRequire(import.meta.url);

/** What is used of satteri's native code. Its own types are wider, and would add nodes to everybody's trees. */
interface Binding {
  readonly createMdastHandle: (text: string, options: number, position: boolean) => object;
  readonly serializeHandle: (handle: object) => Uint8Array;
  readonly dropHandle: (handle: object) => void;
}

/** What is used of the code around it. */
interface Satteri {
  readonly MdastReader: new (arena: Uint8Array) => object;
  readonly materializeMdastTree: (reader: object) => Root;
}

let loaded: { readonly binding: Binding | undefined } | undefined;

/**
 * Load the parser when the first text needs it. The code around it, which compiles and renders, takes three times as
 * long to load and is rarely needed.
 */
function load(): Binding | undefined {
  try {
    // What `require` gives has no type of its own.
    return createRequire(require.resolve("satteri"))("../index.js") as Binding;
  } catch {
    // There are platforms without a build of it.
    return undefined;
  }
}

/** Read a tree with nodes of any kind. */
function readAny(
  arena: Uint8Array,
  restore: ((value: string) => string) | undefined,
  start: TextStart | undefined,
): Root {
  const { MdastReader, materializeMdastTree } = require("satteri") as Satteri;
  const root = materializeMdastTree(new MdastReader(arena));
  if (restore) restoreIn(root, restore);
  if (start) shiftPositions(root, start);
  return root;
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
