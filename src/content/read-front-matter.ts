import { createRequire } from "node:module";
import type GrayMatter from "gray-matter";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { findFence, type Expectation } from "./fence.js";
import { readPlainYaml } from "./plain-yaml.js";
import { readYaml } from "./read-yaml.js";
import type { YamlMap } from "./yaml-tree.js";

/** A document's front matter as a tree, and where its text begins. */
export interface FrontMatter {
  readonly tree: YamlMap;
  /** The opening line `---`: where a missing key is reported. */
  readonly fence: Span;
  readonly body: Span;
}

/**
 * Read the front matter that a document begins with.
 *
 * Problems with the lines `---` or in the YAML leave no front matter; see {@link readYaml} for those that leave one.
 *
 * @param source - The whole document.
 * @param expected - What the document should be, for the messages.
 * @param keys - Words that are keys here.
 */
export function readFrontMatter(
  source: Source,
  expected: Expectation,
  keys: ReadonlySet<string>,
): Checked<FrontMatter> {
  const fenced = findFence(source, expected);
  if (fenced.value === undefined) return unusable(fenced.diagnostics);
  const { fence, matter: span, body } = fenced.value;
  const plain = readPlainYaml(source.text, span);
  if (plain !== undefined) return checked({ tree: plain, fence, body });
  let read: Checked<YamlMap> = checked({ kind: "map", entries: new Map(), span });
  const yaml = (): object => {
    read = readYaml(source, span, keys);
    return {};
  };
  // The block alone, with line breaks that gray-matter knows; always with options, since without any it caches and
  // hands out one shared object. findFence has made sure that both find the same end.
  const block = source.text.slice(0, body.start).replace(/\r(?!\n)/g, "\n");
  if (block.length <= longestBlock) grayMatter()(block, { language: "yaml", engines: { ...noEngines, yaml } });
  else yaml();
  if (read.value === undefined) return unusable(read.diagnostics);
  return checked({ tree: read.value, fence, body }, read.diagnostics);
}

/** Loaded when the first front matter needs it: it brings a parser of JavaScript along. */
function grayMatter(): typeof GrayMatter {
  // What `require` gives has no type of its own.
  return (loaded ??= createRequire(import.meta.url)("gray-matter") as typeof GrayMatter);
}

let loaded: typeof GrayMatter | undefined;

/** gray-matter looks for comments with a pattern that takes quadratic time on blank lines. */
const longestBlock = 16_384;

/** Every language that gray-matter has an engine for. `javascript` would `eval` what stands in a file. */
const noEngines = { json: refuse, javascript: refuse, js: refuse, coffee: refuse, toml: refuse };

function refuse(): never {
  throw new Error("Front matter in a language other than YAML was not turned away");
}
