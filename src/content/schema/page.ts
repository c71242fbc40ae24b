import type { z } from "zod";
import { keyed, slug, text, wholeNumber } from "../../config/fields.js";
import type { OwnValues, PageFront } from "../front-matter.js";
import { oldAddresses } from "./parts.js";

/** The front matter of a page that is no interview. */
export const pageSchema = keyed("keys and values", {
  title: text,
  slug: slug("slug").optional(),
  description: text.optional(),
  navigation: wholeNumber(-999_999, 999_999).optional(),
  aliases: oldAddresses.default([]),
}) satisfies z.ZodType<Omit<PageFront, keyof OwnValues>>;
