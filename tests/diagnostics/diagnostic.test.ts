import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.js";
import { diagnose, hasErrors, inReadingOrder, placeOf } from "../../src/diagnostics/diagnostic.js";
import { didYouMean, oneOf, quoted } from "../../src/diagnostics/entry.js";
import { Source } from "../../src/diagnostics/source.js";

const source = new Source("content/a.md", Array.from({ length: 20 }, (_, i) => `line ${i + 1}`).join("\n"));
const spanOfLine = (line: number) => {
  const start = source.text.indexOf(`line ${line}\n`);
  return { start, end: start + 4 };
};
const at = (line: number, expected = "x") =>
  diagnose("empty-file", { source, span: spanOfLine(line) }, { expected });

describe("diagnose", () => {
  it("makes the words of the catalogue's entry from the particulars", () => {
    const diagnostic = at(3, "a guest");
    expect(diagnostic).toMatchObject({
      code: "empty-file",
      severity: "error",
      message: "Unexpected empty file, expected a guest",
      place: { file: "content/a.md", line: 3, column: 1, endLine: 3, endColumn: 5 },
      params: { expected: "a guest" },
      related: [],
    });
  });

  it("keeps the lines around the place, within the text", () => {
    expect(at(3).excerpt).toEqual({ firstLine: 2, lines: ["line 2", "line 3", "line 4"] });
    expect(at(1).excerpt).toMatchObject({ firstLine: 1, lines: ["line 1", "line 2"] });
    const last = diagnose(
      "empty-file",
      { source, span: { start: source.text.length, end: source.text.length } },
      { expected: "x" },
    );
    expect(last.excerpt?.lines).toEqual(["line 19", "line 20"]);
  });

  it("keeps few lines of a long span, and few characters of a long line", () => {
    const whole = diagnose(
      "empty-file",
      { source, span: { start: 0, end: source.text.length } },
      { expected: "x" },
    );
    expect(whole.excerpt?.lines.length).toBeLessThanOrEqual(7);
    const wide = new Source("content/b.md", "x".repeat(1_000_000));
    const [line = ""] =
      diagnose("empty-file", { source: wide, span: { start: 0, end: 1 } }, { expected: "x" }).excerpt
        ?.lines ?? [];
    expect(line.length).toBeLessThanOrEqual(4000);
  });

  it("points at a file as a whole where there is no text", () => {
    const diagnostic = diagnose("empty-file", { file: "content/a.jpg" }, { expected: "x" });
    expect(diagnostic.place).toEqual({ file: "content/a.jpg", line: 1, column: 1, endLine: 1, endColumn: 1 });
    expect(diagnostic.excerpt).toBeUndefined();
    expect(placeOf({ file: "content/a.jpg" })).toEqual(diagnostic.place);
  });
});

describe("inReadingOrder", () => {
  it("orders by file, then by place, and leaves what it was given alone", () => {
    const other = diagnose("empty-file", { file: "content/0.md" }, { expected: "x" });
    const given = [at(12), at(3), other];
    expect(inReadingOrder(given).map(({ place }) => [place.file, place.line])).toEqual([
      ["content/0.md", 1],
      ["content/a.md", 3],
      ["content/a.md", 12],
    ]);
    expect(given[0]?.place.line).toBe(12);
  });
});

describe("hasErrors", () => {
  it("tells errors from warnings", () => {
    const warning = diagnose("unread-file", { file: "a.md" }, { expected: ["b.md"] });
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, at(1)])).toBe(true);
  });
});

describe("the words", () => {
  it("show control and bidirectional characters instead of obeying them", () => {
    expect(quoted("a\u202eb\u0000")).toBe('"a\\u202eb\\u0000"');
  });

  it("list choices, and cut long lists", () => {
    expect(oneOf([])).toBe("");
    expect(oneOf(["a"])).toBe('"a"');
    expect(oneOf(["a", "b", "c"])).toBe('"a", "b" or "c"');
    expect(oneOf(Array.from({ length: 14 }, (_, i) => `k${i}`))).toMatch(/"k11" or one of 2 more$/);
    expect(didYouMean(undefined)).toBe("");
  });

  it("have a code in kebab case, a description and a mended example each", () => {
    for (const [code, { about, example, instead }] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect([code, about === "", example === "", instead === ""]).toEqual([code, false, false, false]);
      expect([code, example === instead]).toEqual([code, false]);
    }
  });
});
