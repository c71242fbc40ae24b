/** Chance that is the same each time. @see xorshift32, Marsaglia 2003 */
export class Chance {
  #state: number;

  /** @param seed - Not 0. */
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0. */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  /** One of several. */
  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("Expected something to choose from");
    return item;
  }
}
