import type { Masthead } from "../model/feature.js";
import type { CalendarDate } from "../model/ids.js";

/** The dates of an edition that say of when its text is. */
type Dates = Pick<Masthead, "date" | "updated" | "corrections">;

/** The day of the last change to an edition: the latest of its `date`, its `updated` and its corrections. */
export function lastChange({ masthead }: { readonly masthead: Dates }): CalendarDate {
  return latest(masthead.date, changesOf(masthead));
}

/**
 * The day on which the original was changed since a translation was last worked on; `null` where the translation is
 * as new as its original.
 *
 * An original changes on the day of its `updated` and on the days of its corrections; its `date` alone is no change.
 * A translation is of its last change. The same day counts as done.
 */
export function changedSince(original: Dates, translation: Dates): CalendarDate | null {
  const [first, ...others] = changesOf(original);
  if (first === undefined) return null;
  const changed = latest(first, others);
  return lastChange({ masthead: translation }) >= changed ? null : changed;
}

function changesOf({ updated, corrections }: Dates): CalendarDate[] {
  return [...(updated === null ? [] : [updated]), ...corrections.map(({ date }) => date)];
}

function latest(first: CalendarDate, others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((newest, date) => (date > newest ? date : newest), first);
}
