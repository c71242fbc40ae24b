/** Does something in small pieces as long as nobody wants anything else. */
export class IdleWork {
  readonly #goOn: (isOver: () => boolean) => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param goOn - Works until it is over, and says whether all is done. */
  constructor(goOn: (isOver: () => boolean) => boolean) {
    this.#goOn = goOn;
  }

  /** Begin, or go on. */
  start(): void {
    this.stop();
    const end = performance.now() + piece;
    if (this.#goOn(() => performance.now() > end)) return;
    this.#timer = setTimeout(() => this.start(), pause).unref();
  }

  /** Do no more for now. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Milliseconds: nobody notices an answer that comes so much later. */
const piece = 4;

/** Milliseconds: about a tenth of one processor is used. */
const pause = 36;
