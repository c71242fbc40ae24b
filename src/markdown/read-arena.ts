import type { BlockContent, ListItem, Nodes, PhrasingContent, Root } from "mdast";
import { ByteOffsets } from "./byte-offsets.js";
import type { TextStart } from "./shift-positions.js";

/** The text that a tree was parsed from. */
export interface ParsedText {
  /** As the parser was given it. */
  readonly given: string;
  /** As it was typed: of the same length, each character in its place. */
  readonly typed: string;
  /** Makes what was typed of a value that stands nowhere in the text, such as one with a character reference. */
  readonly restore: ((value: string) => string) | undefined;
  /** Where the text starts in its file; `undefined` where nodes get no places. */
  readonly start: TextStart | undefined;
}

/**
 * Read the tree that satteri hands over as bytes.
 *
 * Its own reader makes any tree of any Markdown, and takes three times as long as the parser. This one knows what
 * transcripts are made of, takes words from the text instead of decoding them once more, and places nodes in the file at
 * once.
 *
 * @param arena - What `serializeHandle` gives; of version 0.10 of satteri.
 * @returns `undefined` where there are nodes of other kinds, or another layout.
 */
export function readArena(arena: Uint8Array, text: ParsedText): Root | undefined {
  const reader = new ArenaReader(arena, text);
  const root = reader.isKnown() ? reader.node(0) : undefined;
  return root?.type === "root" ? root : undefined;
}

/** Byte offsets in the header, in a node, and the size of a node. */
const header = { size: 8, nodes: 16, children: 24, values: 32, strings: 40, extras: 44 };
const field = { type: 4, start: 12, end: 16, line: 20, firstChild: 36, childCount: 40, value: 44 };
const nodeSize = 52;

class ArenaReader {
  readonly #view: DataView;
  readonly #text: ParsedText;
  readonly #nodes: number;
  readonly #children: number;
  readonly #values: number;
  readonly #strings: number;
  readonly #offsets: ByteOffsets;

  constructor(arena: Uint8Array, text: ParsedText) {
    this.#view = new DataView(arena.buffer, arena.byteOffset, arena.byteLength);
    this.#text = text;
    this.#nodes = this.#uint(header.nodes);
    this.#children = this.#uint(header.children);
    this.#values = this.#uint(header.values);
    this.#strings = this.#uint(header.strings);
    this.#offsets = new ByteOffsets(text.given);
  }

  /** Whether the layout is the one that is known, and nobody has added anything to the nodes. */
  isKnown(): boolean {
    return this.#uint(header.size) === nodeSize && this.#uint(header.extras) === 0;
  }

  /** The node of a number with all that is in it; `undefined` where one of them is of another kind. */
  node(id: number): Nodes | undefined {
    const at = this.#nodes + id * nodeSize;
    const kind = this.#view.getUint8(at + field.type);
    if (kind === 10 || kind === 13) {
      const value = this.#string(this.#valueOf(at));
      return this.#placed(kind === 10 ? { type: "text", value } : { type: "inlineCode", value }, at);
    }
    if (kind === 3) return this.#placed({ type: "thematicBreak" }, at);
    if (kind === 14) return this.#placed({ type: "break" }, at);
    const children = this.#childrenOf(at);
    return children && this.#parent(kind, children, at);
  }

  #parent(kind: number, children: Nodes[], at: number): Nodes | undefined {
    // What may stand in what is the parser's to know; the types of lists of children do not say it of numbers.
    const inline = children as PhrasingContent[];
    const blocks = children as BlockContent[];
    const value = this.#valueOf(at);
    switch (kind) {
      case 0:
        return this.#placed({ type: "root", children: blocks }, at);
      case 1:
        return this.#placed({ type: "paragraph", children: inline }, at);
      case 2: {
        // 1 to 6, as the parser counts.
        const depth = this.#view.getUint8(value) as 1 | 2 | 3 | 4 | 5 | 6;
        return this.#placed({ type: "heading", depth, children: inline }, at);
      }
      case 4:
        return this.#placed({ type: "blockquote", children: blocks }, at);
      case 5: {
        const ordered = this.#view.getUint8(value + 4) !== 0;
        const start = ordered ? this.#uint(value) : null;
        const spread = this.#view.getUint8(value + 5) !== 0;
        return this.#placed({ type: "list", ordered, start, spread, children: children as ListItem[] }, at);
      }
      case 6: {
        const task = this.#view.getUint8(value);
        const spread = this.#view.getUint8(value + 1) !== 0;
        return this.#placed(
          { type: "listItem", spread, checked: task === 2 ? null : task === 1, children: blocks },
          at,
        );
      }
      case 11:
        return this.#placed({ type: "emphasis", children: inline }, at);
      case 12:
        return this.#placed({ type: "strong", children: inline }, at);
      case 15: {
        const url = this.#string(value);
        return this.#placed(
          { type: "link", url, title: this.#string(value + 8) || null, children: inline },
          at,
        );
      }
      default:
        return undefined;
    }
  }

  #childrenOf(at: number): Nodes[] | undefined {
    const first = this.#children + this.#uint(at + field.firstChild) * 4;
    const count = this.#uint(at + field.childCount);
    const children: Nodes[] = [];
    for (let index = 0; index < count; index++) {
      const child = this.node(this.#uint(first + index * 4));
      if (!child) return undefined;
      children.push(child);
    }
    return children;
  }

  #placed<Node extends Nodes>(node: Node, at: number): Node {
    const { start } = this.#text;
    if (start && this.#uint(at + field.line) !== 0) {
      node.position = {
        start: this.#point(at + field.start, at + field.line, start),
        end: this.#point(at + field.end, at + field.line + 8, start),
      };
    }
    return node;
  }

  #point(
    offsetAt: number,
    lineAt: number,
    start: TextStart,
  ): { line: number; column: number; offset: number } {
    const line = this.#uint(lineAt);
    const column = this.#uint(lineAt + 4);
    return {
      line: line + start.line,
      column: line === 1 ? column + start.column : column,
      offset: this.#uint(offsetAt) + start.offset,
    };
  }

  /** Where what belongs to a node's kind stands. */
  #valueOf(at: number): number {
    return this.#values + this.#uint(at + field.value);
  }

  /** A string of the text, or of those that are kept behind it. */
  #string(at: number): string {
    const start = this.#uint(at);
    const length = this.#uint(at + 4);
    if (length === 0) return "";
    if (start < this.#offsets.byteLength) {
      const from = this.#offsets.unitAt(start);
      return this.#text.typed.slice(from, this.#offsets.unitAt(start + length));
    }
    const { buffer, byteOffset } = this.#view;
    const bytes = Buffer.from(buffer, byteOffset + this.#strings + start, length);
    const value = bytes.toString("utf8");
    return this.#text.restore?.(value) ?? value;
  }

  #uint(at: number): number {
    return this.#view.getUint32(at, true);
  }
}
