import type { Heading } from "mdast";
import { plainText } from "../markdown/plain-text.js";
import type { Speaker } from "../model/speaker.js";
import type { Cast } from "./cast.js";
import type { LookedAt } from "./find-openings.js";

/** How a feature is written, as far as it decides what headings mean; the same for all of its sections. */
export interface Manner {
  /** The guest, where there is only one. */
  readonly onlyGuest: Speaker | undefined;
  /** Who asks where nobody is named. */
  readonly asker: Speaker;
  /** Whether the turns are told by headings alone, and no paragraph opens with a speaker's label. */
  readonly byHeadings: boolean;
  /** Whether a heading without a label is a question. */
  isQuestion(heading: Heading, next: LookedAt | undefined): boolean;
}

/**
 * See how a feature is written.
 *
 * A heading without a label is a question where the feature has one guest, unless an interviewer's label comes right
 * after it: then it is a sub-heading. So are headings deeper than the feature's other ones, and `# `. Where questions are
 * labelled (`Q: …`), only a heading that ends with a question mark is one.
 *
 * @param texts - All the sections of the feature.
 */
export function observeManner(texts: readonly (readonly LookedAt[])[], cast: Cast): Manner {
  const [onlyGuest, other] = cast.guestSpeakers;
  let labelledQuestions = false;
  let labelled = false;
  let depth = 7;
  for (const blocks of texts) {
    for (const block of blocks) {
      if (block.kind === "opening") {
        labelled ||= !block.headline;
        labelledQuestions ||= block.speaker.kind === "interviewer" && !block.headline;
      } else if (block.block.type === "heading" && block.block.depth > 1)
        depth = Math.min(depth, block.block.depth);
    }
  }
  return {
    onlyGuest: other ? undefined : onlyGuest,
    asker: cast.asker,
    byHeadings: !labelled && !other && depth < 7,
    isQuestion(heading, next) {
      if (!onlyGuest || other || heading.depth !== depth) return false;
      if (next?.kind === "opening" && next.speaker.kind === "interviewer") return false;
      return !labelledQuestions || /[?？؟]["”’」』)）]?$/u.test(plainText(heading));
    },
  };
}
