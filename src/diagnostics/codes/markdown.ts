import { didYouMean, entry, quoted } from "../entry.js";

/** Problems of Markdown that concern no speaker: links, pictures, footnotes, HTML. */
export const markdownCodes = {
  "link-outside": entry<{ typed: string }>({
    severity: "error",
    about:
      "A link or a picture leads out of the site's folder, so it would break anywhere but on one machine.",
    example: "[notes](../../../../notes.md)",
    instead: "[notes](../../pages/notes.md)",
    words: ({ typed }) => ({
      message: `Unexpected address ${quoted(typed)}, expected a file in the site's folder`,
      help: "Addresses are relative to the file they stand in. Move what it leads to into the site, or give a web address.",
    }),
  }),
  "link-scheme": entry<{ typed: string; scheme: string }>({
    severity: "error",
    about:
      "A link or a picture uses a scheme that runs code, reads a reader's disk, or that readers cannot follow.",
    example: "[the scan](file:///home/ann/scan.pdf)",
    instead: "[the scan](scan.pdf)",
    words: ({ typed, scheme }) => ({
      message: `Unexpected scheme ${quoted(`${scheme}:`)} in ${quoted(shortened(typed))}, expected a relative address, http:, https:, mailto: or tel:`,
      help:
        scheme.length === 1
          ? "Give the path relative to this file, with slashes."
          : "The words are kept, without the link.",
    }),
  }),
  "empty-link": entry<{ words: string }>({
    severity: "warning",
    about: "A link has no address.",
    example: "as she [said]()",
    instead: "as she [said](../guests/ann.md)",
    words: ({ words }) => ({
      message: `Unexpected empty address behind ${quoted(words)}, expected where the link leads`,
      help: "The words are kept, without the link.",
    }),
  }),
  "link-without-words": entry<{ typed: string }>({
    severity: "warning",
    about: "A link has no words, so there is nothing to click on or to hear.",
    example: "[](../guests/ann.md)",
    instead: "[Ann](../guests/ann.md)",
    words: ({ typed }) => ({
      message: `Unexpected link to ${quoted(typed)} without words, expected what the reader will find there`,
      help: "A picture inside the link counts by its alternative text.",
    }),
  }),
  "missing-alt": entry<{ src: string }>({
    severity: "error",
    about: "A picture has no alternative text for those who do not see it.",
    example: "![](harbour.jpg)",
    instead: "![The harbour at dawn](harbour.jpg)",
    words: ({ src }) => ({
      message: `Unexpected picture ${quoted(src)} without alternative text, expected what is to be seen`,
      help: "Write it between the square brackets.",
    }),
  }),
  "foreign-picture": entry<{ src: string }>({
    severity: "warning",
    about: "A picture lies on another site. Pages load nothing from elsewhere, so it is shown as a link.",
    example: "![The harbour](https://example.org/harbour.jpg)",
    instead: "![The harbour](harbour.jpg)",
    words: ({ src }) => ({
      message: `Unexpected picture from another site, ${quoted(shortened(src))}, expected a file of this one`,
      help: "Save the picture beside this file; until then the page links to it.",
    }),
  }),
  "html-left-out": entry<{ element: string }>({
    severity: "warning",
    about: "An HTML element has no place in a text and is left out; what is safe inside it is kept.",
    example: '<iframe src="https://example.org"></iframe>',
    instead: "[The film](https://example.org)",
    words: ({ element }) => ({
      message: `Unexpected element ${quoted(`<${element}>`)}, expected Markdown, or HTML for words such as <ruby>, <mark> or <abbr>`,
      help: "It is left out of the page. Where the angle bracket is meant as text, write `\\<`.",
    }),
  }),
  "unclosed-comment": entry<Record<string, never>>({
    severity: "error",
    about: "An HTML comment is never closed, so everything below it would vanish.",
    example: "<!-- check this\n\nThe rest of the interview",
    instead: "<!-- check this -->\n\nThe rest of the interview",
    words: () => ({
      message: `Unexpected end of the text inside a comment, expected "-->"`,
      help: "Close the comment where it ends.",
    }),
  }),
  "undefined-footnote": entry<{ label: string; near: string | undefined }>({
    severity: "warning",
    about: "A mark of a footnote has no footnote in the same file, so it is shown as typed.",
    example: "It was in spring.[^1]",
    instead: "It was in spring.[^1]\n\n[^1]: Of 2019.",
    words: ({ label, near }) => ({
      message: `Unexpected footnote mark ${quoted(`[^${label}]`)}, expected a line that starts with ${quoted(`[^${label}]:`)} in this file${didYouMean(near)}`,
      help: "Footnotes stand in the file whose text they belong to.",
    }),
  }),
  "unused-footnote": entry<{ label: string }>({
    severity: "warning",
    about: "A footnote has no mark in the text, so it is not shown.",
    example: "It was in spring.\n\n[^1]: Of 2019.",
    instead: "It was in spring.[^1]\n\n[^1]: Of 2019.",
    words: ({ label }) => ({
      message: `Unexpected footnote ${quoted(`[^${label}]`)} without a mark, expected ${quoted(`[^${label}]`)} in the text of this file`,
      help: "Put the mark where the footnote belongs, or remove the footnote.",
    }),
  }),
  "duplicate-footnote": entry<{ label: string }>({
    severity: "warning",
    about: "Two footnotes of a file have the same label; the second is not shown.",
    example: "One[^1], two[^1].\n\n[^1]: First.\n\n[^1]: Second.",
    instead: "One[^1], two[^2].\n\n[^1]: First.\n\n[^2]: Second.",
    words: ({ label }) => ({
      message: `Unexpected second footnote ${quoted(`[^${label}]`)}, expected a label of its own`,
      help: "Give it another label, and its mark in the text the same one.",
    }),
  }),
  "undefined-reference": entry<{ label: string; near: string | undefined }>({
    severity: "warning",
    about: "A link by reference names a label that the file does not define, so it is shown as typed.",
    example: "See [the study][sutdy].\n\n[study]: https://example.org",
    instead: "See [the study][study].\n\n[study]: https://example.org",
    words: ({ label, near }) => ({
      message: `Unexpected label ${quoted(`[${label}]`)}, expected one that is defined in this file${didYouMean(near)}`,
      help: "Where the square brackets are meant as text, write `\\[`.",
    }),
  }),
};

function shortened(typed: string): string {
  return typed.length > 80 ? `${typed.slice(0, 79)}…` : typed;
}
