import { diagnose } from "../../diagnostics/diagnostic.js";
import type { Rule } from "./rule.js";

/** Somebody speaks in a feature. */
export const noTurns: Rule = ({ document, turns }) => {
  if (turns.length > 0) return [];
  const { source, body } = document;
  return [diagnose("no-turns", { source, span: { start: body.start, end: body.start } }, {})];
};
