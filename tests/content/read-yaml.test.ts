import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { Source } from "../../src/diagnostics/source.js";
import { locate, nodeAt } from "../../src/content/locate.js";
import { longestYaml, readYaml } from "../../src/content/read-yaml.js";
import { coreValue, typedValue, type YamlMap, type YamlNode } from "../../src/content/yaml-tree.js";

const keys = new Set(["title", "role", "date", "guests", "id", "name"]);

function read(text: string) {
  const source = new Source("content/site.yaml", text);
  return { source, ...readYaml(source, { start: 0, end: text.length }, keys) };
}

function problems(text: string): string[] {
  return read(text).diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
}

function tree(text: string): YamlMap {
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no value");
  return value;
}

describe("readYaml", () => {
  it("keeps scalars as they were typed, and knows their core values", () => {
    const map = tree("a: 12:30\nb: 010\nc: no\nd: 2024-03-01\ne: 0x1F\nf: null\ng: '007'\nh: 1.50\ni: true\n");
    expect(typedValue(map)).toEqual({
      a: "12:30", b: "010", c: "no", d: "2024-03-01", e: "0x1F", f: "null", g: "007", h: "1.50", i: "true",
    });
    expect(coreValue(map)).toEqual({
      a: "12:30", b: 10, c: "no", d: "2024-03-01", e: 31, f: null, g: "007", h: 1.5, i: true,
    });
  });

  it("takes a key without a value, or with ~, for absent", () => {
    expect(typedValue(tree("a:\nb: ~\nc: x\n"))).toEqual({ c: "x" });
  });

  it("reads nothing, blank lines and comments as an empty map", () => {
    for (const text of ["", "\n\n", "# only a comment\n"]) expect(tree(text).entries.size).toBe(0);
  });

  it("knows where every value stands, with CRLF, CR and astral characters before it", () => {
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const text = ["title: 😀 春耕", "guests:", "  - id: 'wu'", "    role: 村长 # until May", "x: [a, b]", ""].join(lineBreak);
      const { value, source } = read(text);
      if (value === undefined) throw new Error("no value");
      const located = locate(typedValue(value), value);
      const spanOf = (path: (string | number)[]) => located.spanOf(path);
      const keySpanOf = (path: (string | number)[]) => located.keySpanOf(path);
      const slice = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end);
      expect(slice(spanOf(["title"]))).toBe("😀 春耕");
      expect(slice(spanOf(["guests", 0, "id"]))).toBe("'wu'");
      expect(slice(spanOf(["guests", 0, "role"]))).toBe("村长");
      expect(slice(keySpanOf(["guests", 0, "role"]))).toBe("role");
      expect(slice(spanOf(["x", 1]))).toBe("b");
      expect(slice(spanOf(["guests", 0]))).toBe(`id: 'wu'${lineBreak}    role: 村长`);
      expect(slice(spanOf(["guests", 0, "portrait", "src"]))).toBe(slice(spanOf(["guests", 0])));
    }
  });

  it("takes a value for the first of a list where it stands for a list of one", () => {
    const map = tree("guests: wu\ninterviewers:\n  name: Gu\n");
    expect(nodeAt(map, ["guests", 0])).toMatchObject({ text: "wu" });
    expect(nodeAt(map, ["interviewers", 0, "name"])).toMatchObject({ text: "Gu" });
    expect(nodeAt(map, ["interviewers", 0])).toMatchObject({ kind: "map" });
  });

  it("reports a full-width colon and reads on as if it were none", () => {
    const text = "date: 2024-03-01\ntitle：春耕\nguests： [a]\n";
    expect(problems(text)).toEqual(["2:6 full-width-colon", "3:7 full-width-colon"]);
    const { value, source } = read(text);
    if (value === undefined) throw new Error("no value");
    expect(typedValue(value)).toEqual({ date: "2024-03-01", title: "春耕", guests: ["a"] });
    const { start, end } = locate(null, value).spanOf(["guests", 0]);
    expect(source.text.slice(start, end)).toBe("a");
  });

  it("reports a full-width colon where YAML would read on in silence", () => {
    expect(problems("title： 春耕\n")).toEqual(["1:6 full-width-colon"]);
    expect(problems("guests:\n  - id: wu\n    role： 村长\n")).toEqual(["3:9 full-width-colon"]);
  });

  it("leaves full-width colons in texts alone", () => {
    for (const text of [
      "title: 春耕：一次谈话\n",
      "edited: |\n  title： is only text here\n",
      "edited: 他说\n  注意：这里不是键\n",
      'edited: "他说\n  title：这里也不是"\n',
    ]) {
      expect(problems(text)).toEqual([]);
    }
  });

  it("reports every tab in indentation at its place, and other mistakes beside them", () => {
    expect(problems("guests:\n\t- a\n\t- b\ntitle: [1\n")).toEqual([
      "2:1 tab-indentation",
      "3:1 tab-indentation",
      expect.stringMatching(/^[45]:\d+ yaml-syntax$/),
    ]);
    expect(problems("guests:\n  - id: a\n\t  role: x\n")).toEqual(["3:1 tab-indentation"]);
  });

  it("allows a tab where it indents nothing", () => {
    expect(problems("title:\tx\n")).toEqual([]);
    expect(problems("edited: |\n  a\n  \tb\n")).toEqual([]);
  });

  it("reports a key that stands twice, with the place of the first, and goes on with the first", () => {
    const { value, diagnostics } = read("title: a\nrole: b\ntitle: c\n");
    expect(diagnostics).toMatchObject([
      { code: "duplicate-key", place: { line: 3, column: 1 }, related: [{ place: { line: 1 } }] },
    ]);
    expect(value && typedValue(value)).toEqual({ title: "a", role: "b" });
  });

  it("reports several syntax errors in one run, one a line", () => {
    expect(problems("title: a: b\nrole: @x\ndate: `y\n")).toEqual([
      "1:8 yaml-syntax",
      "2:7 yaml-syntax",
      "3:7 yaml-syntax",
    ]);
  });

  it("says in its own words what the parser stumbled over", () => {
    const message = (text: string) => read(text).diagnostics[0]?.message;
    expect(message("title: a: b")).toContain('second ": "');
    expect(message('title: "a')).toContain("quotation mark");
    expect(message("title: [a")).toContain("Missing closing ]");
    expect(message("title: a\nrole\n")).toContain('expected "key: value"');
  });

  it("refuses tags, second documents, lists and texts", () => {
    expect(problems("date: !!js/function x")).toEqual(["1:7 yaml-tag"]);
    expect(problems("title: a\n...\nrole: b\n")).toEqual(["3:1 yaml-syntax"]);
    expect(problems("- a\n- b\n")).toEqual(["1:1 not-a-map"]);
    expect(problems("hello\n")).toEqual(["1:1 not-a-map"]);
  });

  it("follows aliases, within limits", () => {
    expect(typedValue(tree("a: &x [p, q]\nb: *x\n"))).toEqual({ a: ["p", "q"], b: ["p", "q"] });
    expect(problems("a: *nobody\n")).toEqual(["1:4 yaml-alias"]);
    expect(problems("a: &x [*x]\n")).toEqual(["1:8 yaml-alias"]);
    const many = `a: &x 1\nb: [${Array.from({ length: 10_000 }, () => "*x").join(", ")}]\n`;
    expect(problems(many)).toEqual([expect.stringMatching(/^2:\d+ yaml-alias$/)]);
    const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &a${i} [${i === 0 ? "x" : Array(9).fill(`*a${i - 1}`).join(", ")}]`);
    expect(problems(bomb.join("\n"))).toEqual([expect.stringMatching(/ yaml-alias$/)]);
  });

  it("refuses depth and length that nobody writes, quickly", () => {
    expect(problems(`a: ${"[".repeat(500)}${"]".repeat(500)}`)).toEqual([expect.stringMatching(/yaml-syntax$/)]);
    expect(problems(`a: ${"x".repeat(longestYaml)}`)).toEqual(["1:1 settings-too-long"]);
  });

  it("speaks of the lines around front matter only where there are such lines", () => {
    const long = `a: ${"x".repeat(longestYaml)}`;
    expect(read(long).diagnostics[0]?.help).not.toContain("---");
    const source = new Source("content/guests/abe.md", `---\n${long}\n---\n`);
    const { diagnostics } = readYaml(source, { start: 4, end: 4 + long.length }, keys);
    expect(diagnostics).toMatchObject([{ code: "front-matter-too-long", place: { line: 2 } }]);
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "title", "guests", ":", ": ", "：", "\n", "\r\n", "  ", "\t", "- ", "[", "]", "{", "}", "&a ", "*a", "|", ">", "\n  ",
      '"', "'", "#", "!x ", "? ", "---", "...", "%YAML 1.1\n", "~", "010", "春耕", "😀", ",", "<<", "__proto__", "\\",
    );
    const yamlish = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: "binary" })), (text) => {
        const { value, diagnostics } = read(text);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        for (const { place } of diagnostics) expect(place.line).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives every value a span that holds the value's own text", () => {
    const word = fc.constantFrom("春耕", "010", "no", "a b", "😀x", "12:30", "x:y", "it's");
    const scalar = fc.tuple(word, fc.constantFrom("plain", "single", "double")).map(([text, style]) => {
      if (style === "plain") return { typed: text, text };
      if (style === "single") return { typed: `'${text.replaceAll("'", "''")}'`, text };
      return { typed: JSON.stringify(text), text };
    });
    const entries = fc.array(fc.tuple(scalar, fc.constantFrom("flat", "list", "flow", "map")), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(entries, fc.constantFrom("\n", "\r\n"), (items, lineBreak) => {
        const lines = items.flatMap(([{ typed }, form], i) => {
          if (form === "flat") return [`k${i}: ${typed}  # c`];
          if (form === "list") return [`k${i}:`, `  - ${typed}`, `  - ${typed}`];
          if (form === "flow") return [`k${i}: [${typed}, ${typed}]`];
          return [`k${i}:`, `    deep: ${typed}`];
        });
        const { value, source, diagnostics } = read(lines.join(lineBreak) + lineBreak);
        expect(diagnostics).toEqual([]);
        if (value === undefined) return;
        for (const [i, [{ typed, text }, form]] of items.entries()) {
          const path = form === "flat" ? [`k${i}`] : form === "map" ? [`k${i}`, "deep"] : [`k${i}`, 1];
          const node: YamlNode = nodeAt(value, path);
          expect(node).toMatchObject({ kind: "text", text });
          expect(source.text.slice(node.span.start, node.span.end)).toBe(typed);
        }
      }),
    );
  });
});
