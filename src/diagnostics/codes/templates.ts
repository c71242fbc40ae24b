import { didYouMean, entry, oneOf, quoted } from "../entry.js";
import { localeCodes } from "./locales.js";
import { lookCodes } from "./looks.js";

/** Problems of templates and locales. */
export const templateCodes = {
  ...localeCodes,
  ...lookCodes,
  "template-syntax": entry<{ problem: string }>({
    severity: "error",
    about:
      "A template cannot be read: a tag is not closed, a block is closed by another name, a brace is missing.",
    example: "`{{#if cover}} … {{/each}}`",
    instead: "`{{#if cover}} … {{/if}}`",
    words: ({ problem }) => ({
      message: `Unexpected template text: ${problem}`,
      help: "Every {{#block}} is closed by {{/block}} of the same name, every {{ by }} and every {{{ by }}}.",
    }),
  }),
  "unknown-helper": entry<{ name: string; helpers: readonly string[]; nearest: string | undefined }>({
    severity: "error",
    about:
      "A template calls a helper that does not exist. A field takes no arguments, so a name with arguments is a helper.",
    example: "`{{#iff cover}} … {{/iff}}`",
    instead: "`{{#if cover}} … {{/if}}`",
    words: ({ name, helpers, nearest }) => ({
      message: `Unexpected helper ${quoted(name)}, expected ${oneOf(helpers)}${didYouMean(nearest)}`,
      help: "docs/templates.md lists the helpers.",
    }),
  }),
  "helper-arguments": entry<{ name: string; given: number; expected: string }>({
    severity: "error",
    about: "A helper is called with too few or too many arguments.",
    example: '`{{#if cover "large"}}`',
    instead: "`{{#if cover}}`",
    words: ({ name, given, expected }) => ({
      message: `Unexpected ${given} arguments of ${quoted(name)}, expected ${expected}`,
      help: `Arguments that are calls themselves stand in parentheses: {{#if (eq a b)}}. A field called ${name} is read by {{this.${name}}}.`,
    }),
  }),
  "unknown-partial": entry<{ name: string; nearest: string | undefined }>({
    severity: "error",
    about:
      "A template calls a partial that is neither in the site's `templates/partials` nor in the theme's.",
    example: "`{{> persn}}`",
    instead: "`{{> person}}`, which is `templates/partials/person.hbs`",
    words: ({ name, nearest }) => ({
      message: `Unexpected partial ${quoted(name)}, expected a file in templates/partials${didYouMean(nearest)}`,
      help: `Write templates/partials/${name}.hbs, or call one that is there.`,
    }),
  }),
  "computed-partial": entry<object>({
    severity: "error",
    about:
      "A template computes the name of a partial. Which partials a page uses must be known beforehand, so that only the pages that changed are made anew.",
    example: '`{{> (concat "card-" kind)}}`',
    instead: '`{{#if (eq kind "question")}}{{> card-question}}{{/if}}`',
    words: () => ({
      message: "Unexpected computed name of a partial, expected the name itself",
      help: "Choose between partials by {{#if}}.",
    }),
  }),
  "unknown-decorator": entry<{ name: string }>({
    severity: "error",
    about: "A template uses a decorator; the only one there is defines an inline partial.",
    example: "`{{* shout}}`",
    instead: '`{{#*inline "aside"}} … {{/inline}}`',
    words: ({ name }) => ({
      message: `Unexpected decorator ${quoted(name)}, expected "inline"`,
      help: "Take it out; what looks like {{* …}} is rarely meant.",
    }),
  }),
  "unknown-field": entry<{ name: string; of: "nothing" | "view" | "text"; nearest: string | undefined }>({
    severity: "error",
    about: "A template reads a field that is not in the page's view at that place.",
    example: "`{{feature.titel}}`",
    instead: "`{{feature.title}}`",
    words: ({ name, of, nearest }) => ({
      message:
        of === "nothing"
          ? `Unexpected field ${quoted(name)}: there is nothing here to have it`
          : `Unexpected field ${quoted(name)}, expected one of this view's${didYouMean(nearest)}`,
      help: fieldHelp[of],
    }),
  }),
  "endless-partial": entry<{ name: string }>({
    severity: "error",
    about: "A partial calls itself, directly or through others, and never stops.",
    example: "`partials/person.hbs` that contains `{{> person}}`",
    instead: "A call inside an `{{#if}}` or `{{#each}}` that ends.",
    words: ({ name }) => ({
      message: `Unexpected call of ${quoted(name)} from within itself, without end`,
      help: "Call it only where there is something left to show.",
    }),
  }),
  "template-failed": entry<{ problem: string }>({
    severity: "error",
    about: "A helper cannot work with what a template gives it.",
    example: "`{{list feature.title}}`",
    instead: "`{{list feature.interviewers}}`",
    words: ({ problem }) => ({
      message: `Unexpected value: ${problem}`,
      help: "docs/templates.md says what each helper takes and what each field is.",
    }),
  }),
  "missing-template": entry<{ path: string }>({
    severity: "error",
    about: "The theme has no template for a kind of page, or no layout.",
    example: "A theme without `pages/guest.hbs`.",
    instead: "The file, even if it is short.",
    words: ({ path }) => ({
      message: `Expected a template templates/${path}`,
      help: "Every kind of page needs one; docs/templates.md lists them.",
    }),
  }),
  "misplaced-template": entry<{ path: string; nearest: string | undefined }>({
    severity: "warning",
    about:
      "A file in the site's `templates/` is used for nothing: its folder or its name is none that is looked for.",
    example: "`templates/pages/featur.hbs`",
    instead: "`templates/pages/feature.hbs`",
    words: ({ path, nearest }) => ({
      message: `Unexpected template ${quoted(path)}, which no page uses${didYouMean(nearest)}`,
      help: "Templates stand in layouts/, pages/ and partials/ with the ending .hbs; words in locales/ with .yaml; parts of the style sheet in styles/ and looks in looks/ with .css; all else in assets/.",
    }),
  }),
};

const fieldHelp = {
  nothing: "Test it first: {{#if cover}}{{cover.caption}}{{/if}}. Inside a partial, `../` leads nowhere.",
  view: 'docs/templates.md lists the fields. Own values are read by {{lookup custom "key"}}; inside a partial, `../` leads nowhere.',
  text: "This is a text, a number or a yes/no, and has no fields.",
} as const;
