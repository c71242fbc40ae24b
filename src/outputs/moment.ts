import type { CalendarDate } from "../model/ids.js";

/** A moment in the two forms that feeds want. */
export interface Moment {
  /** `2024-03-01T12:00:00+08:00` @see RFC 3339 */
  readonly rfc3339: string;
  /** `Fri, 01 Mar 2024 12:00:00 +0800` @see RFC 5322 §3.3 */
  readonly rfc5322: string;
}

/**
 * Noon of a day in a time zone. Feeds want moments where a publisher has days: noon is the same day for nearly all
 * readers, wherever they are.
 *
 * @param date - The day.
 * @param timezone - IANA name.
 */
export function noonOf(date: CalendarDate, timezone: string): Moment {
  const offset = offsetAt(new Date(`${date}T12:00:00Z`), timezone);
  const [year = "", month = "", day = ""] = date.split("-");
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
  const monthName = months[Number(month) - 1] ?? "";
  return {
    rfc3339: `${date}T12:00:00${offset === "+00:00" ? "Z" : offset}`,
    rfc5322: `${weekday}, ${day} ${monthName} ${year} 12:00:00 ${offset.replace(":", "")}`,
  };
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How far a zone is from UTC at a moment: `+08:00`. */
function offsetAt(moment: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    timeZoneName: "longOffset",
  }).formatToParts(moment);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return /^GMT([+-]\d\d:\d\d)/.exec(name)?.[1] ?? "+00:00";
}
