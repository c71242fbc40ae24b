import type { Source } from "../diagnostics/source.js";
import type { TemplateCalls } from "./check-template.js";

/** A template that can be read. */
export interface Template {
  /** Relative to `templates/`: `partials/person.hbs`. */
  readonly path: string;
  readonly source: Source;
  readonly program: hbs.AST.Program;
  readonly calls: TemplateCalls;
}
