/** A line of YAML that is no part of a block of literal text (`|`, `>`). */
export interface YamlLine {
  /** Offset (UTF-16, from 0) of the line's first character. */
  readonly start: number;
  readonly text: string;
}

/**
 * The lines that are YAML, without those of literal blocks, in which everything is text.
 *
 * This reads lines, not YAML: it serves to explain what a parser could not read, or read in another sense.
 */
export function* yamlLines(text: string): Generator<YamlLine> {
  let blockIndent: number | undefined;
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(start, end).replace(/\r$/, "");
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const blank = indent === line.length;
    if (blockIndent !== undefined && !blank && indent <= blockIndent) blockIndent = undefined;
    if (blockIndent === undefined) {
      yield { start, text: line };
      if (opensBlock(line)) blockIndent = keyColumn(line);
    }
    start = end + 1;
  }
}

function opensBlock(line: string): boolean {
  return /(?:: +|- +)[|>][-+0-9]{0,2} *(?:#.*)?$/.test(line);
}

/** The column of a line's first key, behind the dashes of list items. */
function keyColumn(line: string): number {
  const dashes = /^ *(?:- +)*/.exec(line)?.[0] ?? "";
  // `- |` has no key: its text may stand as deep as a key would.
  return /^[|>]/.test(line.slice(dashes.length)) ? dashes.search(/[^ ]/) : dashes.length;
}
