import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** A diagnostic as the JSON formats have it; lines and columns count from 1, columns in UTF-16 units. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related?: readonly Pick<JsonDiagnostic, "message" | "file" | "line" | "column">[];
}

/** Diagnostics for a program: `{"version": 1, "diagnostics": […]}`. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ version: 1, diagnostics: diagnostics.map(toJson) }, null, 2)}\n`;
}

/** One diagnostic without its text and its particulars. */
export function toJson({ code, severity, message, help, place, related }: Diagnostic): JsonDiagnostic {
  const others = related.map((other) => ({
    message: other.message,
    file: other.place.file,
    line: other.place.line,
    column: other.place.column,
  }));
  return { code, severity, message, help, ...place, ...(others.length > 0 ? { related: others } : {}) };
}
