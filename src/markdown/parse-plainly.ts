import type { Heading, List, ListItem, Paragraph, Root, RootContent } from "mdast";
import { PlainLine } from "./plain-line.js";
import { signs } from "./plain-signs.js";
import type { TextStart } from "./shift-positions.js";

/**
 * Parse a text that is nothing but headings, paragraphs and simple lists, whose words have the plainest of marks:
 * `**Ines:** the *long* way`, `` `code` ``, `[words](https://example.org/)`, `[laughs]`, `\[03:47\]`.
 *
 * Most turns of an interview are of this kind. One pass over the characters makes the tree, in a tenth of the time that
 * the fast parser takes with all that has to be looked at before and after. What comes out is what the grammar would
 * give, places included; nothing is guessed.
 *
 * @param text - What the grammar would be given.
 * @param start - Where the text starts in its file; without it, nodes get no places.
 * @returns `undefined` for any other text.
 */
export function parsePlainly(text: string, start?: TextStart): PlainTree | undefined {
  const line = new PlainLine(text, start);
  const root = new Blocks(line).root();
  return root && { root, isByLine: !line.hasContinued && !text.includes("\u3000") };
}

/** The tree of a text that is plain. */
export interface PlainTree {
  readonly root: Root;
  /** Whether each of its paragraphs is one line, and none is indented by ideographic spaces. */
  readonly isByLine: boolean;
}

class Blocks {
  readonly #line: PlainLine;

  constructor(line: PlainLine) {
    this.#line = line;
  }

  root(): Root | undefined {
    const line = this.#line;
    const start = line.point();
    const children: RootContent[] = [];
    while (!line.isEnd()) {
      if (line.skipBreak()) continue;
      const block = this.#block(children.at(-1));
      if (!block) return undefined;
      children.push(block);
    }
    return line.placed<Root>({ type: "root", children }, start);
  }

  #block(last: RootContent | undefined): RootContent | undefined {
    const line = this.#line;
    switch (line.unit()) {
      case signs.hash:
        return this.#heading();
      case signs.dash: {
        // Behind another list, it would be the same, or one that is told apart by its marks.
        const list = last?.type === "list" ? undefined : this.#list();
        return list && this.#isOver() ? list : undefined;
      }
      default: {
        const paragraph = this.#paragraph();
        return paragraph && this.#isOver() ? paragraph : undefined;
      }
    }
  }

  /** Whether an empty line follows, or nothing: what else follows may belong to the block, or make another of it. */
  #isOver(): boolean {
    const line = this.#line;
    return !line.skipBreak() || line.unit() === signs.feed;
  }

  #heading(): Heading | undefined {
    const line = this.#line;
    const start = line.point();
    let depth = 1;
    while (line.unit(depth) === signs.hash) depth++;
    line.at += depth;
    if (!isDepth(depth) || line.unit() !== signs.space) return undefined;
    line.at++;
    if (line.unit() === signs.space || line.unit() === signs.feed) return undefined;
    const children = line.line();
    // Signs at the end may close the heading, with spaces behind them, too.
    if (!children || line.unit(-1) === signs.hash || line.unit(-1) === signs.space) return undefined;
    return line.placed<Heading>({ type: "heading", depth, children }, start);
  }

  #list(): List | undefined {
    const line = this.#line;
    const start = line.point();
    const children: ListItem[] = [];
    do {
      const item = this.#item();
      if (!item) return undefined;
      children.push(item);
    } while (line.unit(1) === signs.dash && line.skipBreak());
    return line.placed<List>({ type: "list", ordered: false, start: null, spread: false, children }, start);
  }

  /** An item of one line: the next may belong to it in more than one way. */
  #item(): ListItem | undefined {
    const line = this.#line;
    const start = line.point();
    if (line.unit(1) !== signs.space) return undefined;
    line.at += 2;
    const inside = line.point();
    const children = line.beginsWords() ? line.line() : undefined;
    if (!children) return undefined;
    const paragraph = line.placed<Paragraph>({ type: "paragraph", children }, inside);
    return line.placed<ListItem>(
      { type: "listItem", spread: false, checked: null, children: [paragraph] },
      start,
    );
  }

  #paragraph(): Paragraph | undefined {
    const line = this.#line;
    const start = line.point();
    const children = line.beginsWords() ? line.paragraph() : undefined;
    return children && line.placed<Paragraph>({ type: "paragraph", children }, start);
  }
}

const isDepth = (count: number): count is Heading["depth"] => count >= 1 && count <= 6;
