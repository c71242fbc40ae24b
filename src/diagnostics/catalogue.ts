import type { CatalogueEntry } from "./entry.js";
import { fileCodes } from "./codes/files.js";
import { frontMatterCodes } from "./codes/front-matter.js";
import { importCodes } from "./codes/import.js";
import { interviewCodes } from "./codes/interview.js";
import { ioCodes } from "./codes/io.js";
import { markdownCodes } from "./codes/markdown.js";
import { pictureCodes } from "./codes/pictures.js";
import { siteCodes } from "./codes/site.js";
import { templateCodes } from "./codes/templates.js";

/**
 * Every code that Colloquy reports, with its severity, its documentation and its words.
 *
 * `docs/diagnostics.md` is made from this, and a test holds the two together.
 */
export const catalogue = {
  ...fileCodes,
  ...ioCodes,
  ...frontMatterCodes,
  ...markdownCodes,
  ...interviewCodes,
  ...siteCodes,
  ...templateCodes,
  ...pictureCodes,
  ...importCodes,
} satisfies Record<string, CatalogueEntry<never>>;

/** A permanent name of a problem, such as `unknown-speaker`. */
export type Code = keyof typeof catalogue;

/** The particulars that a code's words need. */
export type ParamsOf<C extends Code> = (typeof catalogue)[C] extends CatalogueEntry<infer P> ? P : never;
