/** A text in which mistakes were mended, to go on looking for others; offsets lead back to what was typed. */
export interface MendedText {
  readonly text: string;
  /** The offset in the text as typed that an offset in `text` stands for. */
  readonly typedOffset: (offset: number) => number;
}

/** One mistake and what was meant; UTF-16 offsets, in order, not overlapping. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** A text with its mistakes replaced. */
export function mendText(typed: string, mends: readonly Mend[]): MendedText {
  const parts: string[] = [];
  // Where each replacement ends in the mended text, and how far behind the typed text it is from there on.
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, instead } of mends) {
    parts.push(typed.slice(at, start), instead);
    length += start - at + instead.length;
    at = end;
    shifts.push({ from: length, by: end - length });
  }
  parts.push(typed.slice(at));
  const typedOffset = (offset: number): number => {
    const shift = shifts.findLast(({ from }) => from <= offset);
    return offset + (shift?.by ?? 0);
  };
  return { text: parts.join(""), typedOffset };
}
