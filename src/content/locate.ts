import type { Span } from "../diagnostics/place.js";
import type { KeyPath, Located } from "./document.js";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-tree.js";

/**
 * Give a checked value the places of the YAML that it was made from.
 *
 * The value may be longer than what was typed: one name stands for a list of one, `credits: {photos: …}` for a list
 * of credits. So an index leads into a list to its item, into a map to its entry of that number, and where the map
 * stands for a list of one, to the map itself.
 */
export function locate<T>(value: T, tree: YamlMap): Located<T> {
  return {
    value,
    spanOf: (path) => nodeAt(tree, path).span,
    keySpanOf: (path) => keySpanAt(tree, path),
  };
}

/** The node at a path, or its nearest ancestor that was written. */
export function nodeAt(tree: YamlMap, path: KeyPath): YamlNode {
  let node: YamlNode = tree;
  for (const [depth, step] of path.entries()) {
    const next = stepInto(node, step, path[depth + 1]);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function keySpanAt(tree: YamlMap, path: KeyPath): Span {
  const parent = nodeAt(tree, path.slice(0, -1));
  const step = path.at(-1);
  if (step !== undefined && parent.kind === "map") {
    const entry = typeof step === "string" ? parent.entries.get(step) : nthEntry(parent, step);
    if (entry !== undefined) return entry.key;
  }
  return nodeAt(tree, path).span;
}

function stepInto(
  node: YamlNode,
  step: string | number,
  following: string | number | undefined,
): YamlNode | undefined {
  switch (node.kind) {
    case "list":
      return typeof step === "number" ? node.items[step] : undefined;
    case "map":
      if (typeof step === "string") return node.entries.get(step)?.value;
      if (typeof following === "string" && node.entries.has(following)) return node;
      return nthEntry(node, step)?.value;
    case "text":
    case "nothing":
      return undefined;
  }
}

function nthEntry(map: YamlMap, index: number): YamlEntry | undefined {
  return [...map.entries.values()][index];
}
