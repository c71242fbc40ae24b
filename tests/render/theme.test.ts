import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { Source } from "../../src/diagnostics/source.js";
import { renderPage } from "../../src/render/render-page.js";
import { dependenciesOf, loadTheme } from "../../src/render/theme.js";
import { wordsOf } from "../../src/render/words.js";
import { pageView } from "./page-view.js";
import { themeFiles } from "./theme-files.js";

const view = pageView();

function place({ code, place: { file, line, column, endLine, endColumn } }: Diagnostic): string {
  return `${code} ${file}:${line}:${column}-${endLine}:${endColumn}`;
}

function load(files: Record<string, string>, own: Record<string, string> = {}) {
  const { value, diagnostics } = loadTheme(themeFiles(files, own));
  return { theme: value, found: diagnostics.map(place), diagnostics };
}

function render(page: string, files: Record<string, string> = {}) {
  const { theme, diagnostics } = load({ "pages/page.hbs": page, "layouts/base.hbs": "{{{body}}}", ...files });
  expect(diagnostics.map(place)).toEqual([]);
  const rendered = renderPage(theme, view, wordsOf(view.language, theme.locales));
  return { html: rendered.value, found: rendered.diagnostics.map(place), diagnostics: rendered.diagnostics };
}

describe("a theme", () => {
  it("puts the page into the layout, and escapes text", () => {
    const { theme } = load({ "pages/page.hbs": "<h1>{{title}}</h1>{{{bodyHtml}}}" });
    const { value } = renderPage(theme, view, wordsOf("en", theme.locales));
    expect(value).toBe("<!doctype html><title>About · Site</title><h1>About &lt;us&gt;</h1><p>Hello.</p>");
  });

  it("does not look through templates that are known to be in order, unless the site has words of its own", () => {
    const inOrder = (own: Record<string, string> = {}) =>
      loadTheme(
        themeFiles({ "partials/part.hbs": "{{t 'kicker'}}", "locales/en.yaml": "kicker: K" }, own).map(
          (file) => ({ ...file, isInOrder: !file.own }),
        ),
      ).diagnostics.map(place);
    expect(inOrder()).toEqual([]);
    expect(inOrder({ "locales/en.yaml": "kicker: K {name}" })).toEqual([
      "missing-word-value templates/partials/part.hbs:1:5-1:13",
    ]);
  });

  it("prefers a layout of the page's kind", () => {
    expect(render("x", { "layouts/page.hbs": "[{{{body}}}]" }).html).toBe("[x]");
  });

  it("takes the site's own file in place of the theme's, whichever comes first", () => {
    const files = themeFiles({ "pages/page.hbs": "theme" }, { "pages/page.hbs": "own" });
    for (const order of [files, [...files].reverse()]) {
      const { value } = loadTheme(order);
      expect(renderPage(value, view, wordsOf("en", value.locales)).value).toContain("own");
    }
  });

  it("does not indent a partial's lines, which would change what stands in a pre", () => {
    expect(render("<div>\n  {{> code}}\n</div>", { "partials/code.hbs": "<pre>a\nb</pre>\n" }).html).toBe(
      "<div>\n  <pre>a\nb</pre>\n</div>",
    );
  });

  it("gives a partial its own options, whoever calls it first", () => {
    const { found } = render("{{> line text=title}}", {
      "partials/line.hbs": "{{text}}{{#if absent}}!{{/if}}",
    });
    expect(found).toEqual(["unknown-field templates/partials/line.hbs:1:15-1:21"]);
  });

  it("is another where a template is the same and a partial of it reads more", () => {
    const page = { "pages/page.hbs": '{{> line text="x"}}', "layouts/base.hbs": "{{{body}}}" };
    const files = themeFiles({ ...page, "partials/line.hbs": "{{text}}" });
    const htmlWith = (line: string): string | undefined => {
      const own = {
        path: "partials/line.hbs",
        source: new Source("templates/partials/line.hbs", line),
        own: true,
      };
      const { value } = loadTheme([...files, own]);
      return renderPage(value, view, wordsOf("en", value.locales)).value;
    };
    expect(["{{text}}!", "{{text}} {{title}}", "{{text}}?"].map(htmlWith)).toEqual([
      "x!",
      "x About &lt;us&gt;",
      "x?",
    ]);
  });

  it("tells which files a kind of page is made with", () => {
    const { theme } = load({
      "pages/guest.hbs": "{{> person}}",
      "partials/person.hbs": "{{#if title}}{{> mark/initial}}{{/if}}",
      "partials/mark/initial.hbs": "{{#if title}}{{> person}}{{/if}}",
      "partials/unused.hbs": "",
    });
    expect(dependenciesOf(theme, "guest", "en")).toEqual([
      "layouts/base.hbs",
      "locales/en.yaml",
      "pages/guest.hbs",
      "partials/mark/initial.hbs",
      "partials/person.hbs",
    ]);
  });
});

describe("checking a theme", () => {
  it("reports the mistakes of all templates at once, used or not", () => {
    const { found } = load({
      "pages/guest.hbs": "<p>\n  {{#if title}}\n  {{/each}}",
      "partials/a.hbs": "{{> persn}}\n{{#iff title}}{{/iff}}",
      "partials/person.hbs": "",
    });
    expect(found).toEqual([
      "template-syntax templates/pages/guest.hbs:2:6-2:8",
      "unknown-helper templates/partials/a.hbs:2:4-2:7",
      "unknown-partial templates/partials/a.hbs:1:1-1:12",
    ]);
  });

  it("suggests the nearest partial and helper", () => {
    const { diagnostics } = load({
      "partials/person.hbs": "",
      "partials/a.hbs": "{{> persn}}{{#eech title}}{{/eech}}",
    });
    expect(diagnostics.map(({ message }) => message).sort()).toEqual([
      expect.stringMatching(/^Unexpected helper "eech".*did you mean "each"\?$/),
      'Unexpected partial "persn", expected a file in templates/partials; did you mean "person"?',
    ]);
  });

  it.each([
    ["a {{title", "1:3", /{{ is never closed/],
    ["<p>{{{title}}</p>", "1:12", /Unexpected template text: }}, expected }}}/],
    ["a\nb {{#if title}}\nc\n", "2:3", /{{#if}} is never closed/],
    ["{{! {{#if}} }}{{#each a}}{{#if b}}{{/if}}", "1:15", /{{#each}} is never closed/],
    ['<a href="x">{{foo bar=}}</a>\r\n', "1:23", /}}/],
    ["a\r\nb\r\n  {{&&}}", "3:6", /./],
    ["{{title/../x}}", "1:3", /Invalid path/],
  ])("places the syntax error of %j at %s", (text, at, message) => {
    const { diagnostics } = load({ "pages/guest.hbs": text });
    expect(diagnostics).toHaveLength(1);
    const [{ code, place: { line, column }, message: said } = {} as Diagnostic] = diagnostics;
    expect(code).toBe("template-syntax");
    expect(`${line}:${column}`).toBe(at);
    expect(said).toMatch(message);
  });

  it.each([
    ["{{> (concat 'a' title)}}", "computed-partial templates/pages/guest.hbs:1:1-1:25"],
    ["{{* shout}}", "unknown-decorator templates/pages/guest.hbs:1:1-1:12"],
    ["{{#if title 'large'}}{{/if}}", "helper-arguments templates/pages/guest.hbs:1:1-1:29"],
    ["{{#if (number)}}{{/if}}", "helper-arguments templates/pages/guest.hbs:1:7-1:15"],
    ["{{log title}}", "unknown-helper templates/pages/guest.hbs:1:3-1:6"],
    ["{{title 'x'}}", "unknown-helper templates/pages/guest.hbs:1:3-1:8"],
    ["{{t 'nav.gests'}}", "unknown-word templates/pages/guest.hbs:1:5-1:16"],
    ["{{t 'many'}}", "missing-word-value templates/pages/guest.hbs:1:5-1:11"],
  ])("refuses %s", (text, expected) => {
    expect(load({ "pages/guest.hbs": text, "locales/en.yaml": 'many: "{count} of them"' }).found).toEqual([
      expected,
    ]);
  });

  it("allows inline partials and partials with a fallback", () => {
    const page =
      '{{#*inline "head"}}H{{/inline}}{{> frame}}{{#> nowhere}}fallback{{/nowhere}}{{#> box}}in{{/box}}';
    const { html } = render(page, {
      "partials/frame.hbs": "{{#> head}}none{{/head}}",
      "partials/box.hbs": "[{{> @partial-block}}]",
    });
    expect(html).toContain("fallback[in]");
  });

  it("says which template is missing", () => {
    const files = themeFiles().filter(({ path }) => path !== "pages/guest.hbs");
    expect(loadTheme(files).diagnostics.map(place)).toEqual([
      "missing-template templates/pages/guest.hbs:1:1-1:1",
    ]);
  });

  it("warns of the site's own files that nothing uses", () => {
    const { diagnostics } = load(
      {},
      {
        "pages/featur.hbs": "",
        "style/96-mine.css": "",
        "partials/mine.hbs": "",
        "assets/mine.css": "",
        "styles/95-mine.css": "",
        "looks/mine.css": "",
      },
    );
    expect(diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", expect.stringContaining('did you mean "pages/feature.hbs"?')],
      ["warning", expect.stringContaining('did you mean "styles/96-mine.css"?')],
    ]);
  });
});

describe("rendering a page", () => {
  it.each([
    ["\n{{titel}}", "2:3-2:8", "title"],
    ["{{site.titel}}", "1:3-1:13", "title"],
    ["{{#if site.titel}}{{/if}}", "1:7-1:17", "title"],
    ["{{#if (eq titel 'x')}}{{/if}}", "1:11-1:16", "title"],
    ["{{concat 'a' titel}}", "1:14-1:19", "title"],
    ["{{sit.publisher.name}}", "1:3-1:21", "site"],
    ["{{#each site.navigation}}\n{{hre}}{{/each}}", "2:3-2:6", "href"],
    ["{{#each site.navigation as |link|}}{{link.hre}}{{/each}}", "1:38-1:46", "href"],
    ["{{#each site.navigation}}{{#if ../titel}}{{/if}}{{/each}}", "1:32-1:40", "title"],
    ["{{@root.titel}}", "1:3-1:14", "title"],
    ["{{#with site}}{{tagine}}{{/with}}", "1:17-1:23", "tagline"],
  ])("refuses the unknown field in %s at its place and names the nearest", (page, at, near) => {
    const { found, diagnostics } = render(page);
    expect(found).toEqual([`unknown-field templates/pages/page.hbs:${at}`]);
    expect(diagnostics[0]?.message).toContain(`did you mean "${near}"?`);
  });

  it("says that there is nothing to have the field", () => {
    const { found, diagnostics } = render("{{site.publisher.name}}");
    expect(found).toEqual(["unknown-field templates/pages/page.hbs:1:3-1:22"]);
    expect(diagnostics[0]?.message).toBe('Unexpected field "name": there is nothing here to have it');
  });

  it("takes a name alone for the field, where a helper is called so too", () => {
    const partial = { "partials/slice.hbs": "{{number}}/{{list}}" };
    expect(render('{{> slice number="2" list="x"}}', partial).html).toBe("2/x");
    expect(
      render("{{#each site.navigation as |link|}}{{link.title}}{{@index}}{{this.href}}{{/each}}").html,
    ).toBe("Guests0../guests/index.html");
    expect(render("{{#each site.navigation as |number|}}{{number.title}}{{/each}}").html).toBe("Guests");
  });

  it("never reaches what JavaScript's prototypes have", () => {
    for (const path of ["constructor", "toString", "site.__proto__", "site.navigation.map", "title.length"]) {
      expect(render(`{{${path}}}`).found[0]).toMatch(/^unknown-field/);
    }
    expect(render('{{lookup site "constructor"}}{{lookup custom "rating"}}{{lookup custom "x"}}').html).toBe(
      "5",
    );
  });

  it("places a mistake in a partial in that partial", () => {
    const { found } = render("{{> outer}}", {
      "partials/outer.hbs": "\n{{> inner}}",
      "partials/inner.hbs": "a {{b}}",
    });
    expect(found).toEqual(["unknown-field templates/partials/inner.hbs:1:5-1:6"]);
  });

  it("places a helper's mistake at its call", () => {
    const { found, diagnostics } = render("<p>\n {{#if title}}{{list title}}{{/if}}");
    expect(found).toEqual(["template-failed templates/pages/page.hbs:2:15-2:29"]);
    expect(diagnostics[0]?.message).toBe('Unexpected value: the text "About <us>", expected a list');
  });

  it("stops a partial that calls itself without end", () => {
    const { found } = render("{{> a}}", { "partials/a.hbs": "x{{> b}}", "partials/b.hbs": "\n {{> a}}" });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^endless-partial templates\/partials\/(a.hbs:1:2-1:9|b.hbs:2:2-2:9)$/);
    expect(render('{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}').found[0]).toMatch(
      /^endless-partial templates\/pages/,
    );
  });

  it("renders a page after another has failed", () => {
    const { theme } = load({ "pages/page.hbs": "{{> a}}", "partials/a.hbs": "{{> a}}" });
    const words = wordsOf("en", theme.locales);
    expect(renderPage(theme, view, words).diagnostics).toHaveLength(1);
    expect(renderPage(theme, view, words).diagnostics).toHaveLength(1);
  });

  it("says nothing more of a page whose template was reported already", () => {
    const { theme } = load({ "pages/page.hbs": "{{> a}}", "partials/a.hbs": "{{#if}}" });
    expect(renderPage(theme, view, wordsOf("en", theme.locales))).toEqual({
      value: undefined,
      diagnostics: [],
    });
  });
});

describe("helpers", () => {
  it.each([
    ['{{t "answers" count=1}}, {{t "answers" count=2}}', "1 answer, 2 answers"],
    ['{{t "big" number=1234567}}', "1,234,567"],
    ['{{t "braces"}}', "{x}"],
    ["{{number 1234}}", "1,234"],
    ['{{list site.navigation "title"}}', "Guests"],
    ['{{concat "a" image 1}}', "a1"],
    ['{{#if (eq kind "page")}}y{{/if}}{{#if (ne kind "page")}}n{{/if}}', "y"],
    ["{{#if (gt site.navigation.length 0)}}y{{/if}}", "y"],
    ['{{#if (and title site.feeds)}}y{{else}}n{{/if}}{{and title "x"}}', "nx"],
    ['{{or image "" "z"}}{{#if (or image site.feeds)}}y{{/if}}', "z"],
    ["{{#if (not site.feeds)}}y{{/if}}", "y"],
  ])("%s gives %s", (template, html) => {
    const words =
      'answers: {one: "{count} answer", other: "{count} answers"}\nbig: "{number}"\nbraces: "{{x}}"';
    expect(render(template, { "locales/en.yaml": words }).html).toBe(html);
  });
});
