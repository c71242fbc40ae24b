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

/** A value between double quotation marks. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&"<>]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
