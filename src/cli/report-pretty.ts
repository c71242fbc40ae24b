import { createColors } from "picocolors";
import { codeFrame } from "../diagnostics/code-frame.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../diagnostics/place.js";
import { visible } from "../diagnostics/text-cells.js";
import type { TextStream } from "./environment.js";

/** Diagnostics for a person: the message, a code frame, what to do, and where the other half of the problem is. */
export function reportPretty(diagnostics: readonly Diagnostic[], { hasColor, columns }: TextStream): string {
  const color = createColors(hasColor);
  const width = Math.max(40, columns - 12);
  const drawn = diagnostics.map((diagnostic) => {
    const { code, severity, message, help, place, related } = diagnostic;
    const name = severity === "error" ? color.red(color.bold("error")) : color.yellow(color.bold("warning"));
    const mark = severity === "error" ? color.red : color.yellow;
    const frame = codeFrame(diagnostic, { width, color: { gutter: color.dim, mark } });
    const lines = [
      `${color.cyan(shown(place))} ${name} ${visible(message)} ${color.dim(`[${code}]`)}`,
      ...(frame === "" ? [] : [frame]),
      ...related.map((other) => `  ${color.cyan(shown(other.place))} ${visible(other.message)}`),
      ...(help === "" ? [] : [`  ${color.green("help:")} ${visible(help)}`]),
    ];
    return `${lines.join("\n")}\n`;
  });
  return drawn.join("\n");
}

/** A path may hold anything, the commands of a terminal too. */
function shown({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}

/** `2 errors and 1 warning`; empty where there are none. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  return [plural(errors, "error"), plural(warnings, "warning")].filter((part) => part !== "").join(" and ");
}

/** `1 page`, `2 pages`; empty for none. */
export function plural(count: number, noun: string): string {
  if (count === 0) return "";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
