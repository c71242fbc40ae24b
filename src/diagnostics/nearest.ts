/**
 * Find the candidate that a person most likely meant.
 *
 * Case, width and spaces are ignored. A candidate is near if at most a third of its characters differ (one
 * suffices for names of two to five characters, such as Chinese ones), counted as edits with transpositions.
 * A text of more than {@link longest} characters is no slip of a name, and nothing is near it.
 *
 * @returns The candidate as given, or `undefined` where none is near. Of two equally near, the first.
 * @see Damerau–Levenshtein, the optimal string alignment variant.
 */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  if (typed.length > longest * 2) return undefined;
  const wanted = Array.from(fold(typed));
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate.length > longest * 2) continue;
    const letters = Array.from(fold(candidate));
    if (letters.length === 0 || Math.max(letters.length, wanted.length) > longest) continue;
    const allowed = Math.max(1, Math.floor(Math.max(letters.length, wanted.length) / 3));
    // One differing character of two would make every two-character name near to every other with the same surname;
    // that is exactly the slip that misquotes, so it is offered, while one of one never is.
    if (Math.max(letters.length, wanted.length) < 2) continue;
    if (Math.abs(letters.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, letters);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Characters. Comparing two texts takes time with the product of their lengths. */
const longest = 120;

/** How many edits (insert, delete, replace, swap of neighbours) turn one list of characters into the other. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
