import { foldName } from "../interview/fold-name.js";
import { readByline } from "./byline.js";
import { isFacsimileCaption, readCaption } from "./caption.js";
import { escapeMarkdown } from "./escape-markdown.js";
import type { ScriptPart } from "./script.js";
import { isTitleLike } from "./section-title.js";
import type { TextParagraph } from "./text-paragraphs.js";
import { calendarDateOf } from "./transcript-front-matter.js";

/** What the lines before and after a talk say. */
export interface Around {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly source: string | undefined;
  readonly facsimile: string | undefined;
  readonly edited: string | undefined;
  readonly credits: readonly { readonly work: string; readonly names: readonly string[] }[];
  /** Words and pictures before the talk. */
  readonly intro: readonly ScriptPart[];
  /** Words and pictures after it that are nothing else: they stay behind the last answer. */
  readonly rest: readonly ScriptPart[];
  readonly todo: readonly string[];
}

/**
 * Read the lines around a talk. Each line is the first of these that it can be: the title (only the first lines, and
 * only where words follow), a date, the scan's caption, a caption, a byline or credits, a note on how the talk was
 * edited; else words.
 *
 * @param given - The title that the person who imports gave.
 */
export function readAround(
  before: readonly TextParagraph[],
  after: readonly TextParagraph[],
  given: string | undefined,
): Around {
  const around = {
    title: undefined as string | undefined,
    date: undefined as string | undefined,
    source: undefined as string | undefined,
    facsimile: undefined as string | undefined,
    edited: undefined as string | undefined,
    credits: [] as { work: string; names: readonly string[] }[],
    intro: [] as ScriptPart[],
    rest: [] as ScriptPart[],
    todo: [] as string[],
  };
  for (const [index, { text, line }] of [...before, ...after].entries()) {
    const isBefore = index < before.length;
    const parts = isBefore ? around.intro : around.rest;
    if (isBefore && parts.length === 0 && takeTitle(text, given, around)) continue;
    if (takeDate(text, around)) continue;
    if (around.facsimile === undefined && isFacsimileCaption(text)) {
      around.facsimile = text;
      continue;
    }
    const caption = readCaption(text);
    if (caption) {
      parts.push({ kind: "figure", figure: { src: null, alt: null, ...caption }, line });
      continue;
    }
    const byline = readByline(text);
    if (byline) {
      around.credits.push(...byline.credits);
      around.source ??= byline.source;
      continue;
    }
    if (around.edited === undefined && isEditingNote(text)) {
      around.edited = text;
      continue;
    }
    parts.push({ kind: "words", markdown: escapeMarkdown(text), line });
  }
  if (around.rest.length > 0) around.todo.push("Look at the last lines: they stand behind the last answer.");
  return around;
}

/** The first line that looks like one; the title that was given is not said again. */
function takeTitle(text: string, given: string | undefined, around: { title: string | undefined }): boolean {
  const bare = (title: string): string => foldName(title).replace(/[\s\p{P}]+/gu, "");
  if (given !== undefined) return bare(text) === bare(given);
  if (around.title !== undefined || !isTitleLike(text)) return false;
  if (readCaption(text) ?? readByline(text) ?? calendarDateIn(text)) return false;
  if (isFacsimileCaption(text)) return false;
  around.title = text;
  return true;
}

/** `2024年3月1日 08:30`, `发布时间：2024-03-01  来源：某报`, `March 1, 2024`. */
function takeDate(text: string, around: { date: string | undefined; source: string | undefined }): boolean {
  if (around.date !== undefined) return false;
  const found = calendarDateIn(text);
  if (!found) return false;
  around.date = found.date;
  around.source ??= found.source;
  return true;
}

function calendarDateIn(text: string): { date: string; source: string | undefined } | undefined {
  if (text.length > 80) return undefined;
  const numeric =
    /^(?:(?:发布时间|发表时间|发布日期|日期|时间|published|date)\s*[:：]?\s*)?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?:来源\s*[:：]\s*|source: )?(\S.{0,30}))?$/iu.exec(
      text,
    );
  if (numeric) {
    const date = calendarDateOf(numeric[1] ?? "");
    return date === undefined ? undefined : { date, source: numeric[2]?.trim() };
  }
  const english =
    /^(?:published(?: on)?:? )?(?:(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9}),? (\d{4}))$/iu.exec(
      text,
    );
  if (!english) return undefined;
  const month = months.indexOf((english[1] ?? english[5] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const date = calendarDateOf(`${english[3] ?? english[6] ?? ""}-${month}-${english[2] ?? english[4] ?? ""}`);
  return date === undefined ? undefined : { date, source: undefined };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function isEditingNote(text: string): boolean {
  if (text.length > 200) return false;
  return (
    /\b(?:edited|condensed)\b.*\b(?:for (?:length|clarity|brevity)|condensed|edited)\b/iu.test(text) ||
    /(?:有删节|有删减|略有删改|有所删减|经过?整理|录音整理|编辑整理|整理时)/u.test(text)
  );
}
