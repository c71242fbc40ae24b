import type { CalendarDate } from "../model/ids.js";
import type { DateView } from "./views/common.js";

/** How a language writes days and months. */
export interface DateWriter {
  day(date: CalendarDate): DateView;
  /** The name of a date's month: March, 3月. */
  month(date: CalendarDate): string;
}

/**
 * Writes calendar dates in a language. A day is written as it is, in no time zone: the same on every machine.
 *
 * @param language - A language tag. The calendar is always the Gregorian one, in which dates are typed.
 */
export function dateWriter(language: string): DateWriter {
  const options = { timeZone: "UTC", calendar: "gregory" } as const;
  const days = new Intl.DateTimeFormat(language, { ...options, dateStyle: "long" });
  const months = new Intl.DateTimeFormat(language, { ...options, month: "long" });
  const written = new Map<CalendarDate, DateView>();
  return {
    day(date) {
      const before = written.get(date);
      if (before) return before;
      const view = { iso: date, text: days.format(startOf(date)) };
      written.set(date, view);
      return view;
    },
    month: (date) => months.format(startOf(date)),
  };
}

function startOf(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
