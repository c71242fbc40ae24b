import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnoseMistake } from "./check-template.js";
import { TemplateMistake } from "./template-mistake.js";
import { spanOfLocation } from "./template-syntax.js";
import { dependenciesOf, layoutPath, pagePath, type Theme } from "./theme.js";
import type { PageView } from "./views/pages.js";
import type { Words } from "./words.js";

/**
 * Turn a view into the text of a page: its kind's template, put into the layout.
 *
 * @param theme - The templates.
 * @param view - Made for this page; what its template gives is added to it for the layout, as `body`.
 * @param words - Of the page's language.
 * @returns No value where a template goes wrong with this view; no value and no diagnostics where a template that
 *   the page needs was reported as broken already.
 */
export function renderPage(theme: Theme, view: PageView, words: Words): Checked<string> {
  if (!isUsable(theme, view)) return unusable([]);
  try {
    const body = theme.engine.run(pagePath(view.kind), view, words);
    // Added, not copied: what a view works out when it is read would all be read.
    return checked(theme.engine.run(layoutPath(theme, view.kind), Object.assign(view, { body }), words));
  } catch (error) {
    if (error instanceof TemplateMistake) return unusable([diagnosisOf(error, theme)]);
    throw error;
  }
}

const usable = new WeakMap<Theme, Map<string, boolean>>();

/** Whether no template that the page needs is missing or was left out of the theme because of its errors. */
function isUsable(theme: Theme, { kind, language }: PageView): boolean {
  const known = usable.get(theme) ?? new Map<string, boolean>();
  usable.set(theme, known);
  const before = known.get(kind);
  if (before !== undefined) return before;
  const result =
    theme.templates.has(pagePath(kind)) &&
    theme.templates.has(layoutPath(theme, kind)) &&
    !dependenciesOf(theme, kind, language).some((path) => theme.broken.has(path));
  known.set(kind, result);
  return result;
}

function diagnosisOf(error: TemplateMistake, theme: Theme): Diagnostic {
  const template = error.template === undefined ? undefined : theme.templates.get(error.template);
  const span =
    template && error.location ? spanOfLocation(template.source, error.location) : { start: 0, end: 0 };
  const where = template ? { source: template.source, span } : { file: `templates/${error.template ?? ""}` };
  return diagnoseMistake(error.mistake, where);
}
