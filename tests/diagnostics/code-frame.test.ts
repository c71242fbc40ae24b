import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame, type FrameOptions } from "../../src/diagnostics/code-frame.js";
import { Source } from "../../src/diagnostics/source.js";
import { cellsOf } from "../../src/diagnostics/text-cells.js";

/** The frame of the first `needle` in a text. */
function frame(text: string, needle: string, options?: FrameOptions): string {
  const source = new Source("x.md", text);
  const start = text.indexOf(needle);
  const place = source.placeOf({ start, end: start + needle.length });
  const firstLine = Math.max(1, place.line - 1);
  const lastLine = Math.min(source.lineCount, Math.min(place.endLine, place.line + 4) + 1);
  const lines: string[] = [];
  for (let line = firstLine; line <= lastLine; line++) lines.push(source.lineText(line));
  return codeFrame({ place, excerpt: { firstLine, lines } }, options);
}

const drawing = (...lines: string[]) => lines.join("\n");

describe("codeFrame", () => {
  test("underlines the place between the lines around it", () => {
    expect(frame("one\ntwo three\nfour", "three")).toBe(
      drawing("  1 | one", "> 2 | two three", "    |     ^^^^^", "  3 | four"),
    );
  });

  test("puts the marks under wide characters", () => {
    expect(frame("  刘光晖：成都", "刘光晖")).toBe(drawing("> 1 |   刘光晖：成都", "    |   ^^^^^^"));
    expect(frame("刘光晖：成都", "成都")).toBe(drawing("> 1 | 刘光晖：成都", "    |         ^^^^"));
    expect(frame("ＡＢ　x", "x")).toBe(drawing("> 1 | ＡＢ　x", "    |       ^"));
    expect(frame("한국 x", "x")).toBe(drawing("> 1 | 한국 x", "    |      ^"));
  });

  test("counts an emoji of many parts once, and a letter with its marks", () => {
    expect(frame("👩‍👧 x", "x")).toBe(drawing("> 1 | 👩‍👧 x", "    |    ^"));
    expect(frame("🇳🇴❤️ x", "x")).toBe(drawing("> 1 | 🇳🇴❤️ x", "    |      ^"));
    expect(frame("e\u0301e\u0301 x", "x")).toBe(drawing("> 1 | e\u0301e\u0301 x", "    |    ^"));
  });

  test("draws a tab up to its stop", () => {
    expect(frame("a\tb: c", "b")).toBe(drawing("> 1 | a   b: c", "    |     ^"));
    expect(frame("\trole: x", "\t")).toBe(drawing("> 1 |     role: x", "    | ^^^^"));
  });

  test("shows what cannot be seen or would reorder the line", () => {
    expect(frame("a\u202eb x", "x")).toBe(drawing("> 1 | a<U+202E>b x", "    |            ^"));
    expect(frame("a\u0000b", "\u0000")).toBe(drawing("> 1 | a<U+0000>b", "    |  ^^^^^^^^"));
    expect(frame("a\u200bb", "b")).toBe(drawing("> 1 | a<U+200B>b", "    |          ^"));
    expect(frame("\u001b[31mx", "x")).toBe(drawing("> 1 | <U+001B>[31mx", "    |             ^"));
  });

  test("marks one column for a place without length, also behind the end of the line", () => {
    const excerpt = { firstLine: 7, lines: ["ab"] };
    const at = (column: number) => ({ file: "x", line: 7, column, endLine: 7, endColumn: column });
    expect(codeFrame({ place: at(2), excerpt })).toBe(drawing("> 7 | ab", "    |  ^"));
    expect(codeFrame({ place: at(3), excerpt })).toBe(drawing("> 7 | ab", "    |   ^"));
    expect(codeFrame({ place: at(1), excerpt: { firstLine: 7, lines: [""] } })).toBe(
      drawing("> 7 |", "    | ^"),
    );
  });

  test("marks every line of a place of several lines, without their indentation", () => {
    expect(frame("- a\n  b\n\n  c d\n", "a\n  b\n\n  c")).toBe(
      drawing(
        "> 1 | - a",
        "    |   ^",
        "> 2 |   b",
        "    |   ^",
        "  3 |",
        "> 4 |   c d",
        "    |   ^",
        "  5 |",
      ),
    );
  });

  test("says that a place goes on below what is shown", () => {
    expect(frame("1\n2\n3\n4\n5\n6\n7\n8", "1\n2\n3\n4\n5\n6\n7\n8")).toContain("\n    | …");
  });

  test("aligns line numbers of different lengths", () => {
    const text = "x\n".repeat(9);
    expect(frame(`${text}y`, "y")).toBe(drawing("   9 | x", "> 10 | y", "     | ^"));
  });

  test("shows a long line around the place", () => {
    const line = `${"a".repeat(200)}HERE${"b".repeat(200)}`;
    expect(frame(line, "HERE", { width: 30 })).toBe(
      drawing(`> 1 | …${"a".repeat(10)}HERE${"b".repeat(16)}…`, `    | ${" ".repeat(11)}^^^^`),
    );
    expect(frame(line, "aaa", { width: 30 })).toBe(drawing(`> 1 | ${"a".repeat(30)}…`, "    | ^^^"));
  });

  test("keeps the columns where a wide character is cut in half", () => {
    const line = `x${"字".repeat(100)}HERE`;
    const [shown = "", marks = ""] = frame(line, "HERE", { width: 30 }).split("\n");
    const columnOf = (text: string) => cellsOf(text).reduce((sum, { width }) => sum + width, 0);
    expect(marks.indexOf("^")).toBe(columnOf(shown.slice(0, shown.indexOf("HERE"))));
  });

  test("gives colours to the gutter and the marks only", () => {
    const color = { gutter: (text: string) => `<${text}>`, mark: (text: string) => `*${text}*` };
    expect(frame("ab", "b", { color })).toBe(drawing("*>* <1 |> ab", "<    |>  *^*"));
  });

  test("is empty where there is no text to show", () => {
    const place = { file: "x.jpg", line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(codeFrame({ place, excerpt: undefined })).toBe("");
  });

  test("starts with the line where a narrow window would start before it", () => {
    const [shown = "", marks = ""] = frame("\u202eΩa字：：：aa\u202e", "Ω", { width: 27 }).split("\n");
    expect(marks.indexOf("^")).toBe(shown.indexOf("Ω"));
  });

  test("has its first mark under the first character of the place, in any text", () => {
    const text = fc.array(fc.constantFrom("a", "字", "\t", "é", "😀", "\u202e", " ", "："), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 24, max: 80 }), (before, after, width) => {
        const line = `${before.join("")}Ω${after.join("")}`;
        const [shown = "", marks = ""] = frame(line, "Ω", { width }).split("\n");
        const upTo = shown.slice(0, shown.indexOf("Ω"));
        // Tabs are spaces in what is shown, so its width is that of its characters.
        expect(marks.indexOf("^")).toBe(cellsOf(upTo).reduce((sum, cell) => sum + cell.width, 0));
        expect(marks.endsWith("^")).toBe(true);
      }),
    );
  });
});
