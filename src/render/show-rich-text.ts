import type { Reference, RichText } from "../model/rich-text.js";

/** How a text is shown on one page. */
export interface Showing {
  /** The address (unescaped) that a reference has on the page. */
  readonly addressOf: (reference: Reference) => string;
  /** Whether the text stands on its own page, so that its ids may stand there too. */
  readonly atHome: boolean;
}

/** Put a text together for the page that shows it. */
export function showRichText(text: RichText, { addressOf, atHome }: Showing): string {
  let html = "";
  for (const part of text) {
    if (typeof part === "string") html += part;
    else if (part.kind === "reference") html += escapeAttribute(addressOf(part));
    else if (atHome) html += ` id="${escapeAttribute(part.id)}"`;
  }
  return html;
}

/** The words of a text without its markup, on one line. */
export function plainText(text: RichText): string {
  return text
    .map((part) => (typeof part === "string" ? part : ""))
    .join("")
    .replace(/<(?:[^>"']|"[^"]*"?|'[^']*'?)*>/g, (tag) =>
      /^<\/?(?:p|li|br|div|h\d|blockquote|tr)\b/.test(tag) ? " " : "",
    )
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|nbsp));/gi, unescapeEntity)
    .replace(/\s+/g, " ")
    .trim();
}

/** A value between double quotation marks. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&"<>]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

function unescapeEntity(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? entity;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? entity : String.fromCodePoint(code);
}
