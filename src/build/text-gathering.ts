import { isFileError } from "../io/file-system.js";
import type { Edition } from "../model/feature.js";
import type { FilePath } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import type { Site } from "../model/site.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";

/** Reading it is what keeps it. */
const interviewOf = (edition: Edition): Interview => edition.interview;

/**
 * Reads what the features of a site say, one after the other, while there is nothing else to do: once a text is kept, its
 * pages can be shown as they were even if it is saved with a mistake.
 */
export class TextGathering {
  readonly #isKept: (file: FilePath) => boolean;
  #site: Site | undefined;
  #left: Edition[] = [];

  /** @param isKept - Whether what a feature says is kept, by its file. */
  constructor(isKept: (file: FilePath) => boolean) {
    this.#isKept = isKept;
  }

  /**
   * Go on.
   *
   * @param site - As it is now.
   * @param isOver - Whether there is something else to do.
   * @returns Whether all is kept that can be.
   */
  goOn(site: Site, isOver: () => boolean): boolean {
    if (this.#site !== site) {
      this.#site = site;
      this.#left = site.features
        .flatMap(({ original, translations }) => [original, ...translations])
        .reverse();
    }
    for (let next = this.#left.pop(); next; next = this.#left.pop()) {
      if (this.#isKept(next.file)) continue;
      try {
        interviewOf(next);
      } catch (thrown) {
        if (!(thrown instanceof ChangedMeanwhile) && !isFileError(thrown)) throw thrown;
      }
      if (isOver()) break;
    }
    return this.#left.length === 0;
  }
}
