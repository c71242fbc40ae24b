import type { FilePath } from "../model/ids.js";

/**
 * Goes through all files from time to time, for what no event tells: folders behind a link, network disks, containers,
 * systems that have run out of watches.
 */
export class Sweep {
  readonly #list: () => ReadonlyMap<FilePath, string>;
  #before: ReadonlyMap<FilePath, string>;

  /** @param list - All files, each with a mark that differs where the file does. */
  constructor(list: () => ReadonlyMap<FilePath, string>) {
    this.#list = list;
    this.#before = list();
  }

  /** What differs from the time before. */
  next(): FilePath[] {
    const before = this.#before;
    const now = this.#list();
    this.#before = now;
    const gone = [...before.keys()].filter((path) => !now.has(path));
    return [...gone, ...[...now].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path)];
  }

  /** Go on for ever, with pauses between. */
  start(onDifference: (paths: FilePath[]) => void): void {
    let times: readonly number[] = [];
    const round = (): void => {
      const started = performance.now();
      const paths = this.next();
      if (paths.length > 0) onDifference(paths);
      times = [...times.slice(-4), performance.now() - started];
      setTimeout(round, pauseAfter(times));
    };
    setTimeout(round, shortestPause);
  }
}

/**
 * How long to wait until the next time: so long that it takes a fiftieth of one processor at most.
 *
 * The least of the last times counts. The others have waited for a processor that something else was using, and a
 * machine that is busy is no reason to be late as well.
 *
 * @param times - How long it took the last times, in milliseconds.
 * @returns Milliseconds.
 */
export function pauseAfter(times: readonly number[]): number {
  return Math.max(shortestPause, Math.min(...times) * 50);
}

/** In milliseconds. */
const shortestPause = 1000;
