import type { Speaker } from "../model/speaker.js";
import { foldName } from "./fold-name.js";

/** Somebody who may speak, with what the person is called. */
export interface CastPerson {
  readonly speaker: Speaker;
  readonly name: string;
  /** The labels to suggest, the best first. */
  readonly offered: readonly string[];
}

/** Folded labels, each with everyone who has it. */
export class Register {
  readonly #speakers = new Map<string, Speaker[]>();
  #longest = 0;

  /** UTF-16 units of the longest folded label. */
  get longest(): number {
    return this.#longest;
  }

  add(label: string, speaker: Speaker): void {
    const folded = foldName(label);
    if (folded === "") return;
    this.#longest = Math.max(this.#longest, folded.length);
    const there = this.#speakers.get(folded);
    if (!there) this.#speakers.set(folded, [speaker]);
    else if (!there.some((other) => isSame(other, speaker))) there.push(speaker);
  }

  get(folded: string): readonly Speaker[] | undefined {
    return this.#speakers.get(folded);
  }

  /** The labels that only one speaker has. */
  *settled(): Iterable<[string, Speaker]> {
    for (const [label, [speaker, other]] of this.#speakers) if (speaker && !other) yield [label, speaker];
  }
}

/** The people by forms of their names. */
export function registerForms(people: readonly CastPerson[], formsOf: (name: string) => string[]): Register {
  const register = new Register();
  for (const { name, speaker } of people) for (const form of formsOf(name)) register.add(form, speaker);
  return register;
}

/**
 * The labels that may be meant by one that nobody has, the first of a kind each.
 *
 * @param people - Those who have names.
 * @param general - Voices, and the site's words for whoever asks.
 * @param short - The short forms of the people's names.
 */
export function offerLabels(
  people: readonly CastPerson[],
  general: readonly { readonly label: string; readonly speaker: Speaker }[],
  short: Register,
): ReadonlyMap<string, Speaker> {
  const offered = new Map<string, Speaker>();
  const offer = (text: string, speaker: Speaker): void => {
    if (!offered.has(text)) offered.set(text, speaker);
  };
  for (const { speaker, offered: labels } of people) for (const label of labels) offer(label, speaker);
  for (const { label, speaker } of general) if (isDistinct(label)) offer(label, speaker);
  for (const [form, speaker] of short.settled()) if (isDistinct(form)) offer(capitalised(form), speaker);
  return offered;
}

/** Whether a slip away from a general word is still that word: one letter makes 作者 of 记者, and Host of Most. */
function isDistinct(text: string): boolean {
  const letters = Array.from(foldName(text)).length;
  return /^[\p{sc=Han}\p{sc=Hangul}\s]+$/u.test(text) ? letters > 2 : letters > 4;
}

const isSame = (a: Speaker, b: Speaker): boolean => a.kind === b.kind && a.id === b.id;
const capitalised = (folded: string): string =>
  folded.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
