import GithubSlugger from "github-slugger";
import type { Definition, FootnoteDefinition, Heading, Nodes, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/place.js";
import { firstLineOf } from "./line-break.js";
import { spanOf, type MarkdownTree } from "./parse-markdown.js";

/** What the parts of one document share, so that each can be rendered alone. */
export interface DocumentIndex {
  /** The targets of reference links, by `keyOf` their labels. */
  readonly definitions: Map<string, Definition>;
  /** The footnotes, by `keyOf` their labels. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** The words of each heading as GitHub makes them part of an address, unique in the document; found when asked for. */
  readonly headingWords: () => ReadonlyMap<Heading, string>;
  /** References that lead nowhere, and notes that nothing refers to. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What labels of definitions and footnotes are compared by. */
export function keyOf(identifier: string): string {
  return identifier.toUpperCase();
}

/** Go through a document once. */
export function indexDocument(tree: MarkdownTree): DocumentIndex {
  const index = {
    definitions: new Map<string, Definition>(),
    notes: new Map<string, FootnoteDefinition>(),
    diagnostics: [] as Diagnostic[],
  };
  const seen: Seen = { texts: [], called: new Set(), headings: [] };
  if (tree.isPlain) seen.headings.push(...tree.root.children.filter((block) => block.type === "heading"));
  else collect(tree.root, tree, index, seen);
  for (const text of seen.texts) checkReferences(text, tree, index);
  for (const [key, note] of index.notes) {
    if (seen.called.has(key)) continue;
    const label = note.label ?? note.identifier;
    index.diagnostics.push(
      diagnose(
        "unused-footnote",
        { source: tree.source, span: firstLine(spanOf(note, tree), tree) },
        { label },
      ),
    );
  }
  let words: ReadonlyMap<Heading, string> | undefined;
  return { ...index, headingWords: () => (words ??= wordsOf(seen.headings)) };
}

function wordsOf(headings: readonly Heading[]): ReadonlyMap<Heading, string> {
  const slugger = new GithubSlugger();
  return new Map(headings.map((heading) => [heading, slugger.slug(toString(heading)) || "-"]));
}

interface Seen {
  readonly texts: Text[];
  readonly called: Set<string>;
  readonly headings: Heading[];
}

interface Growing {
  readonly definitions: Map<string, Definition>;
  readonly notes: Map<string, FootnoteDefinition>;
  readonly diagnostics: Diagnostic[];
}

function collect(node: Nodes, tree: MarkdownTree, index: Growing, seen: Seen): void {
  switch (node.type) {
    case "definition": {
      const key = keyOf(node.identifier);
      if (!index.definitions.has(key)) index.definitions.set(key, node);
      return;
    }
    case "footnoteDefinition": {
      const key = keyOf(node.identifier);
      const first = index.notes.get(key);
      if (!first) index.notes.set(key, node);
      else {
        const span = firstLine(spanOf(node, tree), tree);
        const place = tree.source.placeOf(spanOf(first, tree));
        const related = [{ message: "the first one, which is shown", place }];
        const label = node.label ?? node.identifier;
        index.diagnostics.push(
          diagnose("duplicate-footnote", { source: tree.source, span }, { label }, related),
        );
      }
      break;
    }
    case "footnoteReference":
      seen.called.add(keyOf(node.identifier));
      return;
    case "heading":
      seen.headings.push(node);
      break;
    case "html":
      if (node.value.startsWith("<!--") && !node.value.includes("-->", 4)) {
        const { start } = spanOf(node, tree);
        const span = node.position ? { start, end: start + 4 } : tree.span;
        index.diagnostics.push(diagnose("unclosed-comment", { source: tree.source, span }, {}));
      }
      return;
    case "text":
      if (node.value.includes("[")) seen.texts.push(node);
      return;
    default:
  }
  if ("children" in node) for (const child of node.children) collect(child, tree, index, seen);
}

/**
 * Report what looks like a reference and is none.
 *
 * A label of a footnote, `[^1]`, has no other meaning. `[words][label]` may be two stage directions, `[laughs][music]`,
 * so it is reported only in documents that define labels at all.
 */
function checkReferences(node: Text, tree: MarkdownTree, index: Growing): void {
  const span = spanOf(node, tree);
  const typed = node.position ? tree.source.text.slice(span.start, span.end) : node.value;
  for (const match of typed.matchAll(
    /(?<!\\)\[\^([^\s[\]]{1,100})\]|(?<!\\)\]\[([^\s[\]^][^[\]\r\n]{0,99})\]/g,
  )) {
    const label = match[1] ?? match[2] ?? "";
    const start = span.start + match.index + (match[1] === undefined ? 1 : 0);
    const at = node.position ? { start, end: span.start + match.index + match[0].length } : span;
    const where = { source: tree.source, span: at };
    if (match[1] !== undefined) {
      const near = nearest(label, labels(index.notes.values()));
      index.diagnostics.push(diagnose("undefined-footnote", where, { label, near }));
    } else if (index.definitions.size > 0) {
      const near = nearest(label, labels(index.definitions.values()));
      index.diagnostics.push(diagnose("undefined-reference", where, { label, near }));
    }
  }
}

function labels(nodes: Iterable<Definition | FootnoteDefinition>): string[] {
  return Array.from(nodes, (node) => node.label ?? node.identifier);
}

function firstLine(span: Span, tree: MarkdownTree): Span {
  const { length } = firstLineOf(tree.source.text.slice(span.start, span.end));
  return { start: span.start, end: span.start + length };
}
