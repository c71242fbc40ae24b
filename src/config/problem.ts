import type { z } from "zod";
import type { Diagnostic, Where } from "../diagnostics/diagnostic.js";

/** A problem that a schema finds, to be reported once the place of the value is known. */
export class Problem {
  readonly report: (where: Where) => Diagnostic;

  constructor(report: (where: Where) => Diagnostic) {
    this.report = report;
  }
}

/**
 * Refuse a value inside a schema with a code of the catalogue.
 *
 * @param context - Of the schema's transform.
 * @param report - Makes the diagnostic at the value's place.
 * @param path - From the value to the part that is wrong; empty for the value itself.
 */
export function refuse(
  context: z.RefinementCtx,
  report: (where: Where) => Diagnostic,
  path: readonly (string | number)[] = [],
): void {
  context.addIssue({ code: "custom", path: [...path], params: { problem: new Problem(report) } });
}
