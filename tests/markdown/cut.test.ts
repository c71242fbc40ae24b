import fc from "fast-check";
import type { Heading, Paragraph } from "mdast";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { cutBefore } from "../../src/markdown/cut.js";
import { parseMarkdown } from "../../src/markdown/parse-markdown.js";
import { plainText } from "../../src/markdown/plain-text.js";

function firstBlock(text: string, start = 0): { block: Paragraph | Heading; source: Source } {
  const source = new Source("content/a.md", text);
  const [block] = parseMarkdown(source, { start, end: text.length }).root.children;
  if (block?.type !== "paragraph" && block?.type !== "heading") throw new Error("no paragraph");
  return { block, source };
}

/** The words that are left when everything before `|` is cut. */
function cut(marked: string): string {
  const offset = marked.indexOf("|");
  const { block, source } = firstBlock(marked.replace("|", ""));
  return plainText(cutBefore(block, offset, source));
}

describe("cutting a label off a paragraph", () => {
  it.each([
    ["a plain label", "记者：|请谈谈", "请谈谈"],
    ["a bold label whose colon is inside", "**Jerod Santo:** |Hello *you*", "Hello you"],
    ["a bold label before Han", "**刘光辉：**|成都肩负", "成都肩负"],
    ["a bold label and an escaped time", "**Adam:** \\[03:47\\] |I think", "I think"],
    ["a label inside emphasis that goes on", "**Adam: |yes** and no", "yes and no"],
    ["a label inside a link", "[Adam: |yes](x.md) no", "yes no"],
    ["a label with a reference", "Q&amp;A &#58; |R&amp;D", "R&D"],
    ["a label on a line of its own", "Ann: 00:00:36\n|Text below\nand on", "Text below and on"],
    [
      "a label on a line of its own, with CRLF",
      "Ann: 00:00:36\r\n|Text below\r\nand on",
      "Text below and on",
    ],
    ["a label with a hard break", "Ann  \n|Text below", "Text below"],
    ["a heading's label", "### 记者:|如何看待", "如何看待"],
    ["a label whose line ends in spaces", "Ann: |one   \n  two", "one two"],
    ["a whole paragraph", "Ann:|", ""],
    ["nothing", "|Ann", "Ann"],
  ])("takes %s away", (_, marked, rest) => {
    expect(cut(marked)).toBe(rest);
  });

  it("keeps the formatting of what is left", () => {
    const { block, source } = firstBlock("**Adam: yes** and");
    const rest = cutBefore(block, 8, source);
    expect(rest.children[0]).toMatchObject({
      type: "strong",
      children: [{ type: "text", value: "yes" }],
      position: { start: { offset: 8, line: 1, column: 9 } },
    });
  });

  it("leaves the block that it was given as it was", () => {
    const { block, source } = firstBlock("**Adam:** yes");
    const before = structuredClone(block);
    cutBefore(block, 10, source);
    expect(block).toEqual(before);
  });

  it("leaves exactly the words behind the cut, whatever stands before it", () => {
    const word = fc.constantFrom(
      "成都",
      "Hello",
      "「是」",
      "😀",
      "R\\&D",
      "a&amp;b",
      "\\[03:47\\]",
      "10:30",
      "*so*",
      "`c`",
      "[l](x.md)",
    );
    const words = fc.array(word, { minLength: 1, maxLength: 6 });
    const breakOrSpace = fc.constantFrom(" ", "\n", "\r\n");
    fc.assert(
      fc.property(
        fc.constantFrom("Ann: ", "**Ann:** ", "**刘光辉：**", "__x__: ", "A\\: "),
        words,
        words,
        breakOrSpace,
        fc.nat(40),
        (label, before, after, between, pad) => {
          const head = "\n".repeat(pad) + label + before.join(" ") + between;
          const text = head + after.join(" ");
          const { block, source } = firstBlock(text, 0);
          const alone = firstBlock(after.join(" "));
          expect(plainText(cutBefore(block, head.length, source))).toBe(plainText(alone.block));
        },
      ),
    );
  });
});
