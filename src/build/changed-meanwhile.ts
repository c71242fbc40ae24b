import type { FilePath } from "../model/ids.js";

/** A file has changed since it was understood, while it was about to be shown: the site has to be read once more. */
export class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
  readonly file: FilePath;

  constructor(file: FilePath) {
    super(`${file} has changed since it was read`);
    this.file = file;
  }
}

interface Stayed<T> {
  readonly value: T;
  readonly changed?: never;
}

interface NeverStayed {
  readonly value?: never;
  /** What was the reason for giving up. */
  readonly changed: ChangedMeanwhile;
}

/** How often a site is read that changes while it is read. */
export const mostAttempts = 5;

/**
 * Do something with a site as it is, and do it again where its files change meanwhile, up to {@link mostAttempts}.
 *
 * @param attempt - Throws {@link ChangedMeanwhile}; counts from 1.
 */
export async function onceItStays<T>(
  attempt: (count: number) => Promise<T>,
): Promise<Stayed<T> | NeverStayed> {
  for (let count = 1; ; count++) {
    try {
      return { value: await attempt(count) };
    } catch (thrown) {
      if (!(thrown instanceof ChangedMeanwhile)) throw thrown;
      if (count === mostAttempts) return { changed: thrown };
    }
  }
}
