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

  /** Go on for ever, with pauses so long that it takes a fiftieth of one processor at most. */
  start(onDifference: (paths: FilePath[]) => void): void {
    const round = (): void => {
      const started = performance.now();
      const paths = this.next();
      if (paths.length > 0) onDifference(paths);
      const took = performance.now() - started;
      setTimeout(round, Math.max(shortestPause, took * 50));
    };
    setTimeout(round, shortestPause);
  }
}

/** In milliseconds. */
const shortestPause = 1000;
