import { z } from "zod";
import { diagnose } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { text } from "./fields.js";
import { refuse } from "./problem.js";

/** The name of a time zone, as in the IANA database; an offset such as `+08:00` is none, since it has no history. */
export const timezone = text.transform((typed, context) => {
  if (isTimezone(typed)) return typed;
  refuse(context, (where) =>
    diagnose("unknown-timezone", where, { found: typed, nearest: guessTimezone(typed) }),
  );
  return z.NEVER;
});

function isTimezone(typed: string): boolean {
  if (!/^[A-Za-z]/.test(typed)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: typed });
    return true;
  } catch {
    return false; // A RangeError: no such zone.
  }
}

/** By the whole name, or by the city alone; Beijing, which people look for, is in the zone of Shanghai. */
function guessTimezone(typed: string): string | undefined {
  if (/^(?:beijing|peking|asia\/beijing|北京|\+0?8(?::?00)?)$/i.test(typed)) return "Asia/Shanghai";
  const zones = Intl.supportedValuesOf("timeZone");
  const cities = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf("/") + 1), zone]));
  const city = nearest(typed.replace(/ /g, "_"), cities.keys());
  return nearest(typed, zones) ?? (city === undefined ? undefined : cities.get(city));
}
