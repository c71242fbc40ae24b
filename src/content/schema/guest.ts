import type { z } from "zod";
import { keyed, slug, text, texts } from "../../config/fields.js";
import type { GuestFront, OwnValues } from "../front-matter.js";
import { links, picture } from "./parts.js";

/** The front matter of a guest's file. */
export const guestSchema = keyed("keys and values", {
  name: text,
  role: text.optional(),
  affiliation: text.optional(),
  portrait: picture.optional(),
  aliases: texts.default([]),
  reading: text.optional(),
  sort: text.optional(),
  slug: slug("slug").optional(),
  links: links.default([]),
  pronouns: text.optional(),
  honorific: text.optional(),
}) satisfies z.ZodType<Omit<GuestFront, keyof OwnValues>>;
