import { diagnose } from "../diagnostics/diagnostic.js";
import { z } from "zod";
import { text } from "../config/fields.js";
import { refuse } from "../config/problem.js";
import { readDate } from "./read-date.js";

/** A day of the calendar as it is typed in front matter. */
export const date = text.transform((typed, context) => {
  const read = readDate(typed);
  if (read.date !== undefined) return read.date;
  const params = { found: typed, reason: read.reason, nearest: read.nearest };
  refuse(context, (where) => diagnose("invalid-date", where, params));
  return z.NEVER;
});
