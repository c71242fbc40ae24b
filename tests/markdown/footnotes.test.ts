import { describe, expect, it } from "vitest";
import { Footnotes } from "../../src/markdown/footnotes.js";
import { given, html, page, written } from "./given.js";

const ref = (number: number, id: string): string =>
  `<sup class="noteref"><a href="{${page}#fn.${number}}" id="${id}" role="doc-noteref">${number}</a></sup>`;
const back = (id: string, more = ""): string =>
  ` <a href="{${page}#${id}}" role="doc-backlink">↩\ufe0e${more}</a>`;

describe("footnotes", () => {
  it("work when the blocks of a document are rendered one by one", () => {
    const { renderer, nodes, footnotes } = given("One[^a].\n\nTwo[^b].\n\n[^a]: First.\n\n[^b]: Second.");
    const blocks = nodes.map((node) => written(renderer.blocks([node])));
    expect(blocks).toEqual([`<p>One${ref(1, "fnref.1")}.</p>`, `<p>Two${ref(2, "fnref.2")}.</p>`, "", ""]);
    expect(written(footnotes.render())).toBe(
      `<ol class="notes">\n<li id="fn.1"><p>First.${back("fnref.1")}</p></li>\n` +
        `<li id="fn.2"><p>Second.${back("fnref.2")}</p></li>\n</ol>`,
    );
    expect(renderer.diagnostics).toEqual([]);
  });

  it("of two files are two notes, though their labels are the same", () => {
    const footnotes = new Footnotes(page);
    expect(html("潮[^1]\n\n[^1]: 甲。", { footnotes })).toContain("#fn.1");
    expect(html("水[^1]\n\n[^1]: 乙。", { footnotes })).toContain("#fn.2");
    expect(written(footnotes.render())).toMatch(/甲[^]*乙/);
  });

  it("are numbered in the order of their first marks, and lead back to each", () => {
    const { html, footnotes } = given("x[^b] y[^a] z[^b]\n\n[^a]: A.\n\n[^b]: B.");
    expect(html()).toBe(`<p>x${ref(1, "fnref.1")} y${ref(2, "fnref.2")} z${ref(1, "fnref.1.2")}</p>`);
    expect(written(footnotes.render())).toContain(
      `B.${back("fnref.1")}${back("fnref.1.2", "<sup>2</sup>")}</p>`,
    );
  });

  it("may refer to further notes, to each other and to themselves", () => {
    const { html, footnotes } = given("x[^a]\n\n[^a]: A[^b].\n\n[^b]: B[^a][^b].");
    html();
    const list = written(footnotes.render());
    expect(list).toContain('id="fn.2"');
    expect(list).toContain(`{${page}#fnref.1.2}`);
    const ids = [...list.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("may end in something else than a paragraph", () => {
    const { html, footnotes } = given("x[^a]\n\n[^a]: > A");
    html();
    expect(written(footnotes.render())).toContain(`</blockquote><p>${back("fnref.1")}</p></li>`);
  });

  it("record the links in their texts, and report what is wrong there", () => {
    const { html, footnotes, renderer, codes } = given("x[^a]\n\n[^a]: [A](a.md) ![](b.jpg)");
    html();
    footnotes.render();
    expect(renderer.links.map((link) => link.typed)).toEqual(["a.md", "b.jpg"]);
    expect(codes()).toEqual(["missing-alt"]);
  });

  it("are no list where there are none", () => {
    expect(new Footnotes(page).render()).toEqual([]);
  });

  it("are reported where a mark has no note, a note no mark, and a label two notes", () => {
    const { renderer, source } = given("x[^1] y[^not] \\[^no]\n\n[^1]: A.\n\n[^nut]: B.\n\n[^1]: C.");
    const found = renderer.diagnostics.map(({ code, place }) => [
      code,
      source.lineText(place.line).slice(place.column - 1, place.endColumn - 1),
    ]);
    expect(found.sort()).toEqual([
      ["duplicate-footnote", "[^1]: C."],
      ["undefined-footnote", "[^not]"],
      ["unused-footnote", "[^nut]: B."],
    ]);
    expect(renderer.diagnostics.find((one) => one.code === "undefined-footnote")?.message).toContain(
      'did you mean "nut"?',
    );
  });
});
