import type { FilePath } from "../model/ids.js";
import { orderAfter, type FeatureOrder } from "./feature-order.js";
import type { ReadSite } from "./site-engine.js";
import type { EarlierOutputs } from "./site-rendering.js";

/**
 * Knows in which state of a site all of its outputs were as they are remembered: the next time, those that are made
 * from the same need not be looked at.
 *
 * While the outputs are gone through, and after that was broken off, there is no such state.
 */
export class SettledOutputs {
  readonly #outputOf: EarlierOutputs["outputOf"];
  #earlier: EarlierOutputs | undefined;
  /** Editions whose texts were taken since. */
  readonly #taken = new Map<FilePath, string>();

  /**
   * @param earlier - Of an earlier process.
   * @param outputOf - What is remembered of an output in this process.
   */
  constructor(earlier: EarlierOutputs | undefined, outputOf: EarlierOutputs["outputOf"]) {
    this.#earlier = earlier;
    // What was never looked at in this process is as it was.
    this.#outputOf = (path) => outputOf(path) ?? earlier?.outputOf(path);
  }

  /** Texts were taken into the site, and pages made that show them. @param editions - By their first files. */
  tookTexts(editions: ReadonlySet<FilePath>): void {
    for (const file of editions) this.#taken.set(file, notAsItWas);
  }

  /**
   * All outputs of a site are about to be looked at.
   *
   * @returns Says that this was done, and whether nothing is wrong with the site.
   */
  goThrough({
    rendering,
    order: orderNow,
  }: Pick<ReadSite, "rendering" | "order">): (isGood: boolean) => void {
    const earlier = this.#earlier;
    const taken = new Map(this.#taken);
    this.#earlier = undefined;
    if (!rendering) return () => undefined;
    const order = orderNow();
    if (earlier) {
      const before = (): FeatureOrder | undefined => {
        const known = earlier.order();
        return known && orderAfter(known, taken);
      };
      rendering.goBy({ order: before, outputOf: earlier.outputOf }, order);
    }
    return (isGood) => {
      // Two pages may have had one address; and what a template could not make is remembered as it was before.
      if (!isGood) return;
      this.#earlier = { order: () => order, outputOf: this.#outputOf };
      this.#taken.clear();
    };
  }
}

/** No fingerprint is this. */
const notAsItWas = "";
