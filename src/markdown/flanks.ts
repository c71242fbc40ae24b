import { classes } from "./character-class.js";

/**
 * Whether a run of `*` between characters of these classes may open emphasis; whether it may close it, with the sides
 * exchanged.
 *
 * @see CommonMark 0.31 §6.2 for runs beside other scripts, markdown-cjk-friendly for those beside Han, kana and Hangul
 */
export function mayOpen(before: number, after: number): boolean {
  if (after === classes.space) return false;
  return after !== classes.punctuation || before !== classes.other;
}
