import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainYaml } from "../../src/content/plain-yaml.js";
import { typedValue } from "../../src/content/yaml-tree.js";
import { agree, agreeOnFrontMatter } from "./plain-agrees.js";

describe("the plain YAML reader", () => {
  it("reads what editors write as the YAML package does, spans included", () => {
    const text = [
      "# A feature.",
      'title: "Before the \\"light\\""   # a comment',
      "date: 2024-03-01",
      "kicker: it's plain: no",
      "guests:",
      "  - id: abe-lund",
      "    role: Ferryman, retired # until May",
      "    label:",
      "",
      "  # between",
      "  - 'O''Hara'",
      "  - {id: wu, role: [a, 'b c', 12:30]}",
      "topics:",
      "- town",
      "- 010",
      "empty: []",
      "series: ~",
      "numbers: [1, 1.5, 0x1F, 0o17, 1e3, true, null, .inf, no]",
      "网址: https://example.org/#top",
    ];
    for (const lineBreak of ["\n", "\r\n"]) {
      const lines = text.filter((line) => !line.includes("plain: no")).join(lineBreak);
      expect(agree(lines)).toBe(true);
      expect(agree(lines + lineBreak)).toBe(true);
      expect(agree(`---${lineBreak}${lines}${lineBreak}---${lineBreak}Text: x`, 3, 3 + lineBreak.length + lines.length + lineBreak.length)).toBe(true);
      // A colon and a space inside of a value.
      expect(agree(text.join(lineBreak))).toBe(false);
    }
  });

  it("answers for every document of the example site, and every locale, as the YAML package does", () => {
    const project = join(import.meta.dirname, "../..");
    const read = (folder: string, ending: RegExp) =>
      readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => ending.test(path))
        .map((path) => readFileSync(join(project, folder, path), "utf8"));
    const documents = read("content", /\.md$/);
    const plain = documents.filter((text) => agreeOnFrontMatter(text) === true);
    expect(plain.length).toBeGreaterThan(10);
    expect(plain.length).toBe(documents.length);
    for (const text of [...read("templates/locales", /\.yaml$/), ...read("content", /site\.yaml$/)]) expect(agree(text)).toBe(true);
  });

  it("gives no meaning to a key", () => {
    const tree = readPlainYaml("__proto__: a\nconstructor: b\n", { start: 0, end: 28 });
    expect([...(tree?.entries.keys() ?? [])]).toEqual(["__proto__", "constructor"]);
    expect(tree && Object.keys(typedValue(tree) as object)).toEqual(["__proto__", "constructor"]);
  });

  it.each([
    ["a key that stands twice", "a: 1\na: 2\n"],
    ["an anchor", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a tab", "a:\tb\n"],
    ["a value over several lines", "a: b\n  c\n"],
    ["a list over several lines", "a: [b,\n  c]\n"],
    ["a block of text", "a: |\n  b\n"],
    ["a full-width colon behind a word", "a: b\nrole：c\n"],
    ["a full-width colon in what would be a value", "a:\n  - b\n  - id： c\n"],
    ["odd indentation", "a:\n    b: 1\n  c: 2\n"],
    ["a list below a value", "a: b\n- c\n"],
    ["a second document", "a: b\n---\nc: d\n"],
    ["an end of the document", "a: b\n...\n"],
    ["a colon at the end", "a: b:\n"],
    ["a comment that begins too soon", 'a: "b"#c\n'],
    ["an escape that is rare", 'a: "\\x41"\n'],
    ["an unclosed bracket", "a: [b\n"],
    ["an empty item", "a: [b, , c]\n"],
    ["a lone CR", "a: b\rc: d\n"],
    ["a list", "- a\n"],
    ["a text", "hello\n"],
    ["nothing", "\n# nothing\n"],
  ])("leaves %s to the YAML package", (_, text) => {
    expect(readPlainYaml(text, { start: 0, end: text.length })).toBeUndefined();
  });

  const tame = fc.constantFrom("春耕", "010", "no", "a b", "😀x", "12:30", "it's", "2024-03-01", "1.50", "null", "True", "~", "她说：好");
  const odd = fc.constantFrom(
    "x:y", "-5", "-x", "1e3", "0x1F", "0o17", "+1.5", ".5", "1.", "FALSE", ".inf", "-.INF", ".nan", "http://x.org/#a", "a#b", "a #b", "：x", "x：y", "*x", "@x", "%x", "a, b", "[x", "x]", "{", "<<",
    "…", "a\u3000b", "a\u3000", "\u00a0x", "\u0085", "\u200bx", "?", "? x", ":x", "1_000", "9007199254740993", "0.1e-7", "00", "--- x", "nUll", "...",
  );
  const word = fc.oneof({ weight: 12, arbitrary: tame }, odd);
  const quoted = fc.oneof(
    word.map((text) => `'${text.replaceAll("'", "''")}'`),
    word.map((text) => JSON.stringify(text)),
    fc.constantFrom('"a\\nb"', '"\\""', "''", '""', '"\\u00e9"', "'a''b'", '"a\\\\"', '"a\\/b"', '"\\t"', "'\\'"),
  );
  const scalar = fc.oneof({ weight: 3, arbitrary: word }, quoted);
  const { flow } = fc.letrec<{ flow: string }>((tie) => ({
    flow: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.tuple(fc.array(tie("flow"), { maxLength: 3 }), fc.constantFrom(", ", ",", " , ")).map(([items, comma]) => `[${items.join(comma)}]`),
      fc
        .tuple(fc.array(fc.tuple(fc.constantFrom("a", "b", "role", "1", "a b", '"q"'), fc.constantFrom(": ", ":", ":  "), tie("flow")), { maxLength: 3 }), fc.constantFrom("", " "))
        .map(([pairs, pad]) => `{${pad}${pairs.map(([key, sep, value]) => `${key}${sep}${value}`).join(", ")}${pad}}`),
    ),
  }));
  const end = fc.constantFrom("", "", "", "", "", "", "", "", " # c", "  ", "#c");
  const key = fc.constantFrom("title", "guests", "id", "角色", "a b", "x-y", "1", "null", "<<", "a.jpg", "__proto__", "a'b", "true", "k1", "k2", "k3", "k4");
  const filler = fc.constantFrom([], [], [], [], [""], ["  # deep"], ["# c"], ["   "], ["      # deeper", ""]);

  interface Block {
    readonly lines: readonly string[];
  }
  const { map } = fc.letrec<{ map: Block; list: Block; value: Block }>((tie) => ({
    value: fc.oneof({ maxDepth: 4, depthIdentifier: "block" }, fc.tuple(flow, end).map(([text, tail]) => ({ lines: [text + tail] })), tie("map"), tie("list")),
    map: fc
      .uniqueArray(fc.tuple(key, tie("value"), fc.constantFrom(2, 2, 2, 2, 2, 0, 3), fc.constantFrom(" ", " ", " ", "  ", ""), filler, fc.boolean()), { minLength: 1, maxLength: 4, selector: ([name]) => name })
      .map((entries) => ({
        lines: entries.flatMap(([name, { lines }, indent, gap, between, empty]) => {
          if (empty && indent === 3) return [`${name}:${gap}`, ...between];
          const [first = ""] = lines;
          const isBlock = lines.length > 1 || /^- |^[^'"[{]*:(?: |$)/.test(first);
          if (!isBlock) return [`${name}:${gap || " "}${first}`, ...between];
          return [`${name}:${gap.slice(1)}`, ...between, ...lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line))];
        }),
      })),
    list: fc
      .array(fc.tuple(tie("value"), fc.constantFrom(1, 1, 3), filler), { minLength: 1, maxLength: 3 })
      .map((items) => ({
        lines: items.flatMap(([{ lines }, gap, between]) => [
          ...lines.map((line, index) => (index === 0 ? `-${" ".repeat(gap)}${line}` : " ".repeat(gap + 1) + line)),
          ...between,
        ]),
      })),
  }));
  const document = fc.tuple(map, fc.constantFrom("\n", "\n", "\r\n"), fc.boolean()).map(([{ lines }, lineBreak, last]) => lines.join(lineBreak) + (last ? lineBreak : ""));

  it("answers as the YAML package does, or not at all, on generated YAML", () => {
    let answers = 0;
    fc.assert(fc.property(document, (text) => {
      if (agree(text)) answers++;
    }), { numRuns: 3000 });
    // A reader that always declines would agree, too.
    expect(answers).toBeGreaterThan(200);
  });

  it("answers as the YAML package does, or not at all, on YAML that somebody spoilt", () => {
    const piece = fc.constantFrom(" ", "  ", "\n", "\r", "\t", ":", ": ", "- ", "-", "#", " #", "'", '"', "[", "]", "{", "}", ",", "&a", "*a", "!", "|", ">", "?", "：", "\\", "~", "---\n", "\ufeff", "\u2028", "%");
    const plainDocument = document.filter((text) => readPlainYaml(text, { start: 0, end: text.length }) !== undefined);
    const spoilt = fc.tuple(plainDocument, fc.array(fc.tuple(fc.noBias(fc.nat(9999)), fc.nat(3), piece), { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
      edits.reduce((before, [where, drop, instead]) => {
        const at = Math.floor((where / 10_000) * before.length);
        return before.slice(0, at) + instead + before.slice(at + drop);
      }, text),
    );
    let answers = 0;
    fc.assert(fc.property(spoilt, (text) => {
      if (agree(text)) answers++;
    }), { numRuns: 2000 });
    expect(answers).toBeGreaterThan(200);
  });
});
