import type { Span } from "../diagnostics/place.js";
import type { KeyPath, Located } from "./document.js";
import type { YamlMap, YamlNode } from "./yaml-tree.js";

/**
 * Give a checked value the places of the YAML that it was made from.
 *
 * The value may be longer than what was typed: one name stands for a list of one. So an index leads into a list to
 * its item, and stays where it is in all else.
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
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function keySpanAt(tree: YamlMap, path: KeyPath): Span {
  const parent = nodeAt(tree, path.slice(0, -1));
  const step = path.at(-1);
  if (step !== undefined && parent.kind === "map") {
    const entry = parent.entries.get(String(step));
    if (entry !== undefined) return entry.key;
  }
  return nodeAt(tree, path).span;
}

function stepInto(node: YamlNode, step: string | number): YamlNode | undefined {
  switch (node.kind) {
    case "list":
      return typeof step === "number" ? node.items[step] : undefined;
    case "map":
      return typeof step === "string" ? node.entries.get(step)?.value : node;
    case "text":
    case "nothing":
      return typeof step === "number" ? node : undefined;
  }
}
