/**
 * Find the passage that comes nearest to words that nobody said: the sentence, or the run of up to four sentences,
 * that has the most pairs of neighbouring characters in common with them.
 *
 * @param words - What was looked for.
 * @param texts - Where.
 * @returns At most 120 characters, cut with `…`; `undefined` where hardly anything is in common.
 * @see The Sørensen–Dice coefficient over bigrams. The work grows with the texts' length alone.
 */
export function nearestPassage(words: string, texts: readonly string[]): string | undefined {
  const wanted = bigrams(words);
  let best: string | undefined;
  let bestScore = 0.3;
  for (const text of texts) {
    const sentences = text.match(/[^。！？!?.\n]+(?:[。！？!?.…]+[”’」』"')）]*|\n|$)/gu) ?? [];
    for (let first = 0; first < sentences.length; first++) {
      let run = "";
      for (const sentence of sentences.slice(first, first + 4)) {
        run += sentence;
        const score = likeness(wanted, bigrams(run));
        if (score > bestScore) {
          best = run;
          bestScore = score;
        }
        if (run.length > words.length * 1.5) break;
      }
    }
  }
  const passage = best?.replace(/\s+/gu, " ").trim();
  return passage !== undefined && passage.length > 120 ? `${passage.slice(0, 119)}…` : passage;
}

function bigrams(text: string): ReadonlySet<string> {
  const letters = Array.from(
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, ""),
  );
  const pairs = new Set<string>();
  for (let at = 1; at < letters.length; at++) pairs.add(`${letters[at - 1] ?? ""}${letters[at] ?? ""}`);
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
