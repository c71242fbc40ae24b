import { diagnose } from "../diagnostics/diagnostic.js";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import type { Source } from "../diagnostics/source.js";
import { foldName } from "../interview/fold-name.js";
import { readSpeakerLabel } from "../interview/speaker-label.js";
import { chooseLabels, readsLikeName, type Candidate } from "./choose-labels.js";
import { cutMarkdown, type MarkdownBlock } from "./markdown-blocks.js";
import { escapeLineStart } from "./escape-markdown.js";
import { readNotesBeforeTalk } from "./notes-before-talk.js";
import { pictureOf } from "./markdown-picture.js";
import { isInterviewerWord } from "./names.js";
import { emptyMasthead, type Script, type ScriptMasthead, type ScriptPart } from "./script.js";
import { readTranscriptFrontMatter, splitFrontMatter } from "./transcript-front-matter.js";

/**
 * Read a transcript in Markdown: front matter, where there is any, headings, labelled turns in all the forms of
 * the content format, or headings that are the questions of an interview with one guest.
 *
 * The Markdown of the words is kept as it was typed.
 *
 * @param interviewers - Names that the person who imports gave.
 * @returns Nothing where the front matter is not YAML.
 */
export function readMarkdown(source: Source, interviewers: readonly string[]): Checked<Script> {
  const text = source.text.replace(/\r\n?/gu, "\n");
  const { yaml, body, bodyLine } = splitFrontMatter(text);
  const front = yaml === undefined ? { masthead: emptyMasthead, todo: [] } : readTranscriptFrontMatter(yaml);
  if ("broken" in front) {
    const start = text.indexOf("\n") + 1 + front.offset;
    const span = { start, end: start + 1 };
    return unusable([diagnose("import-front-matter", { source, span }, { problem: front.broken })]);
  }
  const { rest, definitions } = takeDefinitions(body);
  const blocks = cutMarkdown(rest, bodyLine);
  const known = [
    ...front.masthead.people.map(({ name }) => name),
    ...front.masthead.interviewers,
    ...interviewers,
  ];
  const parts = readParts(blocks, known, front.masthead);
  const notes = readNotesBeforeTalk(parts, front.masthead);
  return checked({
    path: source.path,
    masthead: notes.masthead,
    parts: notes.parts,
    definitions,
    todo: front.todo,
  });
}

/** Take out the lines that define links and notes; others take their place, so that lines keep their numbers. */
function takeDefinitions(body: string): { rest: string; definitions: readonly string[] } {
  const definitions: string[] = [];
  let fenced = false;
  let inNote = false;
  const lines = body.split("\n").map((line) => {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) fenced = !fenced;
    if (fenced) return line;
    const continues = inNote && /^(?: {4}|\t)\S/u.test(line);
    if (continues || /^ {0,3}\[(?!\d+(?::\d+)+\])[^\]\n]+\]:[ \t]*\S/u.test(line)) {
      inNote ||= /^ {0,3}\[\^/u.test(line);
      definitions.push(line.trimEnd());
      return "";
    }
    if (line.trim() !== "") inNote = false;
    return line;
  });
  return { rest: lines.join("\n"), definitions };
}

function readParts(
  blocks: readonly MarkdownBlock[],
  known: readonly string[],
  masthead: ScriptMasthead,
): ScriptPart[] {
  const candidates = blocks.flatMap((block) => (block.kind === "paragraph" ? candidatesOf(block) : []));
  const isChosen = chooseLabels(candidates, known);
  const questions = questionHeadings(blocks, isChosen);
  // Where headings ask, a bold word with a colon is a heading of the answer's own, unless it is known to be a name.
  const labelled = questions?.labelled !== false || blocks.some((block) => headingLabel(block) !== undefined);
  const title = masthead.title === undefined ? titleHeading(blocks) : undefined;
  return blocks.flatMap((block): ScriptPart[] => {
    if (block === title) return [];
    if (block.kind === "heading") return headingParts(block, questions?.level);
    if (block.kind !== "paragraph" || !labelled) return blockParts(block);
    return paragraphParts(block, isChosen);
  });
}

/** Headings that ask: their level, and whether the answers below them have labels. */
interface QuestionHeadings {
  readonly level: number;
  readonly labelled: boolean;
}

/**
 * The headings that are the questions: at least two of a level, and most of that level, end with a question mark, and
 *
 * - either answers without a label stand below some of them, and labels are few in the text,
 * - or below each of them everyone speaks once at most, with a label, as at a round table.
 *
 * In a transcript with labels the headings may well be questions, too; they are titles there.
 */
function questionHeadings(
  blocks: readonly MarkdownBlock[],
  isChosen: (candidate: Candidate) => boolean,
): QuestionHeadings | undefined {
  for (let level = 2; level <= 4; level++) {
    const headings = blocks.flatMap((block, index) =>
      block.kind === "heading" && block.level === level && block.heading !== "" ? [index] : [],
    );
    const asking = headings.filter((index) => /[?？]["”』」*_]*$/u.test(blocks[index]?.heading ?? "")).length;
    if (asking < 2 || asking * 2 < headings.length) continue;
    const stretches = headings.map((start, at) =>
      blocks.slice(start + 1, headings[at + 1] ?? blocks.length).map((block) => chosenLabel(block, isChosen)),
    );
    const uses = stretches.flat().filter((label) => label !== undefined).length;
    const open = stretches.filter(([first]) => first === undefined).length;
    if (open > 0 && uses < 3 * headings.length) return { level, labelled: false };
    if (open === 0 && stretches.every(speaksOnceEach)) return { level, labelled: true };
  }
  return undefined;
}

function speaksOnceEach(labels: readonly (string | undefined)[]): boolean {
  const given = labels.filter((label) => label !== undefined);
  return new Set(given).size === given.length;
}

function chosenLabel(block: MarkdownBlock, isChosen: (candidate: Candidate) => boolean): string | undefined {
  const candidate = block.kind === "paragraph" ? candidateOf(block.lines[0] ?? "", 0) : undefined;
  return candidate && isChosen(candidate) ? foldName(candidate.label.label) : undefined;
}

/** A first heading above all others is the title of the text. */
function titleHeading(blocks: readonly MarkdownBlock[]): MarkdownBlock | undefined {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const [first] = headings;
  return first?.level === 1 && first === blocks[0] && headings.filter(({ level }) => level === 1).length === 1
    ? first
    : undefined;
}

function headingLabel(
  block: MarkdownBlock,
): { label: string; time: number | null; rest: string } | undefined {
  if (block.kind !== "heading") return undefined;
  const label = readSpeakerLabel(block.heading);
  if (!label || !isInterviewerWord(label.label)) return undefined;
  return { label: label.label, time: label.time, rest: block.heading.slice(label.bodyStart).trim() };
}

function headingParts(block: MarkdownBlock, questionLevel: number | undefined): ScriptPart[] {
  const { heading, line, level } = block;
  if (heading === "") return [];
  const labelled = headingLabel(block);
  if (labelled) {
    const words: ScriptPart[] =
      labelled.rest === "" ? [] : [{ kind: "words", markdown: labelled.rest, line }];
    return [{ kind: "label", label: labelled.label, time: labelled.time, line }, ...words];
  }
  if (questionLevel === undefined || level < questionLevel)
    return [{ kind: "section", title: heading, line }];
  if (level === questionLevel) return [{ kind: "question", text: heading, line }];
  return [{ kind: "words", markdown: block.lines.join("\n"), line }];
}

function blockParts({ lines, line }: MarkdownBlock): ScriptPart[] {
  const markdown = lines.join("\n");
  const figure = pictureOf(markdown);
  return [figure ? { kind: "figure", figure, line } : { kind: "words", markdown, line }];
}

/** The lines that may open a turn; where the first line of a paragraph may, each may: `Q: …` and `A: …` on two lines. */
function candidatesOf(block: MarkdownBlock): Candidate[] {
  const first = readSpeakerLabel(block.lines[0] ?? "");
  const isTalk = first !== undefined && readsLikeName(first.label);
  return block.lines.flatMap((text, index) => {
    const candidate = candidateOf(text, isTalk ? 0 : index);
    return candidate ? [candidate] : [];
  });
}

function candidateOf(text: string, index: number): Candidate | undefined {
  const label = readSpeakerLabel(text);
  return label && { label, rest: text.slice(label.bodyStart), opensParagraph: index === 0 };
}

/** A paragraph, which may hold several turns where no blank lines stand between them. */
function paragraphParts(block: MarkdownBlock, isChosen: (candidate: Candidate) => boolean): ScriptPart[] {
  const parts: ScriptPart[] = [];
  let open: string[] = [];
  let openedAt = block.line;
  const close = (): void => {
    if (open.length > 0) parts.push(...blockParts({ ...block, lines: open, line: openedAt }));
    open = [];
  };
  for (const [index, text] of block.lines.entries()) {
    const candidate = candidateOf(text, index);
    if (candidate && isChosen(candidate)) {
      close();
      const { label, openMark, time } = candidate.label;
      parts.push({ kind: "label", label, time, line: block.line + index });
      // `**Q: Why?**`: the emphasis goes on into the words, and is opened for them again.
      const words =
        candidate.rest.trim() === "" ? "" : openMark + escapeLineStart(candidate.rest.trimStart());
      openedAt = block.line + index;
      if (words !== "" && words !== "\\") open.push(words);
      continue;
    }
    if (open.length === 0) openedAt = block.line + index;
    open.push(text);
  }
  close();
  return parts;
}
