import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { renderPage } from "../../src/render/render-page.js";
import { loadTheme } from "../../src/render/theme.js";
import { wordsOf } from "../../src/render/words.js";
import { pageView } from "./page-view.js";
import { themeFiles } from "./theme-files.js";

// Blocks and partials run by other code here than in Handlebars; what they write must be the same.

const view = pageView({
  title: "Salt & <b>rain</b>",
  bodyHtml: "<p>Salt</p>",
  custom: {
    zero: 0,
    no: false,
    empty: "",
    none: [],
    gap: [null, "a", 0],
    rows: [
      ["a", "b"],
      ["c", "d"],
    ],
    people: [
      { name: "Ada", deep: { name: "inner" }, kin: [{ name: "Bo" }, { name: "Cy" }] },
      { name: "Di='`", deep: { name: "well" }, kin: [] },
    ],
    map: { b: 1, a: { name: "x" }, "7": "seven" },
    "odd name": "odd",
    length: 3,
  },
});

const partials: Record<string, string> = {
  name: "[{{name}}]",
  both: "[{{name}}|{{title}}]",
  whole: "{{#each this}}{{@key}},{{/each}}",
  kin: "{{#each kin}}{{> name}}{{@index}}{{/each}}",
  nested: "{{> both name=(concat name '!')}}",
  deep: "{{#with deep}}{{name}}{{/with}}{{#if name}}{{> name}}{{/if}}",
  box: "<{{> @partial-block}}>",
  boxed: "{{#> box}}({{name}}){{/box}}",
  boxes: "{{#each kin}}{{> @partial-block}}{{@index}}{{@../index}}{{/each}}",
  place: "{{@index}}{{@key}}{{@root.title}}",
  tree: "{{name}}{{#each kin}}{{#if name}}{{> name}}{{/if}}{{/each}}",
  turn: "{{name}}{{#if count}}{{> turn count=(lookup chain count) chain=chain}}{{/if}}",
  literal: '{{"odd name"}}{{[odd name]}}',
};

const templates = [
  "{{title}} {{{title}}} {{{bodyHtml}}} {{custom.zero}} {{custom.no}} {{custom.empty}} {{image}}|{{{image}}}",
  "{{#if custom.zero}}y{{else}}n{{/if}}{{#if custom.zero includeZero=true}}y{{else}}n{{/if}}",
  "{{#if custom.none includeZero=true}}y{{else}}n{{/if}}{{#unless custom.none}}y{{else}}n{{/unless}}",
  "{{#if title}}a{{/if}}{{#unless title}}b{{/unless}}{{^if title}}c{{/if}}{{^unless title}}d{{/unless}}",
  "{{#if custom.none}}a{{else if custom.no}}b{{else if title}}c{{else}}d{{/if}}",
  "{{#each custom.people}}{{@index}}{{@key}}{{@first}}{{@last}}{{name}}{{/each}}",
  "{{#each custom.none}}x{{else}}none in {{title}}{{/each}}{{^each custom.none}}y{{/each}}{{#each image}}x{{/each}}",
  "{{#each custom.gap}}<{{this}}{{#if this}}!{{/if}}{{@index}}>{{/each}}",
  "{{#each custom.map}}{{@key}}={{@index}}{{@first}}{{@last}};{{/each}}",
  "{{#each custom.people}}{{#each kin}}{{name}}<{{../name}}<{{../../title}}{{@../index}}{{else}}{{name}}?{{/each}}{{/each}}",
  "{{#each custom.people as |one at|}}{{at}}{{#if one.kin}}{{one.name}}{{#each one.kin as |two|}}{{one.name}}{{two.name}}{{at}}{{/each}}{{/if}}{{/each}}",
  "{{#each custom.rows as |row|}}{{#each row as |cell at|}}{{cell}}{{at}}{{@../index}}{{row.length}}{{/each}}{{/each}}",
  "{{#with custom.people}}{{length}}{{this.length}}{{/with}}{{#with image}}x{{else}}no {{title}}{{/with}}",
  "{{#with custom as |own|}}{{own.zero}}{{#with own.zero}}{{this}}{{../zero}}{{else}}{{zero}}{{/with}}{{/with}}",
  "{{#with this}}{{title}}{{#with this}}{{title}}{{/with}}{{/with}}",
  "{{#custom}}{{zero}}{{/custom}}{{#custom.people}}{{name}}{{/custom.people}}{{^custom.none}}none{{/custom.none}}",
  "{{#title}}{{this}}{{/title}}{{#custom.no}}x{{else}}y{{/custom.no}}",
  "{{#each custom.people}}{{> name}}{{> both title='t'}}{{> kin}}{{> deep}}{{> tree}}{{/each}}",
  "{{> name name='<i>'}}{{> both name=title}}{{> both custom name='n' title=1}}{{> nested name='n'}}",
  "{{#each custom.people}}{{> name deep}}{{> name this}}{{> name ../custom.map.a}}{{> both deep title=../title}}{{/each}}",
  "{{> whole}}{{> whole custom}}{{> whole custom extra=1}}{{> whole custom.rows}}{{> whole title}}",
  "{{#> box}}{{title}}{{/box}}{{> boxed name='b'}}{{#each custom.people}}{{#> box}}{{name}}{{@index}}{{/box}}{{/each}}",
  "{{#each custom.people}}{{#> boxes}}({{name}}{{@last}}){{/boxes}}{{@index}}{{/each}}",
  "{{#each custom.people}}{{#each kin}}{{@index}}{{@../key}}{{@root.title}}{{@first}}{{/each}}{{@index}}{{@last}}{{/each}}",
  "{{#each custom.people}}{{> place}}{{#each kin}}{{> place}}{{/each}}{{/each}}",
  "{{> literal custom}}{{lookup custom 'odd name'}}{{lookup custom.people.[0] 'name'}}{{custom.rows.[1].[0]}}",
  "{{#*inline 'name'}}({{name}}){{/inline}}{{> name name='x'}}{{#each custom.people}}{{> kin}}{{> name}}{{/each}}",
  "{{#each custom.people}}{{#*inline 'own'}}<{{name}}>{{/inline}}{{#if kin}}{{> own}}{{/if}}{{> own}}{{/each}}",
  "{{#> frame}}{{#*inline 'head'}}{{title}}{{/inline}}{{#each custom.people}}{{name}}{{/each}}{{/frame}}",
  "{{#> nowhere}}instead {{title}}{{/nowhere}}",
  "{{concat title 1 image}}{{#if (and title (not custom.none))}}y{{/if}}{{or image title}}{{eq title title}}{{ne 1 2}}",
  "{{{{with title}}}}{{title}}{{{{/with}}}}",
  "  {{#each custom.people}}\n  {{name}}\n  {{~#if kin~}}\n k {{else}} - {{/if}}\n{{/each}}  \n{{!-- c --}}\n{{> name custom.map.a }}\n",
];

const all = { ...partials, frame: "{{#> head}}none{{/head}}:{{> @partial-block}}" };

/** The same by Handlebars alone. */
function expected(template: string): string {
  const handlebars = Handlebars.create();
  const isEmpty = (value: unknown) => handlebars.Utils.isEmpty(value) || value === 0;
  handlebars.registerHelper({
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(""),
    and: (...parts: unknown[]) => parts.slice(0, -1).find(isEmpty) ?? parts.at(-2),
    or: (...parts: unknown[]) => parts.slice(0, -1).find((part) => !isEmpty(part)) ?? parts.at(-2),
    not: isEmpty,
    eq: (a: unknown, b: unknown) => a === b,
    ne: (a: unknown, b: unknown) => a !== b,
  });
  for (const [name, text] of Object.entries(all)) handlebars.registerPartial(name, text);
  return handlebars.compile(template, { preventIndent: true })(view);
}

describe("what a template writes", () => {
  it.each(templates)("is what Handlebars writes: %s", (template) => {
    const files: Record<string, string> = {
      "pages/page.hbs": template,
      "layouts/base.hbs": "{{{body}}}",
      ...Object.fromEntries(Object.entries(all).map(([name, text]) => [`partials/${name}.hbs`, text])),
    };
    // The theme may not have inline partials where they are not what is tried.
    if (!template.includes("frame")) files["partials/frame.hbs"] = "";
    const { value: theme, diagnostics } = loadTheme(themeFiles(files));
    expect(diagnostics).toEqual([]);
    const rendered = renderPage(theme, view, wordsOf("en", theme.locales));
    expect(rendered.diagnostics).toEqual([]);
    expect(rendered.value).toBe(expected(template));
  });
});
