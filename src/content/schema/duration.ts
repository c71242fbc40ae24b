import { z } from "zod";
import { text } from "../../config/fields.js";

const expected = 'a duration such as "1:02:03" or a number of seconds';

/** A length of time as typed, `1:02:03`, `62:03` or `3723`; seconds. */
export const duration = text.transform((typed, context) => {
  const seconds = readDuration(typed);
  if (seconds !== undefined) return seconds;
  context.addIssue({ code: "custom", message: expected });
  return z.NEVER;
});

/** Seconds, or `undefined` where the text is no duration. Minutes may pass 60 where there are no hours. */
function readDuration(typed: string): number | undefined {
  if (/^\d{1,7}(?:\.\d{1,3})?$/.test(typed)) return Number(typed);
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (match === null) return undefined;
  const [, hours, minutes = "", seconds = ""] = match;
  if (hours !== undefined && !/^[0-5]\d$/.test(minutes)) return undefined;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}
