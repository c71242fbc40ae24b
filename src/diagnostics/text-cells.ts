/** A piece of a line that is drawn as one: a letter with its marks, an emoji, a tab. */
export interface Cell {
  /** What to draw, with nothing in it that is invisible or moves what is around it. */
  readonly text: string;
  /** Columns of a terminal: 2 for Han characters and emoji, up to 4 for a tab. */
  readonly width: number;
  /** Where it begins in the line: UTF-16 units, from 0. */
  readonly offset: number;
}

const tabStop = 4;
let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed, for that takes as long as starting most of the program. */
function graphemesOf(line: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(line);
}

/**
 * Cut a line into what a terminal draws, with the width of each piece.
 *
 * Characters that cannot be seen or that reorder a line (controls, bidirectional formatting, spaces of no width) are
 * drawn as `<U+202E>`.
 *
 * @see UAX 11 (East Asian Width), of which ambiguous characters count as narrow; UAX 29 for the pieces.
 */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemesOf(line)) {
    const cell = segment === "\t" ? tabAt(column) : drawn(segment);
    cells.push({ ...cell, offset: index });
    column += cell.width;
  }
  return cells;
}

/** A text of one line, such as the path of a file, with what cannot be seen in it or reorders it made visible. */
export function visible(line: string): string {
  if (/^[ -~]*$/.test(line)) return line;
  return cellsOf(line)
    .map(({ text }) => text)
    .join("");
}

function tabAt(column: number): { text: string; width: number } {
  const width = tabStop - (column % tabStop);
  return { text: " ".repeat(width), width };
}

function drawn(segment: string): { text: string; width: number } {
  // Joiners and selectors belong into an emoji and into many scripts; alone they are only in the way.
  const text = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]/u.test(segment)
    ? segment
    : segment.replace(unseen, (character) => codeName(character));
  if (text !== segment) return { text, width: text.length };
  return { text, width: isWide(segment) ? 2 : 1 };
}

const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

function codeName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

function isWide(segment: string): boolean {
  return wide.test(segment) || segment.includes("\ufe0f");
}

const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
