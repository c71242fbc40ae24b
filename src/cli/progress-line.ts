import type { TextStream } from "./environment.js";
import type { Progress } from "../build/options.js";

/** Shows how far a build is: one line that is drawn over on a terminal, nothing in a pipe. */
export class ProgressLine {
  readonly #stream: TextStream;
  readonly #now: () => number;
  #drawn = false;
  #last = -Infinity;

  /** @param now - Milliseconds, from any point. */
  constructor(stream: TextStream, now: () => number = Date.now) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Draw the line anew, at most ten times a second. */
  show({ stage, done, total }: Progress): void {
    if (!this.#stream.isTerminal || this.#now() - this.#last < 100) return;
    this.#last = this.#now();
    const counted = total === undefined ? `${done}` : `${done}/${total}`;
    this.#stream.write(`\r\u001b[2K${`${stage} ${counted}`.slice(0, this.#stream.columns - 1)}`);
    this.#drawn = true;
  }

  /** Take the line away, before anything else is written. */
  clear(): void {
    if (this.#drawn) this.#stream.write("\r\u001b[2K");
    this.#drawn = false;
  }
}
