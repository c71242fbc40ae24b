/** How long to wait for more, in milliseconds. */
export interface Patience {
  /** After a single save, until nothing more comes: an editor empties a file and then fills it. */
  readonly quiet: number;
  /** At most, since the first of them. */
  readonly longest: number;
}

/** For the save of a file or two. */
const few: Patience = { quiet: 2, longest: 40 };

/** For a `git checkout`, a folder that is copied, a search and replace. */
const many: Patience = { quiet: 75, longest: 2000 };

/** More than this at once is no longer somebody who saves a file. */
const fewCount = 3;

/**
 * Merges what is seen to change into rounds: at once where a file is saved, in one go where a thousand are.
 *
 * While a round is being worked on, what comes is kept for the next one; two rounds never overlap.
 */
export class Burst<Item> {
  readonly #act: (items: ReadonlySet<Item>) => Promise<void>;
  readonly #isOneOfMany: (item: Item) => boolean;
  /** Whether more is to be expected than has come. */
  #isMany = false;
  #pending = new Set<Item>();
  #first = 0;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<void> | undefined;
  #closed = false;

  /**
   * @param act - One round; must not reject.
   * @param isOneOfMany - Whether more is to be expected after this one.
   */
  constructor(
    act: (items: ReadonlySet<Item>) => Promise<void>,
    isOneOfMany: (item: Item) => boolean = () => false,
  ) {
    this.#act = act;
    this.#isOneOfMany = isOneOfMany;
  }

  /** Something was seen to change. */
  add(items: Iterable<Item>): void {
    const now = performance.now();
    if (this.#pending.size === 0) this.#first = now;
    this.#last = now;
    for (const item of items) {
      this.#pending.add(item);
      this.#isMany ||= this.#isOneOfMany(item);
    }
    this.#schedule();
  }

  /** Resolves when everything that was added so far has been worked on. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0 || this.#working) {
      if (this.#working) await this.#working;
      else this.#begin();
    }
  }

  /** Begin no further round. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#closed || this.#working || this.#pending.size === 0) return;
    const { quiet, longest } = this.#isMany || this.#pending.size > fewCount ? many : few;
    const due = Math.min(this.#last + quiet, this.#first + longest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, due - performance.now()));
  }

  #begin(): void {
    clearTimeout(this.#timer);
    const items = this.#pending;
    this.#pending = new Set();
    this.#isMany = false;
    this.#working = this.#act(items).finally(() => {
      this.#working = undefined;
      this.#schedule();
    });
  }
}
