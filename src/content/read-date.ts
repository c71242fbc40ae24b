import { calendarDate, type CalendarDate } from "../model/ids.js";

/** A date, or why a text is none. */
export type ReadDate =
  | { readonly date: CalendarDate }
  | {
      readonly date: undefined;
      readonly reason: "form" | "calendar" | "time";
      readonly nearest: string | undefined;
    };

/**
 * Read a date in the form `2024-03-01`, of the years 1 to 9999 in the Gregorian calendar.
 *
 * @returns The date, or why it is none and the date that was most likely meant.
 * @see ISO 8601, extended format of calendar dates.
 */
export function readDate(typed: string): ReadDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) {
    if (isDay(typed)) return { date: calendarDate(typed) };
    return { date: undefined, reason: "calendar", nearest: undefined };
  }
  const nearest = guessDate(typed);
  const reason = /^\d{4}-\d{2}-\d{2}[T ]/.test(typed) ? "time" : "form";
  return { date: undefined, reason, nearest };
}

function guessDate(typed: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年]|\s)\s*(\d{1,2})(?:[-/.月]|\s)\s*(\d{1,2})日?(?:[T ].*)?$/.exec(typed.normalize("NFKC"));
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const guess = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(guess) ? guess : undefined;
}

function isDay(typed: string): boolean {
  const year = Number(typed.slice(0, 4));
  const month = Number(typed.slice(5, 7));
  const day = Number(typed.slice(8));
  return year >= 1 && day >= 1 && day <= daysIn(month, year);
}

/** In the Gregorian calendar; none in a month that there is not. */
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
