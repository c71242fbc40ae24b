import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { Source } from "../../src/diagnostics/source.js";

const lines = fc.array(
  fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, "")),
  { minLength: 1 },
);
const lineBreak = fc.constantFrom("\n", "\r\n", "\r");

describe("Source", () => {
  it("counts lines and columns from 1, columns in UTF-16 units", () => {
    const source = new Source("a.md", "一二\n😀x\ny");
    expect(source.placeOf({ start: 0, end: 2 })).toEqual({
      file: "a.md",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 3,
    });
    expect(source.placeOf({ start: 5, end: 6 })).toMatchObject({ line: 2, column: 3, endColumn: 4 });
    expect(source.placeOf({ start: 1, end: 8 })).toMatchObject({
      line: 1,
      column: 2,
      endLine: 3,
      endColumn: 2,
    });
  });

  it("counts CRLF as one line break, and a lone CR as one", () => {
    const source = new Source("a.md", "a\r\nb\rc\n\n");
    expect(source.lineCount).toBe(5);
    expect([1, 2, 3, 4, 5, 6].map((line) => source.lineText(line))).toEqual(["a", "b", "c", "", "", ""]);
    expect(source.lineOf(5)).toBe(3);
  });

  it("gives an empty text one empty line", () => {
    const source = new Source("a.md", "");
    expect(source.lineCount).toBe(1);
    expect(source.lineText(1)).toBe("");
    expect(source.placeOf({ start: 0, end: 0 })).toMatchObject({
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });

  it("clamps a span outside of the text, and one that ends before it starts", () => {
    const source = new Source("a.md", "ab\ncd");
    expect(source.placeOf({ start: -5, end: 99 })).toMatchObject({
      line: 1,
      column: 1,
      endLine: 2,
      endColumn: 3,
    });
    expect(source.placeOf({ start: 4, end: 1 })).toMatchObject({
      line: 2,
      column: 2,
      endLine: 2,
      endColumn: 2,
    });
  });

  it("finds the lines that a text was put together from", () => {
    fc.assert(
      fc.property(lines, lineBreak, (parts, separator) => {
        const source = new Source("a.md", parts.join(separator));
        expect(source.lineCount).toBe(parts.length);
        let offset = 0;
        for (const [index, part] of parts.entries()) {
          expect(source.lineText(index + 1)).toBe(part);
          for (let at = 0; at <= part.length; at++) {
            expect(source.placeOf({ start: offset + at, end: offset + at })).toMatchObject({
              line: index + 1,
              column: at + 1,
            });
          }
          offset += part.length + separator.length;
        }
      }),
    );
  });
});
