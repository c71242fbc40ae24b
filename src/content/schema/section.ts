import type { z } from "zod";
import { keyed, slug, text } from "../../config/fields.js";
import type { OwnValues, SectionFront } from "../front-matter.js";
import { expects, guestNames } from "./parts.js";

/** The front matter of a section's file. */
export const sectionSchema = keyed("keys and values", {
  title: text,
  question: text.optional(),
  declined: guestNames.default([]),
  expects: expects.optional(),
  id: slug("id").optional(),
}) satisfies z.ZodType<Omit<SectionFront, keyof OwnValues>>;

/** One entry of `sections` in the front matter of a feature that is one file. */
export const sectionEntry = keyed("a map with title and id", {
  id: slug("id").optional(),
  title: text,
  question: text.optional(),
  declined: guestNames.default([]),
  expects: expects.optional(),
});
