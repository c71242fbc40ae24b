import type { RichText } from "../model/rich-text.js";

/** The words of a text without its markup, on one line. */
export function wordsOfHtml(text: RichText): string {
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

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

function unescapeEntity(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? entity;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? entity : String.fromCodePoint(code);
}
