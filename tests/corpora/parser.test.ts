import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { Footnotes } from "../../src/markdown/footnotes.js";
import { parseFast } from "../../src/markdown/fast-parse.js";
import type { MarkdownParser } from "../../src/markdown/markdown-parser.js";
import { parseMarkdown, type MarkdownTree } from "../../src/markdown/parse-markdown.js";
import { createRenderer } from "../../src/markdown/render-blocks.js";
import { filePath } from "../../src/model/ids.js";
import { haveCorpora, readCorpus } from "./corpora.js";

function parsed(text: string, parser: MarkdownParser): MarkdownTree {
  const source = new Source("content/features/x.md", text);
  const start = /^---\r?\n[^]*?\r?\n---\r?\n/u.exec(text)?.[0].length ?? 0;
  return parseMarkdown(source, { start, end: text.length }, parser);
}

function rendered(tree: MarkdownTree, parser: MarkdownParser): object {
  const file = filePath("content/features/x.md");
  const footnotes = new Footnotes(file);
  const renderer = createRenderer({ file, tree, footnotes, parser });
  const html = tree.root.children.map((block) => renderer.blocks([block]));
  return { html, links: renderer.links, diagnostics: renderer.diagnostics };
}

describe.skipIf(!haveCorpora)("Real texts", () => {
  it.each([
    ["changelog", 0.9],
    ["bitcointranscripts", 0.8],
    ["usesthis", 0.8],
    ["seed", 1],
  ])(
    "of %s have one tree and one HTML from both parsers, and mostly need the fast one alone",
    (corpus, share) => {
      const texts = readCorpus(corpus);
      for (const { path, text } of texts) {
        const tree = parsed(text, "remark");
        // Not with toEqual, which prepares its report: a tree of a long transcript has 10,000 places.
        expect(isDeepStrictEqual(parsed(text, "fast").root, tree.root), path).toBe(true);
        expect(isDeepStrictEqual(rendered(tree, "fast"), rendered(tree, "remark")), path).toBe(true);
      }
      const fast = texts.filter(({ text }) => parseFast(text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/u, "")));
      expect(fast.length / texts.length).toBeGreaterThanOrEqual(share);
    },
    300_000,
  );
});
