import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parseMarkdownValue } from "../markdown/parse-markdown.js";
import { createRenderer } from "../markdown/render-blocks.js";
import { Anchors, idsOfPage } from "./anchors.js";
import type { Cast } from "./cast.js";
import { groupExchanges } from "./exchanges.js";
import type { InterviewText, SharedByTexts } from "./interview-text.js";
import type { Manner } from "./manner.js";
import { kindOf, type Piece, type ReadTurn } from "./pieces.js";
import { piecesOf, readTurns, wordsOf } from "./read-turns.js";
import type { NumberedSection, NumberedTurn } from "./rules/rule.js";
import type { SectionInput } from "./section-input.js";
import { hasEscapedColons } from "./unescape-colons.js";

/** A numbered section with what stands before its first turn. */
export interface SectionWithLead extends NumberedSection {
  readonly lead: readonly Piece[];
}

/** Read the turns of every section, and give sections and turns their ids. */
export function numberTurns(
  sections: readonly SectionInput[],
  manner: Manner,
  cast: Cast,
  shared: SharedByTexts,
): {
  sections: readonly SectionWithLead[];
  /** The questions of front matter, each a text of its own. */
  questions: readonly InterviewText[];
  diagnostics: readonly Diagnostic[];
} {
  const anchors = new Anchors(idsOfPage(cast.guests.map(({ id }) => id)));
  const diagnostics: Diagnostic[] = [];
  const questions: InterviewText[] = [];
  const numbered = sections.map((input): SectionWithLead => {
    const question = questionOf(input, manner, shared);
    if (question) questions.push(question.text);
    const read = readTurns(input.blocks, input.text, manner, question);
    diagnostics.push(...read.diagnostics);
    const id = anchors.section(input.id);
    const turns = read.turns.map((turn): NumberedTurn => {
      // Named one by one, for copying all that an object has takes as long as reading its words.
      const { speaker, time, pieces, text, span } = turn;
      return { speaker, time, pieces, text, span, id: anchors.turn(id, speaker), words: wordsOf(pieces) };
    });
    return { id, input, lead: read.lead, turns, exchanges: groupExchanges(turns, kindOf) };
  });
  return { sections: numbered, questions, diagnostics };
}

/** The question that a section's front matter asks, as a turn. */
function questionOf(
  { question, text }: SectionInput,
  { asker }: Manner,
  shared: SharedByTexts,
): ReadTurn | undefined {
  if (!question) return undefined;
  const { value, source, span } = question;
  const tree = parseMarkdownValue(value, source, span, shared.parser);
  const { file } = text;
  const renderer = createRenderer({ file, tree, ...shared });
  const ownText = { file, source, tree, renderer, hasEscapedColons: hasEscapedColons(value) };
  const pieces = tree.root.children.flatMap((block) => piecesOf(block, ownText));
  return { speaker: asker, time: null, pieces, text: ownText, span };
}
