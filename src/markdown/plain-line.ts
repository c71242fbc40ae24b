import type { Emphasis, InlineCode, Link, Nodes, PhrasingContent, Strong, Text } from "mdast";
import { classes, classOf } from "./character-class.js";
import { mayOpen } from "./flanks.js";
import {
  beginsBlock,
  isDigit,
  isOfAddress,
  isOfMailbox,
  isOfReference,
  kindOf,
  kinds,
  kindsOfUnits,
  signs,
} from "./plain-signs.js";
import type { TextStart } from "./shift-positions.js";
import { unitsOf } from "./text-units.js";

/** A place as nodes have it. */
type Point = NonNullable<Nodes["position"]>["start"];

/** What ends words: that of their lines, the bracket of a link, or so many stars. */
type Until = "end" | "bracket" | 1 | 2;

/** A text of which the end is not found yet. */
interface PlainText {
  at: number;
  start: Point | undefined;
  /** What it says up to `unread`, where that is not as it was typed. */
  read: string;
  unread: number;
}

/** Goes along the lines of a text that is hoped to be plain. */
export class PlainLine {
  /** In UTF-16 units from the start of the text. */
  at = 0;
  readonly #text: string;
  /** With line feeds behind the last: see {@link unitsOf}. */
  readonly #units: Uint16Array;
  readonly #start: TextStart | undefined;
  readonly #offset: number;
  /** The line of `at` in the file, from 1. */
  #line: number;
  /** What a place of this line has more than its column. */
  #margin: number;
  /** Whether the words may go on in the next line. */
  #mayContinue = false;
  /** Whether any paragraph has had more than one line. */
  hasContinued = false;

  constructor(text: string, start: TextStart | undefined) {
    this.#text = text;
    this.#units = unitsOf(text);
    this.#start = start;
    this.#offset = start?.offset ?? 0;
    this.#line = (start?.line ?? 0) + 1;
    this.#margin = -1 - (start?.column ?? 0);
  }

  /** The unit so far behind this place; a line feed behind the end of the text. */
  unit(ahead = 0): number {
    return this.#units[this.at + ahead] ?? signs.feed;
  }

  /** Whether nothing is left. */
  isEnd(): boolean {
    return this.at >= this.#text.length;
  }

  /** Go to the next line, where this one ends here. */
  skipBreak(): boolean {
    if (this.unit() !== signs.feed || this.isEnd()) return false;
    this.at++;
    this.#line++;
    this.#margin = this.at - 1;
    return true;
  }

  /** This place in the file; `undefined` where nodes get none. */
  point(): Point | undefined {
    return (
      this.#start && { line: this.#line, column: this.at - this.#margin, offset: this.at + this.#offset }
    );
  }

  /** Say of a node that it reaches from there to this place. */
  placed<Node extends Nodes>(node: Node, start: Point | undefined): Node {
    const end = this.point();
    if (start && end) node.position = { start, end };
    return node;
  }

  /** Whether words begin so far behind this place, and no block that is known by its first signs. */
  beginsWords(ahead = 0): boolean {
    const unit = this.unit(ahead);
    if (unit === signs.star) {
      const next = this.unit(ahead + 1);
      return !isStarOrSpace(next) || (next === signs.star && !isStarOrSpace(this.unit(ahead + 2)));
    }
    if (!isDigit(unit)) return !beginsBlock(unit);
    let end = ahead + 1;
    while (isDigit(this.unit(end))) end++;
    const sign = this.unit(end);
    const next = this.unit(end + 1);
    return !((sign === signs.dot || sign === signs.closing) && (next === signs.space || next === signs.feed));
  }

  /** Read the words of one line; `undefined` where they are not plain. */
  line(): PhrasingContent[] | undefined {
    this.#mayContinue = false;
    return this.#words("end");
  }

  /** The same of all the lines of a paragraph. */
  paragraph(): PhrasingContent[] | undefined {
    this.#mayContinue = true;
    return this.#words("end");
  }

  #words(until: Until): PhrasingContent[] | undefined {
    const nodes: PhrasingContent[] = [];
    const text: PlainText = { at: this.at, start: this.point(), read: "", unread: this.at };
    for (;;) {
      this.#skipPlain();
      const unit = this.unit();
      switch (unit) {
        case signs.feed:
          if (this.#continues()) continue;
          if (until !== "end") return undefined;
          this.#endText(text, nodes, true);
          return nodes;
        case signs.bracketEnd:
          if (until !== "bracket") return undefined;
          this.#endText(text, nodes);
          return nodes;
        case signs.backslash:
          if (!isEscaped(this.unit(1))) return undefined;
          text.read += this.#text.slice(text.unread, this.at);
          text.unread = this.at + 1;
          this.at += 2;
          continue;
        case signs.bracket: {
          if (until === "bracket") return undefined;
          const end = this.#endOfRemark();
          if (end === undefined) break;
          this.at = end;
          continue;
        }
        case signs.star: {
          const stars = this.#stars();
          if (stars === undefined) return undefined;
          if (until !== 1 && until !== 2) {
            if (!stars.opens) return undefined;
            break;
          }
          if (stars.count !== until || !stars.closes) return undefined;
          this.#endText(text, nodes);
          return nodes;
        }
        case signs.tick:
          break;
        default:
          if (!this.#isWord(unit)) return undefined;
          this.at += kindOf(unit) === kinds.pair ? 2 : 1;
          continue;
      }
      this.#endText(text, nodes);
      const node = unit === signs.tick ? this.#code() : unit === signs.star ? this.#emphasis() : this.#link();
      if (!node) return undefined;
      nodes.push(node);
      text.at = this.at;
      text.start = this.point();
      text.read = "";
      text.unread = this.at;
    }
  }

  /** Go to the next line, where the words go on there. */
  #continues(): boolean {
    if (!this.#mayContinue || this.unit(1) === signs.feed || this.unit(-1) === signs.space) return false;
    // Bars and colons may make a table of both lines.
    if (this.unit(1) === signs.bar || this.unit(1) === signs.colon || !this.beginsWords(1)) return false;
    this.hasContinued = true;
    return this.skipBreak();
  }

  /** Add the text up to this place, at the end of a block without the spaces at its own end. */
  #endText({ at, start, read, unread }: PlainText, nodes: PhrasingContent[], isLast = false): void {
    const end = this.at;
    if (isLast) while (this.at > unread && this.unit(-1) === signs.space) this.at--;
    if (this.at > at) {
      const value = read + this.#text.slice(unread, this.at);
      nodes.push(this.placed<Text>({ type: "text", value }, start));
    }
    this.at = end;
  }

  #skipPlain(): void {
    const units = this.#units;
    let { at } = this;
    while (kindsOfUnits[units[at] ?? signs.feed] === kinds.plain) at++;
    this.at = at;
  }

  /** Whether a sign that may begin something is one of the words here. */
  #isWord(unit: number): boolean {
    switch (unit) {
      case signs.dot:
        // `www.`
        return ![-1, -2, -3].every((ahead) => (this.unit(ahead) | 32) === signs.w);
      case signs.colon:
        // `https://`
        return this.unit(1) !== signs.slash;
      case signs.ampersand:
        return !this.#isReference();
      case signs.at:
        return !isOfMailbox(this.unit(-1));
      case signs.underscore:
        return classOf(this.unit(-1)) === classes.other && classOf(this.unit(1)) === classes.other;
      case signs.bang:
        return this.unit(1) !== signs.bracket;
      default:
        return kindOf(unit) === kinds.pair && (this.unit(1) & 0xfc00) === 0xdc00;
    }
  }

  /** Whether a `&` may stand for another character. */
  #isReference(): boolean {
    let ahead = 1;
    while (isOfReference(this.unit(ahead))) ahead++;
    return this.unit(ahead) === signs.semicolon;
  }

  /**
   * Where a remark in brackets ends, `[laughs]`, which are signs of the words where no label is defined.
   *
   * @returns `undefined` where it is none, but may be a link.
   */
  #endOfRemark(): number | undefined {
    const start = this.at;
    if (this.unit(1) === signs.caret) return undefined;
    this.at++;
    for (;;) {
      this.#skipPlain();
      const unit = this.unit();
      if (unit === signs.bracketEnd || !this.#isWord(unit)) break;
      this.at += kindOf(unit) === kinds.pair ? 2 : 1;
    }
    const end = this.at;
    const isClosed = this.unit() === signs.bracketEnd;
    const next = this.unit(1);
    this.at = start;
    const isMore =
      next === signs.opening || next === signs.bracket || (next === signs.colon && !this.#isAmidWords());
    // `[x]` at the start of an item is a task.
    return isClosed && !isMore && end > start + 2 ? end + 1 : undefined;
  }

  /** Whether no paragraph can begin here, and so no definition of a label. */
  #isAmidWords(): boolean {
    return this.at > 2 && this.unit(-1) === signs.space ? this.unit(-2) !== signs.dash : false;
  }

  /** The run of stars at this place; `undefined` for more than two, and beside characters that are not sure. */
  #stars(): { readonly count: 1 | 2; readonly opens: boolean; readonly closes: boolean } | undefined {
    const count = this.unit(1) === signs.star ? 2 : 1;
    if (this.unit(count) === signs.star) return undefined;
    const before = classOf(this.at === 0 ? signs.feed : this.unit(-1));
    const after = classOf(this.unit(count));
    if (before === undefined || after === undefined) return undefined;
    return { count, opens: mayOpen(before, after), closes: mayOpen(after, before) };
  }

  /** What stands between two runs of as many stars. */
  #emphasis(): Emphasis | Strong | undefined {
    const start = this.point();
    const count = this.unit(1) === signs.star ? 2 : 1;
    this.at += count;
    const children = this.#words(count);
    if (!children) return undefined;
    this.at += count;
    return this.placed({ type: count === 1 ? "emphasis" : "strong", children }, start);
  }

  /** Code between single ticks, without spaces at its ends. */
  #code(): InlineCode | undefined {
    const start = this.point();
    const from = ++this.at;
    while (this.unit() !== signs.tick) {
      const kind = kindOf(this.unit());
      if (kind === kinds.never || this.unit() === signs.feed) return undefined;
      if (kind === kinds.pair && !this.#isWord(this.unit())) return undefined;
      this.at += kind === kinds.pair ? 2 : 1;
    }
    const value = this.#text.slice(from, this.at++);
    if (value === "" || value.startsWith(" ") || value.endsWith(" ")) return undefined;
    if (this.unit() === signs.tick) return undefined;
    return this.placed<InlineCode>({ type: "inlineCode", value }, start);
  }

  /** `[words](address)`, the address without spaces, brackets and signs that may stand for others. */
  #link(): Link | undefined {
    const start = this.point();
    this.at++;
    const children = this.#words("bracket");
    if (!children || children.length === 0 || this.unit(1) !== signs.opening) return undefined;
    this.at += 2;
    const from = this.at;
    while (isOfAddress(this.unit())) this.at++;
    const url = this.#text.slice(from, this.at);
    if (url === "" || this.unit() !== signs.closing) return undefined;
    this.at++;
    return this.placed<Link>({ type: "link", title: null, url, children }, start);
  }
}

const isStarOrSpace = (unit: number): boolean =>
  unit === signs.star || unit === signs.space || unit === signs.feed;
/** Brackets alone: other signs may become part of an address without their backslash. */
const isEscaped = (unit: number): boolean =>
  unit === signs.bracket || unit === signs.bracketEnd || unit === signs.opening || unit === signs.closing;
