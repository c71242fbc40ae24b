import type { Diagnostic } from "./diagnostic.js";

/**
 * A value together with everything that was found wrong on the way to it.
 *
 * `value` is `undefined` where the input was too broken to make one. Diagnostics may accompany a value: a
 * feature with a misspelt speaker is still a feature, so that the rest of it is checked in the same run.
 */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A value, with the diagnostics that came up while it was made. */
export function checked<T>(value: T, diagnostics: readonly Diagnostic[] = []): Checked<T> {
  return { value, diagnostics };
}

/** No value, and why. */
export function unusable(diagnostics: readonly Diagnostic[]): Checked<never> {
  return { value: undefined, diagnostics };
}

/** Many checked values as one: the values that were made, in order, and the diagnostics of all. */
export function gather<T>(many: Iterable<Checked<T>>): { values: T[]; diagnostics: Diagnostic[] } {
  const values: T[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of many) {
    if (one.value !== undefined) values.push(one.value);
    for (const diagnostic of one.diagnostics) diagnostics.push(diagnostic);
  }
  return { values, diagnostics };
}
