import { anchor, sectionId, type Anchor, type SectionId } from "../model/ids.js";
import type { Speaker } from "../model/speaker.js";

/**
 * Give the sections and turns of one feature their ids, in the order of the text.
 *
 *     measures  measures-q  measures-chen-gang  measures-q-2  measures-chen-gang-2
 *
 * An id is decided by what stands before it alone, so nothing that is added later changes it, and neither does any
 * wording. Whoever comes second to an id is numbered from 2, whatever it is: a section called `measures-q` after the
 * first question of `measures` is `measures-q-2`.
 */
export class Anchors {
  readonly #taken = new Set<string>();
  /** How often each id was wished for, so that finding a number does not mean counting from 2 each time. */
  readonly #wished = new Map<string, number>();

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

/** Fit for the fragment of an address: no space, and no dot, which the ids of notes have. */
function clean(id: string): string {
  return id.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-").replace(/^-+|-+$/gu, "") || "x";
}
