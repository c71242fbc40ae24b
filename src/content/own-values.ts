import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import { coreValue, describeNode, type YamlEntry, type YamlMap } from "./yaml-tree.js";

/** A tree without the site's own values, and those. */
export interface SplitTree {
  readonly tree: YamlMap;
  /** What stands under `custom:`, and every `x-…` key under its own name. */
  readonly custom: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Part the site's own values (`custom:` and `x-…`), which are not checked, from those that are. */
export function splitOwnValues(source: Source, map: YamlMap): SplitTree {
  const custom = new Map<string, unknown>();
  const entries = new Map<string, YamlEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const [key, entry] of map.entries) {
    const { value } = entry;
    if (key.startsWith("x-")) custom.set(key, coreValue(value));
    else if (key !== "custom") entries.set(key, entry);
    else if (value.kind === "map") {
      for (const [name, inner] of value.entries) custom.set(name, coreValue(inner.value));
    } else if (value.kind !== "nothing") {
      const params = { path: key, found: describeNode(value), expected: "a map of keys of your own" };
      diagnostics.push(diagnose("wrong-type", { source, span: value.span }, params));
    }
  }
  return { tree: { ...map, entries }, custom: Object.fromEntries(custom), diagnostics };
}
