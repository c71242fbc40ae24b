import type { Blockquote, Heading, Paragraph, RootContent } from "mdast";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import { firstLineOf } from "../markdown/line-break.js";
import { plainText } from "../markdown/plain-text.js";
import type { Speaker } from "../model/speaker.js";
import type { LookedAt, Opening } from "./find-openings.js";
import type { InterviewText } from "./interview-text.js";
import type { Manner } from "./manner.js";
import type { Piece, ReadTurn } from "./pieces.js";
import { readPullQuote } from "./read-pull-quote.js";
import { unescapeColons } from "./unescape-colons.js";

/** A section's turns, and what stands before the first. */
export interface ReadSection {
  readonly lead: readonly Piece[];
  readonly turns: readonly ReadTurn[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read the turns of a section from its blocks.
 *
 * A block that opens with a speaker's label starts a turn, and what follows without a label belongs to it. Where the
 * feature has one guest, a headline question (a heading, or a paragraph that is bold from end to end) is over when
 * its block is: the text below it is the guest's answer.
 *
 * @param blocks - The section's blocks, looked at for labels.
 * @param text - The file that they are from.
 * @param manner - How the whole feature is written.
 * @param question - The question of the section's front matter, asked before the text.
 */
export function readTurns(
  blocks: readonly LookedAt[],
  text: InterviewText,
  manner: Manner,
  question: ReadTurn | undefined,
): ReadSection {
  const reading = new Reading(text, manner);
  if (question) reading.ask(question);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "opening") reading.open(block);
    else if (block.block.type === "heading") reading.heading(block.block, blocks[index + 1]);
    else reading.add(block.block);
  }
  return reading.finish();
}

interface OpenTurn {
  readonly speaker: Speaker;
  readonly time: number | null;
  readonly pieces: Piece[];
  readonly span: Span;
  /** What to report if there are no words. A voice needs none: its name says what is heard. */
  readonly label: string;
  readonly timeAsWords: Paragraph | undefined;
}

class Reading {
  readonly #text: InterviewText;
  readonly #manner: Manner;
  readonly #lead: Piece[] = [];
  readonly #turns: ReadTurn[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #current: OpenTurn | undefined;
  /** Whether what comes next without a label answers the question that was just asked. */
  #answering = false;
  #asked: ReadTurn | undefined;

  constructor(text: InterviewText, manner: Manner) {
    this.#text = text;
    this.#manner = manner;
  }

  /** Begin with the question of the front matter. */
  ask(question: ReadTurn): void {
    this.#asked = question;
    this.#turns.push(question);
    this.#answering = this.#manner.onlyGuest !== undefined;
  }

  open({ speaker, label, span, words, timeAsWords, headline }: Opening): void {
    this.#close();
    this.#current = { speaker, time: label.time, pieces: [], span, label: label.label, timeAsWords };
    if (words) this.#place(words);
    this.#answering = headline && speaker.kind === "interviewer" && this.#manner.onlyGuest !== undefined;
  }

  heading(heading: Heading, next: LookedAt | undefined): void {
    const { asker } = this.#manner;
    if (!this.#manner.isQuestion(heading, next)) {
      this.add(heading, next?.kind === "opening");
      return;
    }
    this.#close();
    const span = spanOf(heading);
    this.#current = { speaker: asker, time: null, pieces: [], span, label: "", timeAsWords: undefined };
    this.#place({ ...heading, type: "paragraph" });
    this.#answering = true;
  }

  add(block: RootContent, beforeOpening = false): void {
    const { onlyGuest } = this.#manner;
    if (this.#answering && onlyGuest && !beforeOpening) {
      this.#close();
      this.#current = {
        speaker: onlyGuest,
        time: null,
        pieces: [],
        span: lineOf(block, this.#text),
        label: "",
        timeAsWords: undefined,
      };
    }
    if (!beforeOpening) this.#answering = false;
    this.#place(block);
  }

  finish(): ReadSection {
    this.#close();
    const [first, second] = this.#turns;
    // An editor may name the question in the front matter and leave it in the text as well.
    if (this.#asked && first === this.#asked && second && saysTheSame(first, second)) this.#turns.shift();
    return { lead: this.#lead, turns: this.#turns, diagnostics: this.#diagnostics };
  }

  #place(block: RootContent): void {
    const pieces = this.#current?.pieces ?? this.#lead;
    for (const piece of piecesOf(block, this.#text)) pieces.push(piece);
  }

  #close(): void {
    const turn = this.#current;
    this.#current = undefined;
    if (!turn) return;
    const { speaker, span } = turn;
    // `Break: 12:30` is all there is to say of a break.
    if (turn.pieces.length > 0 || speaker.kind === "voice") {
      this.#turns.push({ speaker, time: turn.time, pieces: turn.pieces, text: this.#text, span });
    } else if (turn.timeAsWords) {
      // `答：10:30` with nothing below it is an answer, and no time mark.
      const pieces = piecesOf(turn.timeAsWords, this.#text);
      this.#turns.push({ speaker, time: null, pieces, text: this.#text, span });
    } else {
      const where = { source: this.#text.source, span };
      this.#diagnostics.push(diagnose("empty-turn", where, { label: turn.label }));
    }
  }
}

/** The pieces that a block makes: one for each picture of a paragraph of pictures, else one. */
export function piecesOf(block: RootContent, text: InterviewText): Piece[] {
  const pictures = text.renderer.pictures(block);
  if (pictures) return pictures.map((picture) => ({ kind: "figure", picture, text }));
  const quote = isBlockquote(block) ? readPullQuote(block, text) : undefined;
  return [quote ?? { kind: "prose", node: block, text }];
}

const isBlockquote = (block: RootContent): block is Blockquote => block.type === "blockquote";

function saysTheSame(a: ReadTurn, b: ReadTurn): boolean {
  return a.speaker.kind === b.speaker.kind && wordsOf(a.pieces) === wordsOf(b.pieces);
}

/** The words of pieces, one line a paragraph: without headings, pictures and pull quotes, which nobody says here. */
export function wordsOf(pieces: readonly Piece[]): string {
  const nodes: RootContent[] = [];
  let isPlain = true;
  for (const piece of pieces) {
    if (piece.kind !== "prose" || piece.node.type === "heading") continue;
    nodes.push(unescapeColons(piece.node, piece.text));
    isPlain &&= piece.text.tree.isPlain;
  }
  return plainText(nodes, { isPlain });
}

function spanOf(block: RootContent): Span {
  return { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
}

/** The block's first line: long answers are not underlined from end to end. */
function lineOf(block: RootContent, text: InterviewText): Span {
  const { start, end } = spanOf(block);
  return { start, end: start + firstLineOf(text.source.text.slice(start, end)).length };
}
