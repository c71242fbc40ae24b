import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import { renderPage } from "../render/render-page.js";
import type { Theme } from "../render/theme.js";
import { viewOf } from "../render/view.js";
import type { ViewContext } from "../render/view-context.js";
import { outputPath } from "./output-path.js";

/**
 * Render pages into files.
 *
 * @returns The files of the pages that could be rendered, and what is wrong with templates, each mistake once however
 *   many pages it breaks.
 */
export function htmlOutputs(
  pages: Iterable<Page>,
  context: ViewContext,
  theme: Theme,
): { readonly outputs: Output[]; readonly diagnostics: Diagnostic[] } {
  const outputs: Output[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  for (const page of pages) {
    const { value, diagnostics: found } = renderPage(
      theme,
      viewOf(page, context),
      context.words(page.language),
    );
    if (value !== undefined) outputs.push({ path: outputPath(page.path), content: value });
    for (const each of found) diagnostics.set(JSON.stringify([each.code, each.place, each.message]), each);
  }
  return { outputs, diagnostics: [...diagnostics.values()] };
}
