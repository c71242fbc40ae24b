import type { Masthead } from "../model/feature.js";
import type { CalendarDate } from "../model/ids.js";

/** The dates of an edition that say of when its text is. */
type Dates = Pick<Masthead, "date" | "updated" | "corrections">;

/**
 * The day on which the original was changed since a translation was last worked on; `null` where the translation is
 * as new as its original.
 *
 * An original changes on the day of its `updated` and on the days of its corrections; its `date` alone is no change.
 * A translation is of the latest of its `date`, its `updated` and its corrections. The same day counts as done.
 */
export function changedSince(original: Dates, translation: Dates): CalendarDate | null {
  const changed = latest(changesOf(original));
  if (changed === null) return null;
  const worked = latest([translation.date, ...changesOf(translation)]);
  return worked !== null && worked >= changed ? null : changed;
}

function changesOf({ updated, corrections }: Dates): CalendarDate[] {
  return [...(updated === null ? [] : [updated]), ...corrections.map(({ date }) => date)];
}

function latest(dates: readonly CalendarDate[]): CalendarDate | null {
  return dates.reduce<CalendarDate | null>(
    (newest, date) => (newest === null || date > newest ? date : newest),
    null,
  );
}
