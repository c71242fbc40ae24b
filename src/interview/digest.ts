import type { Digest } from "../model/digest.js";
import type { Masthead } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import { shortHashOf } from "../model/hash.js";
import { turnsOf, type Block, type Interview, type TypedLink } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";
import { roleOf } from "./role-of-turn.js";
import { anchorsOf } from "./anchors-of.js";
import { firstPullQuote } from "./first-quote.js";
import { readingMinutes } from "./reading-time.js";

/** Note what the rest of the site needs to know of an interview. */
export function digestOf(masthead: Masthead, interview: Interview, links: readonly TypedLink[]): Digest {
  const minutes = readingMinutes(masthead, interview);
  const quote = firstPullQuote(interview);
  return {
    minutes,
    quote,
    listed: shortHashOf(JSON.stringify([masthead, minutes, quote])),
    anchors: [...anchorsOf(masthead, interview)].join(" "),
    links,
    files: [...filesOf(masthead, interview)],
    shape: shapeOf(interview),
    timed: interview.sections.some((section) => turnsOf(section).some(({ time }) => time !== null)),
  };
}

/** Who says what in which order, as far as a translation has to follow its original. */
function shapeOf({ sections }: Interview): string {
  return shortHashOf(...sections.map((section) => [section.id, ...turnsOf(section).map(roleOf)].join(" ")));
}

/** The pictures of a page, and the files that its texts lead to. */
function filesOf(masthead: Masthead, interview: Interview): Set<FilePath> {
  const files = new Set<FilePath>();
  const addFigure = (figure: Figure | null): void => {
    if (figure) files.add(figure.picture.file);
  };
  const addText = (text: RichText): void => {
    for (const file of filesIn(text)) files.add(file);
  };
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === "figure") addFigure(block.figure);
      else if (block.kind === "prose") addText(block.html);
    }
  };
  addFigure(masthead.cover);
  addFigure(masthead.facsimile);
  for (const { portrait } of masthead.guests) addFigure(portrait);
  for (const text of [masthead.standfirst, masthead.edited, interview.notes]) addText(text);
  for (const { text } of masthead.corrections) addText(text);
  addBlocks(interview.intro);
  for (const section of interview.sections) {
    addBlocks(section.lead);
    for (const turn of turnsOf(section)) addBlocks(turn.blocks);
  }
  return files;
}

/** The content files that a text leads to or shows. */
export function filesIn(text: RichText): FilePath[] {
  return text.flatMap((part) =>
    typeof part !== "string" && part.kind === "reference" && part.target.to === "file"
      ? [part.target.file]
      : [],
  );
}
