import type { Heading, Paragraph, RootContent } from "mdast";
import type { Span } from "../diagnostics/place.js";
import { cutBefore } from "../markdown/cut.js";
import { firstLineOf } from "../markdown/line-break.js";
import type { Speaker } from "../model/speaker.js";
import type { Cast, Resolution } from "./cast.js";
import { cutAfter, lineStarts } from "./cut-lines.js";
import type { InterviewText } from "./interview-text.js";
import { readSpeakerLabel, type SpeakerLabel } from "./speaker-label.js";
import { isRemarkWord } from "./speaker-names.js";

/** A block whose first line has been looked at for a speaker. */
export type LookedAt = Opening | Unlabelled;

/** A block that opens a turn. */
export interface Opening {
  readonly kind: "opening";
  readonly speaker: Speaker;
  /** What the label was found to be; a turn is opened for the nearest speaker too, so that one slip is one error. */
  readonly resolution: Resolution;
  readonly label: SpeakerLabel;
  /** The name in the file. */
  readonly span: Span;
  /** The words behind the label; `undefined` where the label has the block to itself. */
  readonly words: Paragraph | undefined;
  /** For a name and a bare time that have the block to themselves: the time as words, should there be no others. */
  readonly timeAsWords: Paragraph | undefined;
  /** Whether the block is a heading, or a paragraph that is a question in bold from end to end. */
  readonly headline: boolean;
  /** The heading that the label stands in; `undefined` for a paragraph. */
  readonly heading: Heading | undefined;
}

/** A block that opens no turn; with the candidate for a label, where its first line has one. */
export interface Unlabelled {
  readonly kind: "unlabelled";
  readonly block: RootContent;
  readonly candidate: { readonly label: SpeakerLabel; readonly span: Span } | undefined;
}

/**
 * Look at every block for the labels that open turns.
 *
 * The first line of a paragraph opens a turn if it starts with the label of a speaker, or with one so near to a
 * speaker's that a slip is likely. A further line of a paragraph does if it starts with exactly a speaker's label, and
 * either the paragraph itself opens a turn (`Q: …` and `A: …` on two lines) or the label is bold or has a time; so
 * `Ines: …` in the middle of wrapped prose stays prose. A heading is read without its `#`.
 */
export function findOpenings(blocks: readonly RootContent[], text: InterviewText, cast: Cast): LookedAt[] {
  const found: LookedAt[] = [];
  for (const block of blocks) {
    if (block.type === "heading") found.push(lookAtHeading(block, text, cast));
    else if (block.type === "paragraph") lookAtParagraph(block, text, cast, found);
    else if (block.type !== "definition" && block.type !== "footnoteDefinition") {
      found.push({ kind: "unlabelled", block, candidate: undefined });
    }
  }
  return found;
}

function lookAtHeading(heading: Heading, text: InterviewText, cast: Cast): LookedAt {
  const { start, end } = offsetsOf(heading);
  const typed = text.source.text.slice(start, end);
  const marks = /^#{1,6}[ \t]+/.exec(typed)?.[0].length ?? 0;
  const line = firstLineOf(typed.slice(marks)).replace(/[ \t]+#+[ \t]*$/, "");
  const paragraph: Paragraph = { ...heading, type: "paragraph" };
  const looked = lookAtLine(paragraph, line, start + marks, text, cast);
  if (looked.kind === "opening") return { ...looked, headline: true, heading };
  return nameAsHeading(heading, line, start + marks, cast) ?? { ...looked, block: heading };
}

/** `### 陆望川` over what 陆望川 says: a heading that is a guest's name and nothing else needs no colon. */
function nameAsHeading(heading: Heading, line: string, at: number, cast: Cast): Opening | undefined {
  const label = readSpeakerLabel(`${line}:`);
  const speaker = label?.ownLine ? cast.speakerCalled(label.label) : undefined;
  if (!label || speaker?.kind !== "guest") return undefined;
  const span = { start: at + label.span.start, end: at + label.span.end };
  return {
    kind: "opening",
    speaker,
    resolution: { found: "speaker", speaker },
    label,
    span,
    words: undefined,
    timeAsWords: undefined,
    headline: true,
    heading,
  };
}

function lookAtParagraph(paragraph: Paragraph, text: InterviewText, cast: Cast, found: LookedAt[]): void {
  const { start, end } = offsetsOf(paragraph);
  const first = firstLineOf(text.source.text.slice(start, end));
  const looked = lookAtLine(paragraph, first, start, text, cast);
  const starts = start + first.length < end ? lineStarts(paragraph, text.source) : [];
  const opens = looked.kind === "opening";
  const cuts = starts.filter((at) => opensInside(at, end, opens, text, cast));
  if (cuts.length === 0) {
    found.push(looked);
    return;
  }
  let from = start;
  let rest = paragraph;
  for (const cut of [...cuts, undefined]) {
    const piece = cut === undefined ? rest : cutAfter(rest, cut, text.source);
    found.push(lookAtLine(piece, firstLineOf(text.source.text.slice(from, cut ?? end)), from, text, cast));
    if (cut === undefined) return;
    rest = cutBefore(rest, cut, text.source);
    from = cut;
  }
}

function opensInside(at: number, end: number, opens: boolean, text: InterviewText, cast: Cast): boolean {
  const label = readSpeakerLabel(firstLineOf(text.source.text.slice(at, end)));
  if (!label || (!opens && label.form === "plain" && label.time === null)) return false;
  return cast.speakerCalled(label.label) !== undefined;
}

function lookAtLine(block: Paragraph, line: string, at: number, text: InterviewText, cast: Cast): LookedAt {
  const label = readSpeakerLabel(line);
  if (!label) return { kind: "unlabelled", block, candidate: undefined };
  const span = { start: at + label.span.start, end: at + label.span.end };
  const resolution = cast.resolve(label.label);
  const speaker = speakerOf(resolution, label, cast);
  if (!speaker) return { kind: "unlabelled", block, candidate: { label, span } };
  const words = cutBefore(block, at + label.bodyStart, text.source);
  const { timeSpan } = label;
  const mayBeWords =
    label.ownLine && label.form === "plain" && timeSpan !== null && timeSpan.start > label.span.end;
  const rest = block.position?.end.offset ?? 0;
  return {
    kind: "opening",
    speaker,
    resolution,
    label,
    span,
    words: words.children.length > 0 ? words : undefined,
    timeAsWords: mayBeWords ? cutBefore(block, at + timeSpan.start, text.source) : undefined,
    headline: label.openMark !== "" && isClosedAtEnd(text.source.text.slice(at, rest), label.openMark),
    heading: undefined,
  };
}

/** Who is taken to speak; `undefined` where the label is none. */
function speakerOf(resolution: Resolution, label: SpeakerLabel, cast: Cast): Speaker | undefined {
  switch (resolution.found) {
    case "speaker":
      return resolution.speaker;
    case "several":
      return resolution.speakers[0];
    case "near":
      // `note: …` in lower case is no name with a slip in it, and neither is a word that introduces a remark.
      if (isRemarkWord(label.label) || (label.form === "plain" && /^\p{Ll}/u.test(label.label)))
        return undefined;
      return resolution.speaker;
    case "none":
      return jointSpeakers(label.label, cast)?.[0];
  }
}

/** The speakers of a label that names several, `Ines and Tobias`; `undefined` where one of its parts is nobody. */
export function jointSpeakers(label: string, cast: Cast): readonly Speaker[] | undefined {
  const parts = label
    .split(/\s*(?:[、/&+]|,\s|\s(?:and|et|und|y|e)\s|和|与|與)\s*/u)
    .filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  const speakers: Speaker[] = [];
  for (const part of parts) {
    const speaker = cast.speakerCalled(part);
    if (!speaker) return undefined;
    speakers.push(speaker);
  }
  return speakers;
}

const isClosedAtEnd = (typed: string, mark: string): boolean => typed.trimEnd().endsWith(mark);

function offsetsOf(block: RootContent): Span {
  return { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
}
