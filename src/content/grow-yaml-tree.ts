import type { ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, placeOf, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { yamlPackage } from "./yaml-package.js";
import type { YamlEntry, YamlNode } from "./yaml-tree.js";

/** Values that aliases may bring in, those inside of an anchored list or map counted. A bomb has billions. */
const mostAliasedValues = 1000;

/** Lists and maps inside of each other; front matter has four. */
const deepest = 64;

/**
 * Turn a parser's nodes into a tree of this project, with places in the source.
 *
 * Reports what the parser leaves to its user: duplicate keys (the first one counts), aliases that lead nowhere,
 * into themselves, or to too much.
 */
export function growTree(
  root: ParsedNode,
  source: Source,
  spanOf: (start: number, end: number) => Span,
): Checked<YamlNode> {
  const { isAlias, isMap, isScalar, isSeq } = yamlPackage();
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, { node: YamlNode; size: number } | "open">();
  let aliased = 0;
  let made = 0;
  // These leave no tree; of those that only say "too much", the first is enough.
  const failures: Diagnostic[] = [];

  const spanOfNode = (node: ParsedNode): Span => spanOf(node.range[0], node.range[1]);

  function grow(node: ParsedNode, depth: number): YamlNode {
    const span = spanOfNode(node);
    if (depth > deepest) return failed(span, `Unexpected depth of more than ${deepest} lists and maps`);
    if (isAlias(node)) return growAlias(node.source, span);
    const anchor = node.anchor;
    const before = made++;
    if (anchor !== undefined) anchors.set(anchor, "open");
    const grown = growPlain(node, span, depth);
    if (anchor !== undefined) anchors.set(anchor, { node: grown, size: made - before });
    return grown;
  }

  function growPlain(
    node: YAMLMap.Parsed | YAMLSeq.Parsed | Scalar.Parsed,
    span: Span,
    depth: number,
  ): YamlNode {
    if (isMap(node)) return growMap(node, span, depth);
    if (isSeq(node)) return growList(node, span, depth);
    return growScalar(node, span);
  }

  function growAlias(name: string, span: Span): YamlNode {
    const target = anchors.get(name);
    const problem = target === undefined ? "unknown" : target === "open" ? "circular" : null;
    if (target !== undefined && target !== "open") {
      aliased += target.size;
      made += target.size;
      // Where the alias stands is where a person will look; the parts inside keep the places of the anchor's.
      if (aliased <= mostAliasedValues) return { ...target.node, span };
    }
    if (failures.length === 0 || problem !== null) {
      const params = { name, problem: problem ?? "too many", limit: mostAliasedValues } as const;
      failures.push(diagnose("yaml-alias", { source, span }, params));
    }
    return { kind: "nothing", span };
  }

  function growMap(node: YAMLMap.Parsed, span: Span, depth: number): YamlNode {
    const entries = new Map<string, YamlEntry>();
    for (const { key, value } of node.items) {
      const keySpan = spanOfNode(key);
      const name = isScalar(key) && typeof key.value === "string" ? key.value : "";
      const entry = { key: keySpan, value: value === null ? nothingAt(keySpan.end) : grow(value, depth + 1) };
      const first = entries.get(name);
      if (first === undefined) entries.set(name, entry);
      else {
        const place = placeOf({ source, span: first.key });
        const related = [{ message: `The first ${name}`, place }];
        diagnostics.push(diagnose("duplicate-key", { source, span: keySpan }, { key: name }, related));
      }
    }
    return { kind: "map", entries, span: trimmed(entries, span) };
  }

  function growList(node: YAMLSeq.Parsed, span: Span, depth: number): YamlNode {
    const items = node.items.map((item) => grow(item, depth + 1));
    const last = items.at(-1);
    const isBlock = source.text[span.start] === "-";
    return { kind: "list", items, span: isBlock && last ? { start: span.start, end: last.span.end } : span };
  }

  function failed(span: Span, problem: string): YamlNode {
    if (failures.length === 0) {
      const help = "Put the value in quotation marks if the brackets belong to it.";
      failures.push(
        diagnose("yaml-syntax", { source, span: { ...span, end: span.start + 1 } }, { problem, help }),
      );
    }
    return { kind: "nothing", span };
  }

  /** A block's range runs on to the next key; what a person means by the map ends with its last value. */
  function trimmed(entries: ReadonlyMap<string, YamlEntry>, span: Span): Span {
    const last = [...entries.values()].at(-1);
    if (last === undefined || source.text[span.start] === "{") return span;
    return { start: span.start, end: Math.max(last.value.span.end, last.key.end) };
  }

  const tree = grow(root, 0);
  return failures.length > 0 ? unusable([...diagnostics, ...failures]) : checked(tree, diagnostics);
}

function growScalar(node: Scalar.Parsed, span: Span): YamlNode {
  const plain = node.type === "PLAIN";
  const empty = plain && (node.source === "" || node.source === "~");
  if (empty) return { kind: "nothing", span };
  const value = coreScalar(node.value, node.source);
  const text = plain ? node.source : String(value);
  return { kind: "text", text, value, span, plain };
}

/** The core schema makes nothing else; `source` is what was typed, lines folded. */
function coreScalar(value: unknown, source: string): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null ? null : source;
}

function nothingAt(offset: number): YamlNode {
  return { kind: "nothing", span: { start: offset, end: offset } };
}
