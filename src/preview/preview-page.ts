import { hashOf } from "../model/hash.js";
import type { LanguageTag } from "../model/ids.js";
import { escapeAttribute } from "../render/show-rich-text.js";

/** A page of the preview's own. */
export interface OwnPage {
  readonly hash: string;
  readonly body: Uint8Array;
}

/**
 * Make a page of the preview's own; everything that is not `html` must have been escaped.
 *
 * @param title - Plain text.
 * @param html - What stands in its `main`.
 */
export function ownPage(title: string, html: string): OwnPage {
  const body = new TextEncoder().encode(`<!doctype html>
<html lang="en" data-colloquy-own>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeAttribute(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__colloquy/outline.css">
</head>
<body>
<main>
${html}
</main>
</body>
</html>
`);
  return { hash: hashOf(body), body };
}

/**
 * A link, or the text alone where there is nothing to link to.
 *
 * @param language - Of a text that the site has; absent means a text of the preview's own.
 */
export function link(href: string | null, text: string, language?: LanguageTag): string {
  const marked = language === undefined ? "" : ` lang="${escapeAttribute(language)}"`;
  if (href !== null) return `<a href="${escapeAttribute(href)}"${marked}>${escapeAttribute(text)}</a>`;
  return language === undefined ? escapeAttribute(text) : `<span${marked}>${escapeAttribute(text)}</span>`;
}

/** Words with a day or more in them, each of which stays on one line. */
export function withDays(text: string): string {
  return escapeAttribute(text).replace(/\b\d{4}-\d\d-\d\d\b/g, "<time>$&</time>");
}

/** A text in which back-ticks enclose code, as HTML. */
export function prose(text: string): string {
  return escapeAttribute(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** A section of such a page; empty where it has no items. */
export function listing(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => `<li>${item}</li>`).join("\n");
  return `<section>\n<h2>${escapeAttribute(title)} <small>${items.length}</small></h2>\n<ul>\n${lines}\n</ul>\n</section>\n`;
}

/** The style sheet of these pages. */
export const ownStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-inline-size: 60rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
h2 small, .quiet { font-weight: 400; opacity: .75; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .4rem 0; border-block-start: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
li ul { margin-inline-start: 1.25rem; }
time { white-space: nowrap; }
pre { overflow-x: auto; font: .85rem/1.5 ui-monospace, monospace; margin: .35rem 0 0; }
code { font: .9em ui-monospace, monospace; background: color-mix(in srgb, currentColor 9%, transparent); border-radius: 3px; padding: 1px 4px; }
.error { color: light-dark(#a11212, #ff9b93); }
.warning { color: light-dark(#7a4b00, #f0c067); }
p { margin: .25rem 0; }
`;
