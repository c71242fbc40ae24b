import fc from "fast-check";
import type { Nodes } from "mdast";
import { decodeString } from "micromark-util-decode-string";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { parseMarkdown, parseMarkdownValue, spanOf } from "../../src/markdown/parse-markdown.js";

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodesOf(child);
}

function parse(text: string, start = 0): { nodes: Nodes[]; source: Source } {
  const source = new Source("content/a.md", text);
  return { nodes: [...nodesOf(parseMarkdown(source, { start, end: text.length }).root)], source };
}

describe("places of nodes", () => {
  it.each(["\n", "\r\n", "\r"])("are offsets and lines of the whole file (line break %j)", (eol) => {
    const front = ["---", "title: Tide", "---", ""].join(eol);
    const { nodes, source } = parse(`${front}One *two*${eol}${eol}三 **四：**五${eol}`, front.length);
    for (const node of nodes) {
      const start = node.position?.start;
      const place = source.placeOf({ start: start?.offset ?? -1, end: start?.offset ?? -1 });
      expect([place.line, place.column]).toEqual([start?.line, start?.column]);
    }
    const strong = nodes.find((node) => node.type === "strong");
    expect(source.text.slice(strong?.position?.start.offset, strong?.position?.end.offset)).toBe("**四：**");
  });

  it("leave the front matter out", () => {
    const { nodes } = parse("---\n# no\n---\n# yes", 13);
    expect(nodes.filter((node) => node.type === "heading")).toHaveLength(1);
  });

  it("name the text that a node holds, whatever the text", () => {
    const piece = fc.constantFrom(
      "成都",
      "a@example.org",
      "/b@example.org",
      "www.example.org/x",
      "https://example.org/路。后",
      " ",
      "\n",
      "\r\n",
      "\n\n",
      "**",
      "*",
      "~~",
      "`c`",
      "\\*",
      "&amp;",
      "😀",
      "[x](y)",
      "<b>",
      "- ",
      "> ",
      "\t",
      "|",
      "_",
      "：",
      "[^1]",
      "\n\n[^1]: ",
      "한국",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        // Addresses that are found among decoded characters are placed roughly.
        const exact = !/[\\&]/.test(pieces.join("")) || !/@|www/.test(pieces.join(""));
        const front = "---\nt: 1\n---\n";
        const { nodes, source } = parse(front + pieces.join(""), front.length);
        for (const node of nodes) {
          const { start, end } = spanOf(node, { span: { start: -1, end: -1 } });
          expect(start).toBeGreaterThanOrEqual(front.length);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.text.length);
          const typed = source.text.slice(start, end);
          if (exact && node.type === "text" && !/[\r\n\t|]/.test(typed)) {
            // Inside a bare address nothing is decoded.
            expect([typed.trim(), decodeString(typed).trim()]).toContain(node.value.trim());
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("of one address twice, on lines that end in a space, are where each stands", () => {
    const { nodes, source } = parse("/b@example.org- \r\n/b@example.org", 0);
    const links = nodes.filter(({ type }) => type === "link");
    expect(links.map(({ position }) => position?.start.offset)).toEqual([19]);
    expect(source.text.slice(19)).toBe("b@example.org");
  });

  it("are the place of the whole value for Markdown in YAML", () => {
    const source = new Source("content/a.md", "---\nstandfirst: A *tide*\n---\n");
    const tree = parseMarkdownValue("A *tide*", source, { start: 16, end: 24 });
    for (const node of nodesOf(tree.root)) expect(spanOf(node, tree)).toEqual({ start: 16, end: 24 });
  });
});

describe("the grammar", () => {
  it("ends a bare address before full-width punctuation", () => {
    const { nodes, source } = parse("见https://example.org/路。后文，见 www.example.org）");
    const links = nodes.filter((node) => node.type === "link");
    expect(links.map((link) => link.url)).toEqual(["https://example.org/路", "http://www.example.org"]);
    expect(
      links.map((link) => source.text.slice(link.position?.start.offset, link.position?.end.offset)),
    ).toEqual(["https://example.org/路", "www.example.org"]);
  });

  it("leaves an address in angle brackets, and a link's words, as typed", () => {
    const { nodes } = parse(
      "<https://example.org/a。b> [https://example.org/c。d](https://example.org/c。d)",
    );
    expect(nodes.filter((node) => node.type === "link").map((link) => link.url)).toEqual([
      "https://example.org/a。b",
      "https://example.org/c。d",
    ]);
  });

  it("does not take a range with single tildes for a deletion", () => {
    expect(parse("每天3~5人，周末6~8人").nodes.map((node) => node.type)).not.toContain("delete");
  });
});
