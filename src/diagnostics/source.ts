import type { Place, Span } from "./place.js";

/**
 * One text file of a site as it was read: its address in the site and its characters.
 *
 * Offsets into `text` are UTF-16 units and count from 0; `text` has no byte order mark, and keeps the line
 * breaks (LF, CRLF or CR) of the file.
 */
export class Source {
  /** Path from the site's root, with `/`: `content/features/spring-duty/index.md`. */
  readonly path: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /**
   * Say where a span is for a person: lines and columns that count from 1, columns in UTF-16 units, the end
   * exclusive. A span outside the text is clamped to it.
   */
  placeOf(span: Span): Place {
    const start = this.#pointOf(span.start);
    const end = this.#pointOf(Math.max(span.start, span.end));
    return {
      file: this.path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }

  /** The line (from 1) that the offset is on. */
  lineOf(offset: number): number {
    return this.#pointOf(offset).line;
  }

  /** The characters of a line (from 1) without its line break; empty past the end. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return "";
    return this.text.slice(start, starts[line] ?? this.text.length).replace(/[\r\n]+$/, "");
  }

  /** The offset at which a line (from 1) starts; the end of the text past the last one. */
  offsetOfLine(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts().length;
  }

  #pointOf(offset: number): { line: number; column: number } {
    const starts = this.#starts();
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  #starts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    this.#lineStarts = this.text.includes("\r")
      ? startsOfAllLines(this.text)
      : startsBehindLineFeeds(this.text);
    return this.#lineStarts;
  }
}

function startsOfAllLines(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The same for a text without CR, which is most of them: a fifth of the time. */
function startsBehindLineFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
