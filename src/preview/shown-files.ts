import type { SiteFiles } from "./site-files.js";

/** How many are remembered: more than somebody has open, with what they consist of. */
const most = 200;

/** Remembers which files of the site were sent last, so that the next start has them at once. */
export class ShownFiles {
  readonly #paths = new Set<string>();

  /** The same files; those that are opened are remembered. */
  noting(files: SiteFiles): SiteFiles {
    return {
      get: (path) => {
        const output = files.get(path);
        return (
          output && {
            hash: output.hash,
            open: () => {
              this.#note(path);
              return output.open();
            },
          }
        );
      },
    };
  }

  /** Paths in the output folder, the last one first. */
  get paths(): readonly string[] {
    return [...this.#paths].reverse();
  }

  #note(path: string): void {
    this.#paths.delete(path);
    this.#paths.add(path);
    const [oldest] = this.#paths;
    if (this.#paths.size > most && oldest !== undefined) this.#paths.delete(oldest);
  }
}
