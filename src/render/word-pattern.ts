/** A text with places for values: `{count} answers` is `[{value: "count"}, " answers"]`. */
export type WordPattern = readonly (string | { readonly value: string })[];

/**
 * Read a text of a locale.
 *
 *     {count} answers
 *     ^^^^^^^
 *
 * `{{` and `}}` are single braces for the reader.
 *
 * @returns The pattern, or the stretch of the text with which something is wrong.
 */
export function parseWordPattern(text: string): WordPattern | { readonly wrong: string } {
  const parts: (string | { readonly value: string })[] = [];
  const token = /\{\{|\}\}|\{\s*([\p{L}_][\p{L}\p{N}_-]*)\s*\}|[{}][^{}]*/gu;
  let from = 0;
  for (const match of text.matchAll(token)) {
    const [found, value] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    if (value !== undefined) parts.push({ value });
    else if (found === "{{" || found === "}}") parts.push(found.charAt(0));
    else return { wrong: found };
    from = match.index + found.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
