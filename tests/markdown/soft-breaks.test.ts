import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/markdown/plain-text.js";
import { parseMarkdown } from "../../src/markdown/parse-markdown.js";
import { Source } from "../../src/diagnostics/source.js";
import { html } from "./given.js";

function words(text: string, alt = false): string {
  const { root } = parseMarkdown(new Source("content/a.md", text), { start: 0, end: text.length });
  return plainText(root, { alt });
}

describe("a line break in the source", () => {
  it.each([
    ["between Han", "潮水\n退了", "潮水退了"],
    ["between Han, with CRLF and spaces", "潮水 \r\n  退了", "潮水退了"],
    ["between kana", "しお\nが", "しおが"],
    ["between katakana and Han", "カタ\n仮名", "カタ仮名"],
    ["behind full-width punctuation", "退了，\n还会来", "退了，还会来"],
    ["before an opening bracket", "退了\n（昨天）", "退了（昨天）"],
    ["behind an ellipsis of Chinese", "退了……\n还会来", "退了……还会来"],
    ["between marks that two scripts share", "他说……\n“好”", "他说……“好”"],
    ["behind an indented line", "潮水\n　　退了", "潮水退了"],
    ["beyond the first plane", "𠮷\n𠮷", "𠮷𠮷"],
  ])("is nothing %s", (_, typed, expected) => {
    expect(words(typed)).toBe(expected);
    expect(html(typed)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ["between Hangul", "바다가\n보인다", "바다가 보인다"],
    ["between Latin words", "the tide\nwent out", "the tide went out"],
    ["between Han and Latin", "潮水\ntide", "潮水 tide"],
    ["between Latin words, one in quotation marks", "she said…\n“No”", "she said… “No”"],
    ["between numerals", "2019\n2020", "2019 2020"],
  ])("is a space %s", (_, typed, expected) => {
    expect(words(typed)).toBe(expected);
  });

  it.each([
    ["emphasis", "潮*水*\n退了", "<p>潮<em>水</em>退了</p>"],
    ["two emphases", "*潮水*\n**退了**", "<p><em>潮水</em><strong>退了</strong></p>"],
    [
      "a link",
      "潮水\n[退了](https://example.org)",
      '<p>潮水<a href="https://example.org" rel="external">退了</a></p>',
    ],
    ["a reading", "潮水\n<ruby>退<rt>tui</rt></ruby>", "<p>潮水<ruby>退<rt>tui</rt></ruby></p>"],
  ])("is looked at through %s", (_, typed, expected) => {
    expect(html(typed)).toBe(expected);
  });

  it.each(["潮水\n`退`", "`潮`\n退了", "潮水\n![退](a.jpg)"])(
    "stays beside code and pictures: %j",
    (typed) => {
      expect(html(typed)).toContain("\n");
    },
  );

  it("stays in code and behind a hard break", () => {
    expect(html("```\n潮\n水\n```")).toContain("潮\n水");
    expect(html("潮水\\\n退了")).toContain("<br>");
  });

  it("is never left between two Han characters, and nothing else is changed", () => {
    const piece = fc.constantFrom("潮", "水", "。", "\n", "word", " ", "한", "*", "か");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const typed = `潮${pieces.join("")}`;
        const text = words(typed);
        for (const line of text.split("\n")) expect(line).not.toMatch(/[潮水。か]\n[潮水。か]/u);
        expect(text.replace(/[\s*]/g, "")).toBe(typed.replace(/[\s*]/g, ""));
      }),
    );
  });
});

describe("plain text", () => {
  it("has one line a paragraph, item or row", () => {
    expect(
      words("# Tide\n\nOne *two*\nthree\n\n- a\n- b\n\n  c\n\n> q\n\n| x | y |\n|---|---|\n| 1 | 2 |"),
    ).toBe("Tide\nOne two three\na\nb\nc\nq\nx\ty\n1\t2");
  });

  it("gives pictures' alternative texts only when asked", () => {
    expect(words("See ![the pier](a.jpg) now")).toBe("See  now");
    expect(words("See ![the pier](a.jpg) now", true)).toBe("See the pier now");
  });

  it("leaves out footnotes, readings, comments and scripts", () => {
    expect(
      words(
        "One[^1] <ruby>汐<rp>(</rp><rt>xi</rt><rp>)</rp></ruby> <!-- <b> hm --> two<script>x</script>.\n\n[^1]: Note.",
      ),
    ).toBe("One 汐  two.");
  });

  it("keeps words in angle brackets, and words behind a script that is not closed", () => {
    expect(words("It was <inaudible> in <script> May.\n\n<inaudible>")).toBe(
      "It was <inaudible> in  May.\n<inaudible>",
    );
  });

  it("leaves out the ideographic spaces that indent a paragraph", () => {
    expect(words("　　潮水退了。")).toBe("潮水退了。");
    expect(html("　　潮水退了。")).toBe("<p>潮水退了。</p>");
  });
});
