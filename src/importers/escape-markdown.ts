/**
 * Write plain words as Markdown that says exactly these words.
 *
 * Only what would be read as a mark is escaped, so that the result stays legible: a lone `[laughter]`, a hyphen in
 * the middle and an underscore inside a word stay as they are.
 *
 * @param text - One paragraph without line breaks.
 * @see CommonMark 0.31 §2.4, GFM §6.5
 */
export function escapeMarkdown(text: string): string {
  const inline = text
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/gu, "\\\\")
    .replace(/[*`~]/gu, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[a-z/!?])/giu, "\\<")
    .replace(/&(?=#?[a-z0-9]+;)/giu, "\\&")
    .replace(/\[(?=\^)|\](?=[([:])/gu, "\\$&")
    .replace(/\|/gu, "\\|");
  return escapeLineStart(inline);
}

/**
 * Escape what only at the start of a line is a mark: `#`, `>`, lists, rules, directives. What stands behind a label,
 * such as `2017.`, is none there, and would become one on a line of its own.
 */
export function escapeLineStart(text: string): string {
  return text
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|:{2,}|=+\s*$|-+\s*$|(?:-\s*){3,}$)/u, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, "$1\\");
}
