import type { FeatureDocument } from "../content/document.js";
import { checked, type Checked } from "../diagnostics/checked.js";
import { Footnotes } from "../markdown/footnotes.js";
import { languageTag, type FilePath, type LanguageTag } from "../model/ids.js";
import type { Interview, Section, Turn, TypedLink } from "../model/interview.js";
import { emptyRichText } from "../model/rich-text.js";
import { readAppearances, type CastAppearance } from "./appearances.js";
import { assembleCast, type Cast } from "./cast.js";
import type { InterviewContext } from "./context.js";
import { digestOf } from "./digest.js";
import { headOf, type FeatureHead } from "./feature-head.js";
import { Figures } from "./figures.js";
import { guestsIn } from "./rules/find-guest.js";
import { interviewerName } from "./interviewer-name.js";
import { readMasthead } from "./masthead.js";
import { numberTurns, type SectionWithLead } from "./number-turns.js";
import { kindOf, type Piece } from "./pieces.js";
import { QuoteFinder, type QuotableAnswer } from "./pull-quotes.js";
import { piecesOf, wordsOf } from "./read-turns.js";
import { PieceRenderer } from "./render-pieces.js";
import { rules } from "./rules/index.js";
import { isAnswer, type NumberedTurn } from "./rules/rule.js";
import { splitSections } from "./split-sections.js";
import { reportLabels } from "./unknown-speakers.js";

/** A feature in one language, understood: all of its edition but its address. */
export interface Interpretation {
  readonly head: FeatureHead;
  readonly interview: Interview;
}

/**
 * Interpret one feature: who its speakers are, where each turn begins, what is asked and who answers.
 *
 * A function of the feature's files and of the context. There is always a value, so that everything else of the
 * feature is checked in the same run; a label with a slip is read as the speaker it is nearest to.
 */
export function interpretFeature(
  document: FeatureDocument,
  context: InterviewContext,
): Checked<Interpretation> {
  const language = languageTag(
    document.translation ?? document.front.value.language ?? context.settings.language,
  );
  const appearances = readAppearances(document, context);
  const cast = castOf(document, appearances.guests, language, context);
  const footnotes = new Footnotes(document.file);
  const shared = { page: document.file, footnotes, pictureOf: context.pictures, parser: context.parser };

  const split = splitSections(document, cast, shared);
  const labels = reportLabels(split.lookedAt, cast, split.manner);
  const {
    sections,
    questions,
    diagnostics: problems,
  } = numberTurns(split.sections, split.manner, cast, shared);
  const texts = [...split.texts, ...questions];
  const turns = sections.flatMap((section) => section.turns);
  const judged = rules.flatMap((rule) =>
    rule({ document, cast, guests: appearances.guests, sections, turns }),
  );

  const figures = new Figures(document, context);
  const answers = (): QuotableAnswer[] =>
    turns.filter(isAnswer).map(({ id, speaker, words }) => ({ id, speaker, text: words }));
  const renderer = new PieceRenderer(figures, new QuoteFinder(cast, answers));
  const intro = split.intro.blocks.flatMap((block) => piecesOf(block, split.intro.text));
  // One paragraph before the first section is the standfirst; more than one is an introduction.
  const asStandfirst = document.front.value.standfirst === undefined && isOneParagraph(intro);
  const introBlocks = renderer.blocks(intro);
  const [standfirst] = asStandfirst ? introBlocks : [];
  const masthead = readMasthead(document, {
    guests: appearances.guests,
    figures,
    shared,
    slugger: context.slugger,
    standfirst: standfirst?.kind === "prose" ? standfirst.html : emptyRichText,
    opening: wordsOf(intro) || (turns[0]?.words ?? ""),
  });
  const rendered = sections.map((section) => toSection(section, renderer, cast));
  const notes = footnotes.render();
  const links = texts.flatMap((text) => text.renderer.links);
  const interview: Interview = {
    language,
    intro: asStandfirst ? [] : introBlocks,
    sections: rendered,
    notes,
  };
  const digest = digestOf(masthead.masthead, interview, [...masthead.links, ...links]);
  const head = headOf(document, { language, masthead: masthead.masthead, digest });
  return checked({ head, interview }, [
    ...appearances.diagnostics,
    ...split.diagnostics,
    ...labels,
    ...problems,
    ...judged,
    ...renderer.diagnostics,
    ...figures.diagnostics,
    ...figures.unused(filesOf(links)),
    ...masthead.diagnostics,
    ...texts.flatMap((text) => text.renderer.diagnostics),
  ]);
}

function castOf(
  { front }: FeatureDocument,
  guests: readonly CastAppearance[],
  language: LanguageTag,
  { settings }: InterviewContext,
): Cast {
  const { interviewers, voices } = front.value;
  return assembleCast({
    guests,
    interviewers: interviewers.map(({ name, label = null }) => ({ name, label })),
    interviewerLabels: settings.speakers.interviewer,
    interviewerName: interviewerName(settings.speakers.interviewer, language),
    voices: [...voices, ...settings.speakers.voices],
  });
}

function toSection(
  { id, input, lead, exchanges }: SectionWithLead,
  renderer: PieceRenderer,
  cast: Cast,
): Section {
  const toTurn = (turn: NumberedTurn): Turn => ({
    id: turn.id,
    kind: kindOf(turn),
    speaker: turn.speaker,
    time: turn.time,
    blocks: renderer.blocks(turn.pieces),
    text: turn.words,
    file: turn.text.file,
    line: turn.text.source.lineOf(turn.span.start),
  });
  return {
    id,
    title: input.title,
    file: input.text.file,
    line: input.place.source.lineOf(input.place.span.start),
    lead: renderer.blocks(lead),
    exchanges: exchanges.map(({ questions, replies }) => {
      return { questions: questions.map(toTurn), replies: replies.map(toTurn) };
    }),
    declined: guestsIn(
      input.declined.map(({ value }) => value),
      cast,
    ),
  };
}

function isOneParagraph(pieces: readonly Piece[]): boolean {
  const [only, other] = pieces;
  return only?.kind === "prose" && only.node.type === "paragraph" && !other;
}

function filesOf(links: readonly TypedLink[]): ReadonlySet<FilePath> {
  return new Set(links.flatMap(({ target }) => (target.to === "file" ? [target.file] : [])));
}
