import { checked, type Checked } from "../diagnostics/checked.js";
import type { Source } from "../diagnostics/source.js";
import { foldName } from "../interview/fold-name.js";
import { readSpeakerLabel } from "../interview/speaker-label.js";
import { chooseLabels, type Candidate } from "./choose-labels.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { findGuestList } from "./guest-list.js";
import { readAround, type Around } from "./lines-around-talk.js";
import { isInterviewerWord } from "./names.js";
import { emptyMasthead, type Script, type ScriptPart } from "./script.js";
import { isTitleLike } from "./section-title.js";
import { readGluedByline, type Byline } from "./byline.js";
import { readCaption } from "./caption.js";
import { cutParagraphs, type TextParagraph } from "./text-paragraphs.js";

/**
 * Read an interview that was pasted as plain text, from a newspaper, a magazine's site or a mail.
 *
 * 1. A line is a paragraph; wrapped lines are joined (`text-paragraphs.ts`).
 * 2. The list of guests is found by its heading (`guest-list.ts`), labels by their rules (`choose-labels.ts`).
 * 3. The talk goes from the first label to the end. A short line without a full stop before a question is the title
 *    of a section (`section-title.ts`); captions, wherever they stand, become pictures (`caption.ts`).
 * 4. What stands before and after the talk is title, date, captions, byline, source, credits and the scan's caption
 *    where it can be told, and the intro where it cannot (`lines-around-talk.ts`).
 * 5. A byline in brackets behind the last words is taken from them (`byline.ts`).
 *
 * @param interviewers - Names that the person who imports gave.
 * @param title - The title that the person who imports gave; the same line in the text is not said twice.
 */
export function readText(
  source: Source,
  interviewers: readonly string[],
  title: string | undefined,
): Checked<Script> {
  const text = source.text.replace(/\r\n?/gu, "\n").replaceAll("\u0000", "");
  const paragraphs = cutParagraphs(text, (line) => readSpeakerLabel(line) !== undefined);
  const list = findGuestList(paragraphs);
  const outside = paragraphs.filter((_, index) => !list || index < list.start || index >= list.end);
  const known = [
    ...(list?.people ?? []).map(({ name }) => name),
    ...(list?.interviewers ?? []),
    ...interviewers,
  ];
  const candidates = outside.map(({ text: line }) => candidateOf(line));
  const isChosen = chooseLabels(
    candidates.filter((one) => one !== undefined),
    known,
  );
  const labels = candidates.map((candidate) => (candidate && isChosen(candidate) ? candidate : undefined));
  const talk = talkStart(outside, labels, interviewers);
  const around = readAround(outside.slice(0, talk.start), outside.slice(talk.end), title);
  const { parts, byline } = readTalk(
    outside.slice(talk.start, talk.end),
    labels.slice(talk.start, talk.end),
    interviewers,
  );
  return checked({
    path: source.path,
    masthead: {
      ...emptyMasthead,
      title: around.title,
      date: around.date,
      people: list?.people ?? [],
      interviewers: list?.interviewers ?? [],
      credits: mergeCredits([...around.credits, ...(byline?.credits ?? [])]),
      source: sourceNamed(around, byline),
      facsimile: around.facsimile,
      edited: around.edited,
    },
    parts: [...around.intro, ...parts, ...around.rest],
    definitions: [],
    todo: around.todo,
  });
}

function candidateOf(line: string): Candidate | undefined {
  const label = readSpeakerLabel(line);
  return label && { label, rest: line.slice(label.bodyStart), opensParagraph: true };
}

type Labels = readonly (Candidate | undefined)[];

/** The talk starts at the title before its first label, if there is one; it ends before what follows the last answer. */
function talkStart(
  paragraphs: readonly TextParagraph[],
  labels: Labels,
  interviewers: readonly string[],
): { start: number; end: number } {
  const first = labels.findIndex((label) => label !== undefined);
  if (first === -1) return { start: paragraphs.length, end: paragraphs.length };
  let start = first;
  while (start > 1 && isSectionTitle(paragraphs, labels, start - 1, interviewers)) start--;
  let end = paragraphs.length;
  const last = labels.findLastIndex((label) => label !== undefined);
  while (end > last + 1 && isTailLine(paragraphs[end - 1]?.text ?? "")) end--;
  return { start, end };
}

function isTailLine(text: string): boolean {
  return readAround([], [{ text, line: 0 }], undefined).rest.length === 0;
}

/** Whether a paragraph is the title of a section: it looks like one, and a question or another title follows. */
function isSectionTitle(
  paragraphs: readonly TextParagraph[],
  labels: Labels,
  at: number,
  interviewers: readonly string[],
): boolean {
  const text = paragraphs[at]?.text;
  if (text === undefined || labels[at] !== undefined || !isTitleLike(text) || readCaption(text)) return false;
  const next = labels[at + 1];
  if (next) return asks(next, labels, interviewers);
  const following = paragraphs[at + 1];
  // `01` on a line of its own, and the title on the next.
  return (
    following !== undefined && text.length <= 8 && isSectionTitle(paragraphs, labels, at + 1, interviewers)
  );
}

/** Whether a label is of somebody who asks: by its word, by the options, or because it opens the talk. */
function asks({ label }: Candidate, labels: Labels, interviewers: readonly string[]): boolean {
  const folded = foldName(label.label);
  const opener = labels.find((one) => one !== undefined)?.label.label;
  return (
    isInterviewerWord(label.label) ||
    interviewers.some((name) => foldName(name) === folded) ||
    (opener !== undefined && foldName(opener) === folded)
  );
}

function readTalk(
  paragraphs: readonly TextParagraph[],
  labels: Labels,
  interviewers: readonly string[],
): { parts: readonly ScriptPart[]; byline: Byline | undefined } {
  const parts: ScriptPart[] = [];
  let byline: Byline | undefined;
  let number: string | undefined;
  for (const [index, { text, line }] of paragraphs.entries()) {
    const label = labels[index];
    const isLast = index === paragraphs.length - 1;
    const glued = isLast ? readGluedByline(text) : undefined;
    byline ??= glued?.byline;
    const words = glued ? text.slice(0, glued.start).trimEnd() : text;
    if (label) {
      parts.push({ kind: "label", label: label.label.label, time: label.label.time, line });
      const said = words.slice(label.label.bodyStart).trim();
      if (said !== "") parts.push({ kind: "words", markdown: escapeMarkdown(said), line });
    } else if (isSectionTitle(paragraphs, labels, index, interviewers)) {
      if (labels[index + 1] === undefined) number = text;
      else {
        parts.push({
          kind: "section",
          title: escapeMarkdown([number, bareTitle(text)].filter(Boolean).join(" ")),
          line,
        });
        number = undefined;
      }
    } else {
      const caption = readCaption(words);
      if (caption) parts.push({ kind: "figure", figure: { src: null, alt: null, ...caption }, line });
      else if (words !== "") parts.push({ kind: "words", markdown: escapeMarkdown(words), line });
    }
  }
  return { parts, byline };
}

/** A title without the brackets and marks that set it off where there is no bold type. */
function bareTitle(text: string): string {
  return text.replace(/^(?:[■◆●▌#*=–—-]+\s*|【\s*)|\s*(?:】|[■◆●#*=–—-]+)$/gu, "").trim() || text;
}

function sourceNamed(around: Around, byline: Byline | undefined): { name: string } | undefined {
  const name = around.source ?? byline?.source;
  return name === undefined ? undefined : { name };
}

type Credits = readonly { readonly work: string; readonly names: readonly string[] }[];

function mergeCredits(credits: Credits): Credits {
  const works = new Map<string, string[]>();
  for (const { work, names } of credits)
    works.set(work, [...new Set([...(works.get(work) ?? []), ...names])]);
  return [...works].map(([work, names]) => ({ work, names }));
}
