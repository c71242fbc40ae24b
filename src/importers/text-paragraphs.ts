/** A paragraph of a plain text. */
export interface TextParagraph {
  /** Without line breaks, indentation and spaces at the end. */
  readonly text: string;
  /** Line of its start, from 1. */
  readonly line: number;
}

/**
 * Cut a plain text into paragraphs.
 *
 * Where a text is pasted, a line is a paragraph. A text from a mail or a terminal is wrapped: its paragraphs are
 * parted by blank lines, and its lines are of about one length. There, a line that is nearly full runs on into the
 * next, unless that one opens with a label.
 *
 * @param opensTurn - Whether a line opens with a speaker's label.
 */
export function cutParagraphs(text: string, opensTurn: (line: string) => boolean): TextParagraph[] {
  const lines = text.split("\n").map((line) => line.replace(/^[\s\u3000]+|[\s\u3000\u200b]+$/gu, ""));
  const width = wrapWidth(lines);
  const paragraphs: TextParagraph[] = [];
  let full = false;
  for (const [index, line] of lines.entries()) {
    if (line === "") {
      full = false;
      continue;
    }
    const before = paragraphs.at(-1);
    if (full && before && !opensTurn(line)) {
      paragraphs[paragraphs.length - 1] = { ...before, text: joined(before.text, line) };
    } else {
      paragraphs.push({ text: line, line: index + 1 });
    }
    full = width !== undefined && line.length >= width * 0.7;
  }
  return paragraphs;
}

/** The width that a text is wrapped at; `undefined` where a line is a paragraph. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const filled = lines.filter((line) => line !== "");
  const width = filled.reduce((most, line) => Math.max(most, line.length), 0);
  if (width > 120 || width < 40 || filled.length === lines.length) return undefined;
  // A wrapped line is as full as its words let it be, and in most cases the next follows at once.
  const isFull = (line: string): boolean => line.length >= width * 0.7;
  const runsOn = lines.filter((line, index) => isFull(line) && (lines[index + 1] ?? "") !== "").length;
  return runsOn >= 2 && runsOn * 3 >= filled.filter(isFull).length ? width : undefined;
}

/** Two lines as one: no space between Han or kana characters, no hyphen is taken away. */
function joined(before: string, after: string): string {
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return cjk.test(before.slice(-1)) && cjk.test(after.slice(0, 1)) ? before + after : `${before} ${after}`;
}
