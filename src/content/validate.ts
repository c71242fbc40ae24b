import type { z } from "zod";
import { knownKeysSeparator } from "../config/fields.js";
import { Problem } from "../config/problem.js";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import type { KeyPath, Located } from "./document.js";
import type { OwnValues } from "./front-matter.js";
import { locate, nodeAt } from "./locate.js";
import { parsePresent } from "./parse-present.js";
import { removeAt } from "./remove-at.js";
import { splitOwnValues } from "./own-values.js";
import { describeNode, typedValue, type YamlMap } from "./yaml-tree.js";

/** A tree with where to report what it lacks. */
export interface ToValidate {
  readonly source: Source;
  readonly tree: YamlMap;
  /** Where a missing key is reported: the opening line of the front matter. */
  readonly opening: Span;
}

/** What to do with a value that is not right, so that the rest of the document is still checked. */
export interface Recovery {
  /** Values that stand for required ones that are missing or wrong. */
  readonly instead: Readonly<Record<string, string>>;
  /** Keys without whose right value all else would be reported falsely. */
  readonly vital: readonly string[];
}

/**
 * Check YAML against a schema, report all that is wrong, each at its own place, and give what is right.
 *
 * Wrong optional values are left out and wrong required ones replaced by the `recovery`, since a document with a
 * misspelt key is still one whose text can be checked. The errors see to it that it is not published.
 *
 * @param from - The tree and its places.
 * @param schema - Its input has texts as typed; see `config/fields.ts`.
 * @param recovery - What a wrong value leaves.
 */
export function validate<T>(
  from: ToValidate,
  schema: z.ZodType<T>,
  recovery: Recovery,
): Checked<Located<T & OwnValues>> {
  const { tree, custom, diagnostics: ownDiagnostics } = splitOwnValues(from.source, from.tree);
  const diagnostics: Diagnostic[] = [...ownDiagnostics];
  let input = typedValue(tree);
  const right = parsePresent(schema, input);
  if (right !== undefined) return checked(locate({ ...right, custom }, from.tree), diagnostics);
  // What is left after the wrong values have gone may still be wrong in a way that depends on them.
  for (let attempt = 0; attempt < 3; attempt++) {
    const result = schema.safeParse(input, { error: () => "another value" });
    if (result.success) {
      return checked(locate({ ...result.data, custom }, from.tree), diagnostics);
    }
    const issues = result.error.issues.map(pickBranch);
    const said = new Set(diagnostics.map(sayingOf));
    for (const diagnostic of issues.flatMap((issue) => report(from, tree, issue))) {
      if (!said.has(sayingOf(diagnostic))) diagnostics.push(diagnostic);
    }
    const wrongKeys = new Set(issues.filter(isWrongValue).map(({ path }) => path[0]));
    if (recovery.vital.some((key) => wrongKeys.has(key))) break;
    input = removeAt(input, issues.flatMap(pathsToRemove));
    for (const [key, value] of Object.entries(recovery.instead)) {
      if (wrongKeys.has(key)) input = { ...Object(input), [key]: value };
    }
  }
  return unusable(diagnostics);
}

type Issue = z.core.$ZodIssue;

/** Of a value that may have two forms, the problems of the form that was typed. */
function pickBranch(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const deeper = issue.errors.map((branch) => branch[0]).find((first) => (first?.path.length ?? 0) > 0);
  return deeper === undefined ? issue : pickBranch({ ...deeper, path: [...issue.path, ...deeper.path] });
}

function isWrongValue(issue: Issue): boolean {
  return issue.code !== "unrecognized_keys";
}

/** Unknown keys go by themselves; a wrong value goes with the whole of its top-level key. */
function pathsToRemove(issue: Issue): KeyPath[] {
  const path = issue.path.map(step);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  return [path.slice(0, 1)];
}

function step(key: PropertyKey): string | number {
  return typeof key === "number" ? key : String(key);
}

function sayingOf({ code, place, message }: Diagnostic): string {
  return `${code} ${place.line}:${place.column} ${message}`;
}

function report(from: ToValidate, tree: YamlMap, issue: Issue): Diagnostic[] {
  const { source } = from;
  const path = issue.path.map(step);
  const located = locate(null, tree);
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(knownKeysSeparator);
    return issue.keys.map((key) => {
      const span = located.keySpanOf([...path, key]);
      return diagnose("unknown-key", { source, span }, { key, nearest: nearest(key, known), known });
    });
  }
  const node = nodeAt(tree, path);
  if (issue.code === "custom") {
    const problem: unknown = issue.params?.["problem"];
    if (problem instanceof Problem) return [problem.report({ source, span: node.span })];
  }
  const expected = issue.message;
  const parent = nodeAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (parent.kind === "map" && typeof key === "string" && !hasValue(parent, key)) {
    const span = missingAt(path.length === 1 ? from.opening : firstKey(parent), parent, key);
    return [diagnose("missing-key", { source, span }, { key, within: nameOf(path.slice(0, -1)), expected })];
  }
  const found = describeNode(node);
  const common = { path: nameOf(path), found, expected };
  if (issue.code === "invalid_type" || issue.code === "invalid_union" || node.kind !== "text") {
    return [diagnose("wrong-type", { source, span: node.span }, common)];
  }
  const choices = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const params = { ...common, nearest: nearest(node.text, choices) };
  return [diagnose("wrong-value", { source, span: node.span }, params)];
}

function hasValue(map: YamlMap, key: string): boolean {
  const entry = map.entries.get(key);
  return entry !== undefined && entry.value.kind !== "nothing";
}

/** The key that has no value, or else where its map begins. */
function missingAt(opening: Span, map: YamlMap, key: string): Span {
  return map.entries.get(key)?.key ?? opening;
}

function firstKey(map: YamlMap): Span {
  const [first] = map.entries.values();
  return first?.key ?? map.span;
}

/** A path for a sentence; which item of a list is meant, its place says. */
function nameOf(path: KeyPath): string {
  return path.filter((key) => typeof key === "string").join(".");
}
