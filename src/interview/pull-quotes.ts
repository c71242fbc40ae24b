import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { PullQuote } from "../model/interview.js";
import type { Anchor } from "../model/ids.js";
import type { Speaker } from "../model/speaker.js";
import type { Cast } from "./cast.js";
import { nearestPassage } from "./nearest-passage.js";
import { once } from "./once.js";
import type { QuotePiece } from "./pieces.js";

/** An answer as far as quotes are looked for in it. */
export interface QuotableAnswer {
  readonly id: Anchor;
  readonly speaker: Speaker;
  readonly text: string;
}

/** Looks for the words of pull quotes in the answers of a feature. */
export class QuoteFinder {
  readonly #cast: Cast;
  readonly #answers: () => readonly (QuotableAnswer & { readonly folded: () => string })[];

  /** @param answers - Gives them in order; asked where there is a quote, which few features have. */
  constructor(cast: Cast, answers: () => readonly QuotableAnswer[]) {
    this.#cast = cast;
    this.#answers = once(() =>
      answers().map((answer) => ({ ...answer, folded: once(() => foldWords(answer.text)) })),
    );
  }

  /**
   * Verify that the guest says the words in this feature, up to white space, quotation marks, width and `……`, which may
   * stand for words left out within one answer.
   */
  find(piece: QuotePiece): { quote: PullQuote | undefined; diagnostics: readonly Diagnostic[] } {
    const guest = this.#guestOf(piece);
    const source = piece.text.source;
    if ("diagnostic" in guest) return { quote: undefined, diagnostics: [guest.diagnostic] };
    const { speaker, diagnostics } = guest;
    const parts = piece.words
      .normalize("NFKC")
      .split(ellipsis)
      .map(foldWords)
      .filter((part) => part !== "");
    if (parts.length === 0) {
      const empty = diagnose("empty-quote", { source, span: piece.span }, { name: speaker.name });
      return { quote: undefined, diagnostics: [...diagnostics, empty] };
    }
    const said = this.#answers().filter((answer) => says(answer.folded(), parts));
    const answer = said.find((one) => one.speaker.id === speaker.id);
    if (answer) {
      const { words: text } = piece;
      const quote = {
        kind: "pull-quote",
        guest: speaker.id,
        name: speaker.name,
        text,
        answer: answer.id,
      } as const;
      return { quote, diagnostics };
    }
    const own = this.#answers()
      .filter((one) => one.speaker.id === speaker.id)
      .map(({ text }) => text);
    const near = nearestPassage(piece.words, own);
    const params = { name: speaker.name, near, by: said[0]?.speaker.name };
    const unsaid = diagnose("unsaid-quote", { source, span: piece.span }, params);
    return { quote: undefined, diagnostics: [...diagnostics, unsaid] };
  }

  #guestOf(
    piece: QuotePiece,
  ):
    | { speaker: Extract<Speaker, { kind: "guest" }>; diagnostics: readonly Diagnostic[] }
    | { diagnostic: Diagnostic } {
    const where = { source: piece.text.source, span: piece.labelSpan };
    const { label } = piece;
    const [only, other] = this.#cast.guestSpeakers;
    if (label === "" && only && !other) return { speaker: only, diagnostics: [] };
    const resolution = this.#cast.resolve(label);
    if (resolution.found === "several") {
      const names = resolution.speakers.map(({ name }) => name);
      return { diagnostic: diagnose("ambiguous-speaker", where, { label, names }) };
    }
    if (resolution.found === "none" || resolution.speaker.kind !== "guest") {
      return { diagnostic: diagnose("quote-without-guest", where, { label }) };
    }
    if (resolution.found === "speaker") return { speaker: resolution.speaker, diagnostics: [] };
    const near = diagnose("unknown-speaker", where, { label, near: resolution.nearest, times: 1 });
    return { speaker: resolution.speaker, diagnostics: [near] };
  }
}

/** Whether the parts occur one after the other. */
function says(folded: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = folded.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

const ellipsis = /\.{2,}|⋯+/u;

/** Without what need not be the same: white space, quotation marks, dots that stand for a pause, width. */
function foldWords(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\.{2,}|⋯+/gu, "")
    .replace(/[\s\u200b"'“”‘’„‚«»‹›「」『』《》〈〉]/gu, "");
}
