import type { OwnId, Reference, RichText, RichTextPart } from "../model/rich-text.js";

/**
 * Places in HTML that are filled in later: addresses inside the site, and `id`s.
 *
 * While the HTML is made, each is an attribute's value of a number between two NULs, which the serialiser writes as
 * `&#x0;3&#x0;`. Nobody can type that: Markdown and HTML parsers turn a NUL, however it is spelt, into U+FFFD, and a
 * typed `&` comes out as `&#x26;`. What was not issued here is taken for text all the same.
 */
export class Marks {
  readonly #parts: (Reference | OwnId)[] = [];

  /** Keep a place; returns the value to write for it. */
  add(part: Reference | OwnId): string {
    return `\0${this.#parts.push(part) - 1}\0`;
  }

  /** Whether the value stands for a place that was kept here. */
  isMark(value: string): boolean {
    return value.startsWith("\0") && value.endsWith("\0") && Number(value.slice(1, -1)) < this.#parts.length;
  }

  /** The place that a value stands for; `undefined` for any other value. */
  partOf(value: string): Reference | OwnId | undefined {
    return this.isMark(value) ? this.#parts[Number(value.slice(1, -1))] : undefined;
  }

  /** Cut HTML at its places. */
  split(html: string): RichText {
    const parts: RichTextPart[] = [];
    let from = 0;
    for (const match of html.matchAll(/ id="&#x0;(\d+)&#x0;"|&#x0;(\d+)&#x0;/g)) {
      const part = this.#parts[Number(match[1] ?? match[2])];
      if (!part || (part.kind === "id") !== (match[1] !== undefined)) continue;
      if (match.index > from) parts.push(html.slice(from, match.index));
      parts.push(part);
      from = match.index + match[0].length;
    }
    if (from < html.length) parts.push(html.slice(from));
    return parts;
  }
}
