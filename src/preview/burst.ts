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
  /** Resolves when what is pending has been worked on. */
  #pendingEnd = deferred();
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

  /**
   * Resolves when everything that was added so far has been worked on, whatever comes meanwhile. Who waits for the save
   * of a file or two is not kept waiting for more; where many come, half of them would be no site to show.
   */
  settled(): Promise<void> {
    if (this.#pending.size === 0) return this.#working ?? Promise.resolve();
    const { promise } = this.#pendingEnd;
    if (!this.#working && !this.#areMany) this.#begin();
    return promise;
  }

  /** Begin no further round. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#closed || this.#working || this.#pending.size === 0) return;
    const { quiet, longest } = this.#areMany ? many : few;
    const due = Math.min(this.#last + quiet, this.#first + longest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, due - performance.now()));
  }

  get #areMany(): boolean {
    return this.#isMany || this.#pending.size > fewCount;
  }

  #begin(): void {
    clearTimeout(this.#timer);
    const items = this.#pending;
    const end = this.#pendingEnd;
    this.#pending = new Set();
    this.#pendingEnd = deferred();
    this.#isMany = false;
    this.#working = this.#act(items).finally(() => {
      this.#working = undefined;
      this.#schedule();
      end.resolve();
    });
  }
}

/** A promise that somebody else resolves. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((resolved) => (resolve = resolved));
  return { promise, resolve };
}
