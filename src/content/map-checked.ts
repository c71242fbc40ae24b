import { checked, unusable, type Checked } from "../diagnostics/checked.js";

/** Go on with a checked value where there is one; the diagnostics stay with it. */
export function mapChecked<T, U>(from: Checked<T>, make: (value: T) => U): Checked<U> {
  if (from.value === undefined) return unusable(from.diagnostics);
  return checked(make(from.value), from.diagnostics);
}
