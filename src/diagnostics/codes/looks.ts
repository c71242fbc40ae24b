import { didYouMean, entry, oneOf, quoted } from "../entry.js";

/** Problems of how a site looks: its look, and the custom properties of its style sheet. */
export const lookCodes = {
  "unknown-look": entry<{ found: string; looks: readonly string[]; nearest: string | undefined }>({
    severity: "error",
    about: "`theme.look` names a look that neither the theme nor the site's own `templates/looks` has.",
    example: "theme: {look: nightdesk}",
    instead: "theme: {look: night-desk}",
    words: ({ found, looks, nearest }) => ({
      message: `Unexpected look ${quoted(found)}, expected ${oneOf(looks)}${didYouMean(nearest)}`,
      help: `Choose one of these, or write templates/looks/${found}.css.`,
    }),
  }),
  "unknown-property": entry<{ found: string; nearest: string | undefined }>({
    severity: "warning",
    about: "A custom property under `theme.properties` is one that the style sheet never asks for.",
    example: "theme: {properties: {acent: teal}}",
    instead: "theme: {properties: {accent: teal}}",
    words: ({ found, nearest }) => ({
      message: `Unexpected property ${quoted(found)}, expected one that the style sheet uses${didYouMean(nearest)}`,
      help: "docs/theming.md lists the properties.",
    }),
  }),
  "unfit-css": entry<{ found: string; fault: string }>({
    severity: "error",
    about:
      "A value under `theme.properties` could leave its declaration, or load something: it has a semicolon, a brace, a backslash, a comment, an address, an exclamation mark, or a quotation mark or bracket without its other half.",
    example: 'theme: {properties: {accent: "teal; color: red"}}',
    instead: "theme: {properties: {accent: teal}}",
    words: ({ found, fault }) => ({
      message: `Unexpected ${quoted(fault)} in ${quoted(found)}, expected one value of CSS`,
      help: "For more than values, write a look or a style sheet of your own in templates/.",
    }),
  }),
};
