import type { FootnoteDefinition } from "mdast";
import type { FilePath } from "../model/ids.js";
import type { OwnId, Reference, RichText, RichTextPart } from "../model/rich-text.js";

/** A mark in the text that leads to a note. */
export interface NoteCall {
  /** The note's number, from 1, in the order of first marks over the whole feature. */
  readonly number: number;
  readonly id: OwnId;
  /** To the note. */
  readonly href: Reference;
}

/**
 * The footnotes of one page: a feature's, over all its sections and files.
 *
 * Notes are told apart by their definitions, so `[^1]` of two files are two notes. Ids contain a dot (`fn.1`,
 * `fnref.1`, `fnref.1.2` for the second mark), which no section's or turn's anchor does.
 */
export class Footnotes {
  readonly #page: FilePath;
  readonly #notes = new Map<FootnoteDefinition, Note>();

  /** @param page - The file whose page lists the notes. */
  constructor(page: FilePath) {
    this.#page = page;
  }

  /**
   * Refer to a note.
   *
   * @param definition - The note; the same node for the same note.
   * @param render - Renders its text, which may refer to further notes; called once, when the list is made.
   */
  call(definition: FootnoteDefinition, render: () => RichText): NoteCall {
    let note = this.#notes.get(definition);
    if (!note) {
      note = { number: this.#notes.size + 1, calls: 0, render };
      this.#notes.set(definition, note);
    }
    note.calls += 1;
    const { number, calls } = note;
    return { number, id: { kind: "id", id: callId(number, calls) }, href: this.#reference(`fn.${number}`) };
  }

  /**
   * The list of notes, each with a link back for every mark; empty where nothing referred to one.
   *
   * Its words are the notes' own: links back show `↩`, and their roles tell readers what they are in their own
   * language. A heading over the list is the page's.
   *
   * @see DPUB-ARIA 1.1, doc-noteref and doc-backlink
   */
  render(): RichText {
    const texts = new Map<Note, RichText>();
    // Texts may refer to notes that come after, or to new ones; a map's iteration visits what is added to it.
    for (const note of this.#notes.values()) texts.set(note, note.render());
    if (texts.size === 0) return [];
    const parts: RichTextPart[] = ['<ol class="notes">\n'];
    for (const [note, text] of texts) {
      parts.push("<li", { kind: "id", id: `fn.${note.number}` }, ">");
      parts.push(...withLinksBack(text, this.#linksBack(note)), "</li>\n");
    }
    parts.push("</ol>");
    return parts;
  }

  #linksBack(note: Note): RichTextPart[] {
    const parts: RichTextPart[] = [];
    for (let call = 1; call <= note.calls; call++) {
      const which = call === 1 ? "" : `<sup>${call}</sup>`;
      parts.push(
        ' <a href="',
        this.#reference(callId(note.number, call)),
        `" role="doc-backlink">↩\ufe0e${which}</a>`,
      );
    }
    return parts;
  }

  #reference(id: string): Reference {
    return { kind: "reference", target: { to: "file", file: this.#page }, suffix: `#${id}` };
  }
}

interface Note {
  readonly number: number;
  calls: number;
  readonly render: () => RichText;
}

function callId(number: number, call: number): string {
  return call === 1 ? `fnref.${number}` : `fnref.${number}.${call}`;
}

/** Put the links at the end of the last paragraph, or behind a text that ends in something else. */
function withLinksBack(text: RichText, links: readonly RichTextPart[]): RichTextPart[] {
  const last = text.at(-1);
  if (typeof last !== "string" || !last.endsWith("</p>")) return [...text, "<p>", ...links, "</p>"];
  return [...text.slice(0, -1), last.slice(0, -"</p>".length), ...links, "</p>"];
}
