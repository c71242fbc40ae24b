import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import { renderPage } from "../render/render-page.js";
import type { Theme } from "../render/theme.js";
import { viewOf } from "../render/view.js";
import type { ViewContext } from "../render/view-context.js";
import { outputPath } from "./output-path.js";

/** Renders pages into files, one by one. */
export class PageRenderer {
  readonly #context: ViewContext;
  readonly #theme: Theme;
  readonly #diagnostics = new Map<string, Diagnostic>();

  constructor(context: ViewContext, theme: Theme) {
    this.#context = context;
    this.#theme = theme;
  }

  /** The file of a page; `undefined` where a template goes wrong with it. */
  render(page: Page): Output | undefined {
    const view = viewOf(page, this.#context);
    const { value, diagnostics } = renderPage(this.#theme, view, this.#context.words(page.language));
    for (const each of diagnostics)
      this.#diagnostics.set(JSON.stringify([each.code, each.place, each.message]), each);
    return value === undefined ? undefined : { path: outputPath(page.path), content: value };
  }

  /** What was wrong with templates so far, each mistake once however many pages it breaks. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }
}
