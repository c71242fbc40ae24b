import type { ParamsOf } from "../diagnostics/catalogue.js";
import type { templateCodes } from "../diagnostics/codes/templates.js";
import type { TemplateLocation } from "./template-syntax.js";

/** A code of the catalogue that a template may bring up. */
export type TemplateCode = keyof typeof templateCodes;

/** A code with the particulars that its words need. */
export type Mistake = {
  [C in TemplateCode]: { readonly code: C; readonly params: ParamsOf<C> };
}[TemplateCode];

/**
 * A mistake in a template that came up while it ran. Thrown, for there is no other way out of Handlebars' generated
 * code; caught where a page is rendered, and never seen outside of this room.
 */
export class TemplateMistake extends Error {
  override readonly name = "TemplateMistake";
  readonly mistake: Mistake;
  /** `undefined` until somebody on the way out knows it. */
  location: TemplateLocation | undefined;
  /** The template's path; `undefined` until the innermost template has seen it. */
  template: string | undefined;

  constructor(mistake: Mistake, location?: TemplateLocation) {
    super(mistake.code);
    this.mistake = mistake;
    this.location = location;
  }
}
