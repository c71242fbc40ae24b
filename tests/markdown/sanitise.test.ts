import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given, html } from "./given.js";

/** Attempts to run code, to load something, or to leave the text's place on the page. */
const attempts = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
  "<script\n>alert(1)</script\n>",
  "a <script>alert(1)</script> b",
  "<img src=x onerror=alert(1) alt=x>",
  '<img src="a.jpg" alt="x" srcset="javascript:alert(1)" onload="x">',
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,x"></object><embed src="x.swf"><applet code=x></applet>',
  '<form action="javascript:alert(1)"><input type=image src=x onerror=alert(1)><button formaction=x>x</button></form>',
  "<style>@import 'https://example.org/x.css';</style>",
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<link rel=stylesheet href=x.css><meta http-equiv=refresh content="0;url=x"><base href="//example.org">',
  '<a href="javascript:alert(1)">x</a>',
  "<a href='java&#09;script:alert(1)'>x</a>",
  "<a href='&#x1;javascript:alert(1)'>x</a>",
  "<a href=' &#14; javascript:alert(1)'>x</a>",
  "<a href='JAVASCRIPT&colon;alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](vbscript:x) [x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x][y]\n\n[y]: javascript:alert(1)",
  "![x](javascript:alert(1))",
  '![x" onerror="alert(1)](a.jpg)',
  '[x](a.md "\\" onclick=\\"alert(1)")',
  "<javascript:alert(1)>",
  '<div id="main" class="page" name="x" tabindex="5" contenteditable onfocus=x autofocus>x</div>',
  "<video src=x onerror=x><source onerror=x></video><audio src=x></audio><details open ontoggle=x>x</details>",
  '<table background="javascript:x"><td background=x onmouseover=x>x</table>',
  "<template><script>alert(1)</script></template><textarea></textarea><title></title><xmp></xmp>",
  "<plaintext>",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?php echo 1 ?><!DOCTYPE html>",
  "</p></article></main></body></html>",
  '<a name="boats-q" id="boats">x</a>',
  "```html onload=x\n<script>alert(1)</script>\n```",
  "`<script>`",
  "| <script> |\n|---|\n| <img onerror=x> |",
  "x[^1]\n\n[^1]: <script>alert(1)</script>",
];

/** The start tags of a page, with their attributes; throws at a `<` that opens no well-formed tag. */
function elementsOf(markup: string): { name: string; attributes: Map<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)>/y;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", tag.lastIndex)) {
    tag.lastIndex = at;
    const match = tag.exec(markup);
    if (!match) throw new Error(`Stray "<" in ${markup.slice(at)}`);
    const attributes = [...(match[3] ?? "").matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)];
    if (match[1] === "") {
      found.push({
        name: match[2] ?? "",
        attributes: new Map(attributes.map((one) => [one[1] ?? "", one[2] ?? ""])),
      });
    }
  }
  return found;
}

const names = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em h4 h5 h6 hr i img input ins kbd label li " +
    "mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);
const attributes = new Set(
  "alt checked cite class colspan datetime dir disabled height href id lang loading rel reversed role rowspan scope src start tabindex title type value width".split(
    " ",
  ),
);

function expectSafe(markup: string): void {
  const tags = elementsOf(markup);
  for (const tag of tags) {
    expect(names).toContain(tag.name);
    for (const [name, value] of tag.attributes) {
      expect(attributes).toContain(name);
      if (name === "href" || name === "src") expect(value).toMatch(/^(?:\{|https?:|mailto:|tel:)/);
      if (name === "id") expect(value).toMatch(/^(?:fn|fnref|h)\./);
      if (name === "class")
        expect(
          ["table", "task", "noteref", "notes", "left", "center", "right"].includes(value) ||
            value.startsWith("language-"),
        ).toBe(true);
    }
  }
  expect(markup).not.toMatch(/<script|<style|user-content-|\0/i);
}

describe("what is typed", () => {
  it.each(attempts)("never runs, loads or poses as the page: %s", (attempt) => {
    const document = given(`Before.\n\n${attempt}\n\nAfter.`, { headingIds: true });
    expectSafe(document.html());
    expect(document.renderer.links.filter((link) => link.target.to === "path")).toEqual([]);
  });

  it("is safe in any mixture, and never makes the program throw", () => {
    const pieces = [
      ...attempts,
      "**x**",
      "\n",
      "\n\n",
      "`",
      "[",
      "](",
      ")",
      "<b>",
      "</b>",
      "<",
      ">",
      "&#0;0&#0;",
      "\0" + "0\0",
      "&",
      '"',
      "潮",
      "<table>",
      "<p>",
      "<select>",
      "<math>",
      "<inaudible>",
      "- [ ] t",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (mixture) => {
        expectSafe(html(mixture.join("")));
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    "<script>",
    "<style>",
    "<textarea>",
    "<title>",
    "<iframe>",
    "<plaintext>",
    "<xmp>",
    "<noscript>",
    "<select>",
    "<template>",
    "<svg>",
    "<object>",
    "<math>",
  ])("does not swallow what stands behind an open %s", (tag) => {
    expect(html(`One ${tag} two.\n\nThree.\n\n${tag}\n\nFour.`)).toMatch(/One[^]*two[^]*Three[^]*Four/);
  });

  it("cannot forge a place that is filled in later", () => {
    const typed =
      '[real](a.md) <a href="&#0;0&#0;" id="&#0;0&#0;" title="&#x0;0&#x0;">x</a> &#x0;0&#x0; &amp;#x0;0&amp;#x0; \0' +
      "0\0 [y](<\0" +
      "0\0>)";
    const { renderer, nodes } = given(typed);
    const parts = renderer.blocks(nodes).filter((part) => typeof part !== "string");
    expect(
      parts.filter(
        (part) =>
          part.kind === "reference" && part.target.to === "file" && part.target.file.endsWith("/a.md"),
      ),
    ).toHaveLength(1);
    expect(parts.filter((part) => part.kind === "id")).toEqual([]);
  });

  it("says which elements are left out, and where", () => {
    const { renderer, html } = given('Text.\n\n<iframe src="https://example.org"></iframe>');
    html();
    expect(renderer.diagnostics).toMatchObject([{ code: "html-left-out", place: { line: 3, column: 1 } }]);
  });

  it("says where a comment is never closed", () => {
    expect(given("One.\n\n<!-- hm\n\nTwo.").renderer.diagnostics).toMatchObject([
      { code: "unclosed-comment", place: { line: 3, column: 1, endColumn: 5 } },
    ]);
    expect(given("One.\n\n<!-- hm -->\n\nTwo <!-- x --> three.").renderer.diagnostics).toEqual([]);
  });
});

describe("HTML that writing needs", () => {
  it.each([
    "<ruby>汐<rp>（</rp><rt>xī</rt><rp>）</rp></ruby>水",
    "a <mark>mark</mark>, H<sub>2</sub>O, x<sup>2</sup>, <kbd>Esc</kbd>",
    '<abbr title="World Tide Office">WTO</abbr> <cite>Tides</cite> <q cite="https://example.org">x</q>',
    'so <span lang="ja">しお</span> and <span dir="rtl">x</span>',
    "one<br>two",
    '<time datetime="2024-03-01">Friday</time> <ins>in</ins> <s>out</s> <u>u</u> <small>s</small>',
  ])("comes through: %s", (typed) => {
    const document = given(typed);
    expect(document.html()).toBe(`<p>${typed}</p>`);
    expect(document.codes()).toEqual([]);
  });

  it("has its links and pictures treated as Markdown's", () => {
    const { html, renderer, source } = given(
      'Go <a href="../../guests/wu-yan.md">there</a>, <img src="a.jpg" alt="x">.',
    );
    expect(html()).toBe(
      '<p>Go <a href="{content/guests/wu-yan.md}">there</a>, <img src="{content/features/tide/a.jpg}" alt="x" loading="lazy">.</p>',
    );
    const [link] = renderer.links;
    expect(source.text.slice(link?.span.start, link?.span.end)).toBe(
      '<a href="../../guests/wu-yan.md">there</a>',
    );
  });

  it("keeps words in angle brackets that are no element", () => {
    expect(html("It was <inaudible>, a List<String>.")).toBe(
      "<p>It was &#x3C;inaudible>, a List&#x3C;String>.</p>",
    );
    expect(html("<inaudible>")).toBe("<p>&#x3C;inaudible></p>");
  });
});
