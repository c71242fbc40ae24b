import { describe, expect, it } from "vitest";
import { filePath } from "../../src/model/ids.js";
import { given, html, page, written } from "./given.js";

describe("links", () => {
  it("into the site stay references, and are recorded with their place", () => {
    const text = "See [*her* page](../../guests/wu-yan.md#early) and [all](/guests/).";
    const { html, renderer, source } = given(text);
    expect(html()).toBe(
      '<p>See <a href="{content/guests/wu-yan.md#early}"><em>her</em> page</a> and <a href="{/guests/}">all</a>.</p>',
    );
    expect(renderer.links.map((link) => source.text.slice(link.span.start, link.span.end))).toEqual([
      "[*her* page](../../guests/wu-yan.md#early)",
      "[all](/guests/)",
    ]);
    expect(renderer.links[0]).toMatchObject({
      file: source.path,
      typed: "../../guests/wu-yan.md#early",
      target: { to: "file", file: "content/guests/wu-yan.md" },
      fragment: "early",
    });
    expect(renderer.diagnostics).toEqual([]);
  });

  it("are placed in the whole file, behind front matter", () => {
    const { renderer, source, html } = given("One\r\n\r\nTwo [x](a.md) three");
    html();
    const [link] = renderer.links;
    expect(source.text.slice(link?.span.start, link?.span.end)).toBe("[x](a.md)");
  });

  it("to a fragment lead to the page that shows the text", () => {
    expect(html("[above](#boats-q)")).toBe(`<p><a href="{${page}#boats-q}">above</a></p>`);
  });

  it("to other sites say so, and open no window", () => {
    expect(html('[there](https://example.org "Home")')).toBe(
      '<p><a href="https://example.org" title="Home" rel="external">there</a></p>',
    );
  });

  it("that are written out are no words of any language", () => {
    expect(html("<ann@example.org>")).toBe(
      '<p><a href="mailto:ann@example.org" translate="no">ann@example.org</a></p>',
    );
    expect(html("See https://example.org/a.")).toBe(
      '<p>See <a href="https://example.org/a" rel="external" translate="no">https://example.org/a</a>.</p>',
    );
    expect(html("[example.org/a](https://example.org/a)")).toContain('translate="no"');
    expect(html("[example.org](https://example.org/a)")).not.toContain("translate");
    // Where something in the paragraph is left to the other writer.
    expect(html("<kbd>a</kbd> <https://example.org/a>")).toContain('rel="external" translate="no">https:');
  });

  it("by reference find their definition from any part of the document", () => {
    const text = "One [x][far].\n\nTwo.\n\n[far]: ../../pages/about.md";
    const { renderer, nodes } = given(text);
    expect(written(renderer.blocks(nodes.slice(0, 1)))).toContain("{content/pages/about.md}");
    expect(renderer.diagnostics).toEqual([]);
  });

  it.each([
    ["[x](../../../../notes.md)", "link-outside", "<p>x</p>"],
    ["[x](file:///etc/passwd)", "link-scheme", "<p>x</p>"],
    ["[x](javascript:alert)", "link-scheme", "<p>x</p>"],
    ["[x]()", "empty-link", "<p>x</p>"],
    ["![x](../../../../a.jpg)", "link-outside", "<p>x</p>"],
    ["a ![x](data:image/png;base64,AAAA)", "link-scheme", "<p>a x</p>"],
    ['<a href="../../../../notes.md">x</a>', "link-outside", "<p>x</p>"],
  ])("that cannot be are reported, and their words kept: %s", (typed, code, expected) => {
    const document = given(typed);
    expect(document.html()).toBe(expected);
    expect(document.codes()).toEqual([code]);
    expect(document.renderer.links).toEqual([]);
    const [{ place } = { place: undefined }] = document.renderer.diagnostics;
    expect(place?.column).toBe(typed.startsWith("a ") ? 3 : 1);
  });

  it("without words are reported, and those around a described picture are not", () => {
    const bare = given("[](a.md)");
    bare.html();
    expect(bare.codes()).toEqual(["link-without-words"]);
    const picture = given("[![Ann](ann.jpg)](a.md)");
    picture.html();
    expect(picture.codes()).toEqual([]);
  });
});

describe("references that lead nowhere", () => {
  it("are reported with the label that is near", () => {
    const { renderer } = given("See [it][sutdy].\n\n[study]: https://example.org");
    expect(renderer.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      'Unexpected label "[sutdy]", expected one that is defined in this file; did you mean "study"?',
    ]);
    expect(renderer.diagnostics[0]?.place).toMatchObject({ line: 1, column: 9, endColumn: 16 });
  });

  it.each([
    "She left. [laughs][door slams]",
    "[00:12] Hello [inaudible] there [crosstalk]",
    "A \\[x\\][y]\n\n[z]: https://example.org",
    "[study][study]\n\n[study]: https://example.org",
  ])("are not seen in stage directions and times: %s", (typed) => {
    expect(given(typed).renderer.diagnostics).toEqual([]);
  });
});

describe("pictures in a line", () => {
  it("are references with their size, and load late", () => {
    const pictureOf = (file: string): { width: number; height: number } | undefined =>
      file === "content/features/tide/a.jpg" ? { width: 40, height: 30 } : undefined;
    expect(html('So ![the pier](a.jpg "Pier") it', { pictureOf })).toBe(
      '<p>So <img src="{content/features/tide/a.jpg}" alt="the pier" title="Pier" width="40" height="30" loading="lazy"> it</p>',
    );
  });

  it("without alternative text are reported where they stand", () => {
    const { renderer, html } = given("So ![](a.jpg) it");
    html();
    expect(renderer.diagnostics[0]).toMatchObject({
      code: "missing-alt",
      place: { column: 4, endColumn: 14 },
    });
  });

  it("from another site become links, since pages load nothing from elsewhere", () => {
    const document = given("So ![the pier](https://example.org/a.jpg) it");
    expect(document.html()).toBe(
      '<p>So <a href="https://example.org/a.jpg" rel="external">the pier</a> it</p>',
    );
    expect(document.codes()).toEqual(["foreign-picture"]);
    expect(html("[![pier](https://example.org/a.jpg)](b.md)")).toBe(
      '<p><a href="{content/features/tide/b.md}">pier</a></p>',
    );
  });
});

describe("pictures alone in a paragraph", () => {
  function pictures(text: string): unknown {
    const { renderer, source, nodes } = given(text);
    const [node] = nodes;
    return (node && renderer.pictures(node))?.map(({ span, ...picture }) => ({
      ...picture,
      typed: source.text.slice(span.start, span.end),
    }));
  }

  it("are recognised, several too, by reference too", () => {
    expect(pictures('![潮](a.jpg "退潮。刘岩 摄")')).toEqual([
      {
        src: "a.jpg",
        file: filePath("content/features/tide/a.jpg"),
        alt: "潮",
        title: "退潮。刘岩 摄",
        typed: '![潮](a.jpg "退潮。刘岩 摄")',
      },
    ]);
    expect(pictures("![a](a.jpg)\n![b][bb]  \n![](c.jpg)\n\n[bb]: b.jpg")).toMatchObject([
      { src: "a.jpg", alt: "a", title: null },
      { src: "b.jpg", alt: "b" },
      { src: "c.jpg", alt: "" },
    ]);
  });

  it.each([
    "![a](a.jpg) and words",
    "words",
    "# ![a](a.jpg)",
    "![a](https://example.org/a.jpg)",
    "![a](../../../../a.jpg)",
  ])("are not seen in %s", (typed) => {
    expect(pictures(typed)).toBeUndefined();
  });
});
