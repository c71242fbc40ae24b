import { calendarDate, type CalendarDate } from "../model/ids.js";

/**
 * Which day a moment belongs to.
 *
 * @param timezone - IANA name.
 * @param now - Milliseconds since 1970.
 */
export function todayIn(timezone: string, now: number): CalendarDate {
  if (timezone === "UTC") return calendarDate(new Date(now).toISOString().slice(0, 10));
  // Swedish writes dates as ISO 8601 does.
  return calendarDate(
    new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" }).format(now),
  );
}
