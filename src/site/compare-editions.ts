import { roleOf } from "../interview/role-of-turn.js";
import type { Interview, Section, Turn } from "../model/interview.js";
import { turnsOf } from "../model/interview.js";

/** Where a translation first parts from its original, in the list of its sections or within one of them. */
export type EditionDifference =
  | {
      readonly kind: "sections";
      /** The section of each at the first place where they differ; `undefined` where one has come to its end. */
      readonly found: Section | undefined;
      readonly expected: Section | undefined;
    }
  | {
      readonly kind: "turns";
      /** In the translation. */
      readonly section: Section;
      /** Which turn of the section, from 1. */
      readonly number: number;
      readonly found: Turn | undefined;
      readonly expected: Turn | undefined;
    };

/**
 * Compare who says what, in which order, in a translation and its original: the ids of the sections, and in each
 * section the questions, the guests who answer, and the asides. Words are not compared, nor which interviewer asks.
 *
 * @returns The first difference of the sections, then the first of each section that both have. Where nothing differs,
 *   every turn has the same anchor in both, so that a reader who switches languages keeps the place.
 */
export function compareEditions(original: Interview, translation: Interview): EditionDifference[] {
  const counterparts = new Map(original.sections.map((section) => [section.id, section]));
  return [
    ...differingSections(original.sections, translation.sections),
    ...translation.sections.flatMap((section) => {
      const counterpart = counterparts.get(section.id);
      return counterpart ? differingTurns(counterpart, section) : [];
    }),
  ];
}

function differingSections(
  original: readonly Section[],
  translation: readonly Section[],
): EditionDifference[] {
  const at = firstDifference(original, translation, ({ id }) => id);
  return at === undefined ? [] : [{ kind: "sections", found: translation[at], expected: original[at] }];
}

function differingTurns(original: Section, section: Section): EditionDifference[] {
  const [expected, found] = [turnsOf(original), turnsOf(section)];
  const at = firstDifference(expected, found, roleOf);
  if (at === undefined) return [];
  return [{ kind: "turns", section, number: at + 1, found: found[at], expected: expected[at] }];
}

/** The first index at which two lists differ; `undefined` where they do not. */
function firstDifference<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined || keyOf(left) !== keyOf(right)) return at;
  }
  return undefined;
}
