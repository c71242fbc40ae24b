import { codeFrame } from "../diagnostics/code-frame.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../diagnostics/place.js";
import type { EditorLink } from "./editor-link.js";
import type { Report, ShownDiagnostic, ShownPlace } from "./messages.js";

/**
 * What is wrong, as the browser shows it: errors first, and no more than a person reads.
 *
 * @param trouble - What went wrong that is no fault of the content.
 */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  link: EditorLink,
  trouble: string | null,
): Report {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const shown = [...errors, ...warnings].slice(0, mostShown).map((each) => shownDiagnostic(each, link));
  return { errors: errors.length, warnings: warnings.length, shown, trouble };
}

const mostShown = 100;

/** One diagnostic with its frame and the links that open its places. */
function shownDiagnostic(diagnostic: Diagnostic, link: EditorLink): ShownDiagnostic {
  const { code, severity, message, help, place, related } = diagnostic;
  return {
    code,
    severity,
    help,
    frame: codeFrame(diagnostic),
    related: related.map((other) => shownPlace(other.message, other.place, link)),
    ...shownPlace(message, place, link),
  };
}

function shownPlace(message: string, { file, line, column }: Place, link: EditorLink): ShownPlace {
  return { message, place: `${file}:${line}:${column}`, href: link(file, line, column) };
}
