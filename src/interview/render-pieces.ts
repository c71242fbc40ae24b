import type { RootContent } from "mdast";
import type { Block } from "../model/interview.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Figures } from "./figures.js";
import type { InterviewText } from "./interview-text.js";
import type { Piece } from "./pieces.js";
import type { QuoteFinder } from "./pull-quotes.js";
import { unescapeColons } from "./unescape-colons.js";

/** Turns the pieces of one feature into blocks; asked in the order of the text, since notes are numbered by it. */
export class PieceRenderer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #figures: Figures;
  readonly #quotes: QuoteFinder;

  constructor(figures: Figures, quotes: QuoteFinder) {
    this.#figures = figures;
    this.#quotes = quotes;
  }

  /** The blocks of pieces; text that stands together is one block. */
  blocks(pieces: readonly Piece[]): Block[] {
    const blocks: Block[] = [];
    let run: { text: InterviewText; nodes: RootContent[] } | undefined;
    const endRun = (): void => {
      const html = run?.text.renderer.blocks(run.nodes) ?? [];
      run = undefined;
      // A comment alone renders to nothing.
      if (html.some((part) => part !== "")) blocks.push({ kind: "prose", html });
    };
    for (const piece of pieces) {
      if (piece.kind === "prose") {
        if (run?.text !== piece.text) endRun();
        run ??= { text: piece.text, nodes: [] };
        run.nodes.push(unescapeColons(piece.node, piece.text));
        continue;
      }
      endRun();
      if (piece.kind === "figure") blocks.push({ kind: "figure", figure: this.#figures.ofText(piece) });
      else {
        const { quote, diagnostics } = this.#quotes.find(piece);
        this.diagnostics.push(...diagnostics);
        if (quote) blocks.push(quote);
      }
    }
    endRun();
    return blocks;
  }
}
