import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";

interface Stayed<T> {
  readonly value: T;
  readonly diagnostic?: never;
}

interface NeverStayed {
  readonly value?: never;
  readonly diagnostic: Diagnostic;
}

/** How often a site is read that changes while it is read. */
export const mostAttempts = 5;

/**
 * Do something with a site as it is, and do it again where its files change meanwhile.
 *
 * @param attempt - Throws {@link ChangedMeanwhile}; counts from 1, up to {@link mostAttempts}.
 * @returns What came of it, or what is wrong: a site that never stays as it is.
 */
export async function onceItStays<T>(
  attempt: (count: number) => Promise<T>,
): Promise<Stayed<T> | NeverStayed> {
  for (let count = 1; ; count++) {
    try {
      return { value: await attempt(count) };
    } catch (thrown) {
      if (!(thrown instanceof ChangedMeanwhile)) throw thrown;
      if (count < mostAttempts) continue;
      return { diagnostic: diagnose("site-changing", { file: thrown.file }, { attempts: mostAttempts }) };
    }
  }
}
