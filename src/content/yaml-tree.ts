import { quoted } from "../diagnostics/entry.js";
import type { Span } from "../diagnostics/place.js";

/**
 * YAML as it was written: texts, lists and maps, each with its place.
 *
 * A scalar keeps its text. Whether `010` is a number or a postal code is decided by who asks for it, not by YAML.
 */
export type YamlNode = YamlText | YamlNothing | YamlList | YamlMap;

/** A scalar. */
export interface YamlText {
  readonly kind: "text";
  /** Without quotation marks, escapes resolved and lines folded. */
  readonly text: string;
  /** The value that YAML's core schema gives it, for values that are the site's own. */
  readonly value: string | number | boolean | null;
  /** Of the scalar with its quotation marks, or from the `|` or `>` of a block. */
  readonly span: Span;
  /** Whether it was written without quotation marks and not as a block. */
  readonly plain: boolean;
}

/** No value: nothing behind the colon, or `~`. */
export interface YamlNothing {
  readonly kind: "nothing";
  readonly span: Span;
}

/** A sequence. */
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** A mapping. */
export interface YamlMap {
  readonly kind: "map";
  /** In the order of the text, each key once. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly span: Span;
}

/** A key with its value. */
export interface YamlEntry {
  readonly key: Span;
  readonly value: YamlNode;
}

/**
 * The tree as plain values in which every scalar is a string as it was typed, and a key without a value is absent.
 *
 * An empty item of a list is `null`. Maps have no prototype, so that a key `constructor` is only a key.
 */
export function typedValue(node: YamlNode): unknown {
  switch (node.kind) {
    case "text":
      return node.text;
    case "nothing":
      return null;
    case "list":
      return node.items.map(typedValue);
    case "map": {
      const record = Object.create(null) as Record<string, unknown>; // Typed as `any` by the library.
      for (const [key, { value }] of node.entries) {
        if (value.kind !== "nothing") record[key] = typedValue(value);
      }
      return record;
    }
  }
}

/** The tree as the values that YAML's core schema gives: numbers, booleans, `null`. */
export function coreValue(node: YamlNode): unknown {
  switch (node.kind) {
    case "text":
      return node.value;
    case "nothing":
      return null;
    case "list":
      return node.items.map(coreValue);
    case "map":
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, coreValue(value)]));
  }
}

/** What a node is, for a sentence: `"Spring"`, `list`, `map`, `empty value`. */
export function describeNode(node: YamlNode): string {
  switch (node.kind) {
    case "text":
      return quoted(shorten(node.text));
    case "nothing":
      return "empty value";
    case "list":
      return "list";
    case "map":
      return "map";
  }
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, 200).replace(/\s+/g, " "));
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("");
}
