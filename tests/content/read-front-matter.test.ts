import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { Source } from "../../src/diagnostics/source.js";
import { readFrontMatter } from "../../src/content/read-front-matter.js";
import { typedValue } from "../../src/content/yaml-tree.js";

const guest = { kind: "a guest", required: "name" };
const keys = new Set(["name", "role", "title"]);

function read(text: string) {
  const source = new Source("content/guests/wu-tong.md", text);
  const { value, diagnostics } = readFrontMatter(source, guest, keys);
  return {
    source,
    diagnostics,
    front: value && typedValue(value.tree),
    body: value && text.slice(value.body.start, value.body.end),
    value,
  };
}

function problems(text: string): string[] {
  return read(text).diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
}

describe("readFrontMatter", () => {
  it("parts front matter and body, for every kind of line break", () => {
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const text = ["---", "name: 吴桐", "---", "", "Text", "---", "more"].join(lineBreak);
      const { front, body, diagnostics } = read(text);
      expect(diagnostics).toEqual([]);
      expect(front).toEqual({ name: "吴桐" });
      expect(body).toBe(["", "Text", "---", "more"].join(lineBreak));
    }
  });

  it("accepts a closing line with spaces behind it, no body, and ---yaml", () => {
    expect(read("---\nname: a\n---  \nx")).toMatchObject({ front: { name: "a" }, body: "x" });
    expect(read("---\nname: a\n---")).toMatchObject({ front: { name: "a" }, body: "" });
    expect(read("--- yaml\nname: a\n---\nx")).toMatchObject({ front: { name: "a" }, body: "x" });
  });

  it("reads empty front matter as no keys", () => {
    expect(read("---\n---\nx")).toMatchObject({ front: {}, body: "x", diagnostics: [] });
    expect(read("---\n# nothing yet\n---\nx")).toMatchObject({ front: {}, body: "x", diagnostics: [] });
  });

  it("reports an empty file and a file without front matter", () => {
    expect(problems("")).toEqual(["1:1 empty-file"]);
    expect(problems(" \n\n")).toEqual(["1:1 empty-file"]);
    expect(problems("Wu Tong farms.\n")).toEqual(["1:1 missing-front-matter"]);
    expect(problems("----\nname: a\n----\n")).toEqual(["1:1 missing-front-matter"]);
  });

  it("says that front matter begins too late", () => {
    const [problem] = read("\n\n---\nname: a\n---\n").diagnostics;
    expect(problem).toMatchObject({ code: "missing-front-matter", params: { late: true } });
  });

  it("reports front matter that is never closed at its opening line", () => {
    expect(problems("---\nname: a\n\nText\n")).toEqual(["1:1 unclosed-front-matter"]);
    expect(problems("---")).toEqual(["1:1 unclosed-front-matter"]);
  });

  it("points to the line that was meant to close", () => {
    for (const line of ["----", "——", " ---", "---x", "–––"]) {
      const [problem] = read(`---\nname: a\n${line}\nText\n`).diagnostics;
      expect(problem).toMatchObject({
        code: "unclosed-front-matter",
        params: { lookalike: line.trim() },
        related: [{ place: { line: 3 } }],
      });
    }
  });

  it("never executes front matter, and reports its language", () => {
    for (const language of ["js", "javascript", "coffee", "json", "toml", "constructor", "__proto__"]) {
      const text = `---${language}\nglobalThis.frontMatterRan = true\n---\n`;
      expect(problems(text)).toEqual(["1:1 front-matter-language"]);
    }
    expect("frontMatterRan" in globalThis).toBe(false);
  });

  it("reports YAML problems at their line and column in the file", () => {
    expect(problems("---\nname: a\nrole： b\n---\n")).toEqual(["3:5 full-width-colon"]);
    expect(problems("---\r\nname: a\r\nname: b\r\n---\r\n")).toEqual(["3:1 duplicate-key"]);
    expect(problems("---\n- a\n---\n")).toEqual(["2:1 not-a-map"]);
    expect(problems("---\nname: a: b\nrole: @x\n---\n")).toEqual(["2:7 yaml-syntax", "3:7 yaml-syntax"]);
  });

  it("reports the same problems when the same text is read again", () => {
    const text = "---\nname: [a\n---\n";
    expect(problems(text)).toEqual(problems(text));
    expect(problems(text)).toHaveLength(1);
  });

  it("comes to an end on long text without a closing line, and on many blank lines", () => {
    expect(problems(`---\n${"\n".repeat(200_000)}`)).toEqual(["1:1 unclosed-front-matter"]);
    expect(problems(`---\n${"\n".repeat(200_000)}---\n`)).toEqual([]);
    expect(problems(`---\n${"-- \n".repeat(100_000)}`)).toEqual(["1:1 unclosed-front-matter"]);
  });

  it("never throws, and parts every text that it reads without loss", () => {
    const line = fc.constantFrom(
      "---", "--- ", "----", "---js", "name: a", "role： b", "", "# x", "\tname: b", "- c", "...", "text", "'", "&a [*a]",
    );
    const textual = fc.tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom("\n", "\r\n", "\r"));
    fc.assert(
      fc.property(fc.oneof(textual.map(([all, end]) => `---${end}${all.join(end)}`), fc.string({ unit: "binary" })), (text) => {
        const { value, diagnostics } = read(text);
        if (value === undefined) expect(diagnostics.length).toBeGreaterThan(0);
        else {
          expect(value.body.end).toBe(text.length);
          expect(text.slice(0, value.body.start)).toMatch(/^---[\s\S]*---[ \t]*(?:\r\n|\n|\r)?$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
