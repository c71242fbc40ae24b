import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { Footnotes } from "../../src/markdown/footnotes.js";
import { parseMarkdownValue } from "../../src/markdown/parse-markdown.js";
import { createRenderer } from "../../src/markdown/render-blocks.js";
import { filePath } from "../../src/model/ids.js";
import { given, html, page, written } from "./given.js";

describe("headings in a text", () => {
  it("stand under the page's own, in order, whatever was typed", () => {
    expect(html("# a\n\n### b\n\n## c\n\n#### d\n\n# e", { headingBase: 4 })).toBe(
      "<h4>a</h4>\n<h5>b</h5>\n<h5>c</h5>\n<h6>d</h6>\n<h4>e</h4>",
    );
    expect(html("## a\n\n### b\n\n#### c", { headingBase: 5 })).toBe("<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>");
  });

  it("have no ids in answers, since ids must outlive their words", () => {
    expect(html("## Low Tide")).toBe("<h4>Low Tide</h4>");
  });

  it("have ids on pages, which links by their words alone find", () => {
    const text = "See [it](#low-tide) and [潮](#潮-1).\n\n## Low Tide\n\n## 潮\n\n## 潮";
    const { html, renderer } = given(text, { headingIds: true, headingBase: 2 });
    expect(html()).toBe(
      `<p>See <a href="{${page}#h.low-tide}">it</a> and <a href="{${page}#h.潮-1}">潮</a>.</p>\n` +
        '<h2 id="h.low-tide">Low Tide</h2>\n<h2 id="h.潮">潮</h2>\n<h2 id="h.潮-1">潮</h2>',
    );
    expect(renderer.links.map((link) => link.fragment)).toEqual(["h.low-tide", "h.潮-1"]);
  });
});

describe("blocks", () => {
  it("align the cells of a table by class, in a box that scrolls by keyboard", () => {
    const table = html("| a | b | c |\n|:-:|--:|---|\n| 1 | 2 | 3 |");
    expect(table).toMatch(/^<div class="table" tabindex="0"><table>/);
    expect(table).toContain('<th class="center">a</th>\n<th class="right">b</th>\n<th>c</th>');
    expect(table).not.toContain("align=");
  });

  it("label the boxes of tasks with their words", () => {
    expect(html("- [x] low *tide*\n- [ ] high\n  - more")).toBe(
      '<ul>\n<li class="task"><label><input type="checkbox" checked disabled> low <em>tide</em></label></li>\n' +
        '<li class="task"><label><input type="checkbox" disabled> high\n</label><ul>\n<li>more</li>\n</ul>\n</li>\n</ul>',
    );
    expect(html("- [ ] a\n\n- [ ] b")).toContain('<p><label><input type="checkbox" disabled> a</label></p>');
  });

  it("let code scroll by keyboard, and keep it as typed", () => {
    expect(html("```js\na < b && 潮\n水\n```")).toBe(
      '<pre tabindex="0"><code class="language-js">a &#x3C; b &#x26;&#x26; 潮\n水\n</code></pre>',
    );
  });

  it("keep the number that a list starts with", () => {
    expect(html("3. c\n4. d")).toContain('<ol start="3">');
  });

  it("are nothing where there is nothing", () => {
    const { renderer } = given("");
    expect(renderer.blocks([])).toEqual([]);
    expect(renderer.inline([])).toEqual([]);
  });

  it("have no line breaks that depend on the file's", () => {
    expect(html("One\r\ntwo\r\n\r\n- a\r\n- b\r\n")).toBe(
      "<p>One\ntwo</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    );
  });
});

describe("nodes in a line", () => {
  it("have no paragraph around them, and join as one", () => {
    const { renderer, nodes } = given("潮*水*\n退了，[见](a.md)\n\n第二段");
    expect(written(renderer.inline(nodes))).toBe(
      '潮<em>水</em>退了，<a href="{content/features/tide/a.md}">见</a><br>\n第二段',
    );
  });
});

describe("Markdown in YAML", () => {
  it("is rendered, and reported at the place of its value", () => {
    const source = new Source("content/features/tide/index.md", "---\nstandfirst: A [tide]()\n---\n");
    const tree = parseMarkdownValue("A [tide]() ![](x.jpg)", source, { start: 16, end: 26 });
    const renderer = createRenderer({ file: filePath(source.path), tree, footnotes: new Footnotes(page) });
    expect(written(renderer.inline(tree.root.children))).toContain("A tide");
    expect(renderer.diagnostics.map(({ place }) => [place.line, place.column, place.endColumn])).toEqual([
      [2, 13, 23],
      [2, 13, 23],
    ]);
  });
});
