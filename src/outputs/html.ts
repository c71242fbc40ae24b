import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import { renderPage } from "../render/render-page.js";
import type { Theme } from "../render/theme.js";
import { viewOf } from "../render/view.js";
import type { ViewContext } from "../render/view-context.js";
import { outputPath } from "./output-path.js";

/** Pages that were rendered before. */
export interface KnownPages {
  /** The page's file, if it would be the same again. */
  readonly get: (page: Page) => Output | undefined;
  /** Remember a page that was rendered without a mistake. */
  readonly add: (page: Page, output: Output) => void;
}

const unknownPages: KnownPages = { get: () => undefined, add: () => undefined };

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
  known: KnownPages = unknownPages,
): { readonly outputs: Output[]; readonly diagnostics: Diagnostic[] } {
  const outputs: Output[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  for (const page of pages) {
    const before = known.get(page);
    if (before !== undefined) {
      outputs.push(before);
      continue;
    }
    const { value, diagnostics: found } = renderPage(
      theme,
      viewOf(page, context),
      context.words(page.language),
    );
    if (value !== undefined) {
      const output = { path: outputPath(page.path), content: value };
      outputs.push(output);
      known.add(page, output);
    }
    for (const each of found) diagnostics.set(JSON.stringify([each.code, each.place, each.message]), each);
  }
  return { outputs, diagnostics: [...diagnostics.values()] };
}
