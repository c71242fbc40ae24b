import { defaultSchema, type Schema } from "hast-util-sanitize";

/** The elements that a text may hold, typed as Markdown or as HTML. */
export const allowedElements: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img input ins " +
    "kbd label li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr " +
    "u ul var wbr"
  ).split(" "),
);

// An `id` is only ever one that this program made; `marks.ts` says why nobody can type such a value.

const ownMark = /^\0\d+\0$/;

/**
 * What remark-html lets through.
 *
 * It is narrower than the default, which is made for GitHub (no form fields, no presentational attributes, no
 * `details`), and wider where writing needs it: languages and directions, readings, marks, quotations, definitions.
 * Addresses have been judged by `readAddress` before; the protocols here are the second lock on that door.
 */
export const schema: Schema = {
  tagNames: [...allowedElements],
  attributes: {
    a: ["href", ["rel", "external"], ["role", "doc-noteref"], ["translate", "no"]],
    blockquote: ["cite"],
    code: [["className", /^language-[\w+#.-]+$/]],
    del: ["cite", "dateTime"],
    div: [
      ["className", "table"],
      ["tabIndex", 0],
    ],
    img: ["src", "alt", "width", "height", ["loading", "lazy"]],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    ins: ["cite", "dateTime"],
    li: [["className", "task"], "value"],
    ol: ["start", "reversed"],
    pre: [["tabIndex", 0]],
    q: ["cite"],
    sup: [["className", "noteref"]],
    td: ["colSpan", "rowSpan", ["className", "left", "center", "right"]],
    th: ["colSpan", "rowSpan", ["scope", "col", "row"], ["className", "left", "center", "right"]],
    time: ["dateTime"],
    "*": ["lang", "title", ["dir", "ltr", "rtl", "auto"], ["id", ownMark]],
  },
  protocols: { cite: ["http", "https"], href: ["http", "https", "mailto", "tel"], src: [] },
  ancestors: { ...defaultSchema.ancestors, li: ["ol", "ul"], rt: ["ruby"], rp: ["ruby"], caption: ["table"] },
  required: { input: { disabled: true, type: "checkbox" } },
  clobber: [],
  clobberPrefix: "",
  // Their text is no text of the sentence.
  strip: ["script", "style", "template", "iframe", "noembed", "noframes", "textarea", "title", "xmp"],
  allowComments: false,
  allowDoctypes: false,
};
