import type { Diagnostic } from "../diagnostics/diagnostic.js";

/**
 * Diagnostics as workflow commands, which GitHub shows beside the lines of a change.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join("");
}

function command({ code, severity, message, help, place }: Diagnostic): string {
  const properties = {
    file: place.file,
    line: place.line,
    endLine: place.endLine,
    // A range of columns is understood within one line only.
    ...(place.line === place.endLine ? { col: place.column, endColumn: place.endColumn } : {}),
    title: code,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${severity} ${written.join(",")}::${escapeData(help === "" ? message : `${message}\n${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
