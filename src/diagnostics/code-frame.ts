import type { Excerpt } from "./diagnostic.js";
import type { Place } from "./place.js";
import { cellsOf, type Cell } from "./text-cells.js";

/** What a frame is drawn of; every diagnostic is one. */
export interface Framed {
  readonly place: Place;
  /** Without it there is no frame. */
  readonly excerpt: Excerpt | undefined;
}

/** How a frame looks. */
export interface FrameOptions {
  /** Columns that the text of a line may have; a longer line is shown around the place. Absent means 100. */
  readonly width?: number;
  /** Colours; absent means none. */
  readonly color?: FramePainter;
}

/** Gives parts of a frame their colours; must not change how wide they are. */
export interface FramePainter {
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

const plain: FramePainter = { gutter: (text) => text, mark: (text) => text };

/**
 * Draw the lines around a place, with the place underlined:
 *
 *       11 | 记者：请谈谈。
 *     > 12 | 刘光晖：成都肩负
 *          | ^^^^^^
 *
 * The marks stand under the right columns for wide characters and tabs, and what cannot be seen is made visible.
 *
 * @returns Lines without a line break at the end; empty where there is no excerpt.
 */
export function codeFrame({ place, excerpt }: Framed, options: FrameOptions = {}): string {
  if (excerpt === undefined || excerpt.lines.length === 0) return "";
  const { width = 100, color = plain } = options;
  const lines = excerpt.lines.map((text, index) => measure(text, excerpt.firstLine + index, place));
  const window = windowAround(lines, width);
  const lastLine = excerpt.firstLine + lines.length - 1;
  const digits = String(lastLine).length;
  const blank = `  ${" ".repeat(digits)} |`;
  const drawn: string[] = [];
  for (const line of lines) {
    const pointer = line.mark ? color.mark(">") : " ";
    const gutter = color.gutter(`${String(line.number).padStart(digits)} |`);
    drawn.push(trimmed(`${pointer} ${gutter} ${cut(line.cells, window)}`));
    const mark = line.mark && shifted(line.mark, window);
    if (mark) {
      const marks = color.mark("^".repeat(mark.to - mark.from));
      drawn.push(`${color.gutter(blank)} ${" ".repeat(mark.from)}${marks}`);
    }
  }
  if (place.endLine > lastLine && place.endColumn > 1) drawn.push(`${color.gutter(blank)} …`);
  return drawn.join("\n");
}

/** A stretch of columns that count from 0, the end exclusive. */
interface Columns {
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly width: number;
  /** What is underlined; absent on a line beside the place. */
  readonly mark: Columns | undefined;
}

function measure(text: string, number: number, place: Place): Line {
  const cells = cellsOf(text);
  const width = cells.reduce((sum, cell) => sum + cell.width, 0);
  return { number, cells, width, mark: markOf(text, cells, width, number, place) };
}

function markOf(
  text: string,
  cells: readonly Cell[],
  width: number,
  number: number,
  place: Place,
): Columns | undefined {
  if (number < place.line || number > place.endLine) return undefined;
  const start = number === place.line ? place.column - 1 : text.length - text.trimStart().length;
  const end = number === place.endLine ? place.endColumn - 1 : text.length;
  // A span that ends with a line break says nothing of the line after it, and an empty line has nothing to mark.
  if (number !== place.line && end <= start) return undefined;
  let from = width;
  let to = 0;
  let column = 0;
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1]?.offset ?? text.length;
    if (next > start && from === width) from = column;
    if (cell.offset < end) to = column + cell.width;
    column += cell.width;
  }
  return { from, to: Math.max(from + 1, to) };
}

/** The columns that are shown: all, or those around the first mark. */
function windowAround(lines: readonly Line[], width: number): Columns {
  const longest = Math.max(...lines.map((line) => line.width));
  const marks = lines.flatMap((line) => line.mark ?? []);
  if (longest <= width) return { from: 0, to: Infinity };
  const first = marks[0]?.from ?? 0;
  const from = first < width - 20 ? 0 : Math.max(0, first - Math.floor(width / 3));
  return { from, to: from + width };
}

function cut(cells: readonly Cell[], window: Columns): string {
  let text = "";
  let column = 0;
  for (const cell of cells) {
    const end = column + cell.width;
    if (column >= window.from && end <= window.to) text += cell.text;
    // Half of a wide character at the edge is drawn as a space, so that what follows stays in its column.
    else if (end > window.from && column < window.from) text += " ".repeat(end - window.from);
    column = end;
  }
  const before = window.from > 0 ? "…" : "";
  return `${before}${text}${column > window.to ? "…" : ""}`;
}

function shifted(mark: Columns, window: Columns): Columns | undefined {
  const indent = window.from > 0 ? 1 : 0;
  const from = Math.max(mark.from, window.from);
  const to = Math.min(mark.to, window.to);
  return to > from ? { from: from - window.from + indent, to: to - window.from + indent } : undefined;
}

function trimmed(line: string): string {
  return line.trimEnd();
}
