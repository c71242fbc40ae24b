/**
 * Part a caption from the credit at its end.
 *
 *     开船以前，书再点一遍。图/郁青禾   →   开船以前，书再点一遍。 · 郁青禾
 *
 * @param caption - As typed.
 * @param patterns - Regular expressions (flag `u`), tried in order at the caption's end; the group `credit` is the
 *   credit, or else all that matched.
 * @returns `null` for a part that is empty.
 */
export function splitCredit(
  caption: string,
  patterns: readonly string[],
): { caption: string | null; credit: string | null } {
  const text = caption.trim();
  for (const pattern of atEnd(patterns)) {
    const match = pattern.exec(text);
    if (!match) continue;
    const credit = (match.groups?.["credit"] ?? match[0]).trim();
    if (credit === "") continue;
    // A pattern may take the full stop before the credit along; it is the caption's.
    const stop = /^[。！？.!?…”」』]+/u.exec(match[0])?.[0] ?? "";
    return { caption: (text.slice(0, match.index) + stop).trim() || null, credit };
  }
  return { caption: text || null, credit: null };
}

const compiled = new WeakMap<readonly string[], readonly RegExp[]>();

/** Compiled once for a site's settings, not once for a caption. */
function atEnd(patterns: readonly string[]): readonly RegExp[] {
  const before = compiled.get(patterns);
  if (before) return before;
  const made = patterns.map((pattern) => new RegExp(`(?:${pattern})\\s*$`, "u"));
  compiled.set(patterns, made);
  return made;
}
