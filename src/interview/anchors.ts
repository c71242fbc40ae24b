import { anchor, sectionId, type Anchor, type SectionId } from "../model/ids.js";
import type { Speaker } from "../model/speaker.js";

/**
 * Give the sections and turns of one feature their ids, in the order of the text.
 *
 *     measures  measures-q  measures-chen-gang  measures-q-2  measures-chen-gang-2
 *
 * An id is decided by what stands before it alone, so nothing that is added later changes it, and neither does any
 * wording. Whoever comes second to an id is numbered from 2, whatever it is: a section called `measures-q` after the
 * first question of `measures` is `measures-q-2`. What the page itself has taken counts as first: see
 * {@link idsOfPage}.
 */
export class Anchors {
  readonly #taken: Set<string>;
  /** How often each id was wished for, so that finding a number does not mean counting from 2 each time. */
  readonly #wished = new Map<string, number>();

  /** @param reserved - Ids that something else on the page has. */
  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved);
  }

  /** The id of a section, which the ids of its turns start with. */
  section(id: string): SectionId {
    return sectionId(this.#take(clean(id)));
  }

  /** The id of a turn. */
  turn(section: SectionId, speaker: Speaker): Anchor {
    const name = speaker.kind === "interviewer" ? "q" : clean(speaker.id);
    return anchor(this.#take(`${section}-${name}`));
  }

  #take(wish: string): string {
    let count = this.#wished.get(wish) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? wish : `${wish}-${count}`;
    } while (this.#taken.has(id));
    this.#wished.set(wish, count);
    this.#taken.add(id);
    return id;
  }
}

/** The id of the reading in which one guest is heard alone. */
export const readingOf = (guest: string): string => `by-${guest}`;

/**
 * The ids without a dot that a feature's page has besides those of sections and turns: the text as a whole, and its
 * readings by question, side by side and by guest. Whatever else has an id on the page has one with a dot.
 */
export function idsOfPage(guests: readonly string[]): string[] {
  return ["main", "read", "compare", ...guests.map(readingOf)];
}

/** Fit for the fragment of an address: no space, and no dot, which the ids of notes have. */
function clean(id: string): string {
  return id.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-").replace(/^-+|-+$/gu, "") || "x";
}
