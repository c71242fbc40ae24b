import { expect } from "vitest";
import { findFence } from "../../src/content/fence.js";
import { readPlainYaml } from "../../src/content/plain-yaml.js";
import { readYaml } from "../../src/content/read-yaml.js";
import { Source } from "../../src/diagnostics/source.js";

const keys = new Set(["title", "role", "date", "guests", "id", "name"]);

/** Where the plain reader answers, the YAML package must have the same tree, and nothing to say of it. */
export function agree(text: string, start = 0, end = text.length): boolean {
  const plain = readPlainYaml(text, { start, end });
  if (plain === undefined) return false;
  const full = readYaml(new Source("content/site.yaml", text), { start, end }, keys);
  expect({ text, tree: full.value, diagnostics: full.diagnostics }).toEqual({ text, tree: plain, diagnostics: [] });
  expect([...plain.entries.keys()]).toEqual([...(full.value?.entries.keys() ?? [])]);
  return true;
}

/** The same for the front matter of a document; `undefined` where it has none. */
export function agreeOnFrontMatter(text: string): boolean | undefined {
  const fenced = findFence(new Source("content/pages/x.md", text), { kind: "a page", required: "title" }).value;
  return fenced && agree(text, fenced.matter.start, fenced.matter.end);
}
