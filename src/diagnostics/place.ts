/** A stretch of a text: UTF-16 offsets that count from 0, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where something is, for a person: a file and lines and columns that count from 1.
 *
 * `file` is relative to the site's root, with `/`. Columns are UTF-16 units; the end is exclusive.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place that stands for a whole file: its first character. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
