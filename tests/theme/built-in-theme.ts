import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Source } from "../../src/diagnostics/source.js";
import type { Site } from "../../src/model/site.js";
import { sitePath } from "../../src/model/ids.js";
import { renderPage } from "../../src/render/render-page.js";
import { loadTheme, type Theme, type ThemeFile } from "../../src/render/theme.js";
import { viewOf } from "../../src/render/view.js";
import { ViewContext } from "../../src/render/view-context.js";
import { wordsOf } from "../../src/render/words.js";
import { planPages } from "../../src/site/plan-pages.js";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));

/** The theme that comes with the program, as the program reads it. @param own - Files of a site's own. */
export function loadBuiltInTheme(own: readonly ThemeFile[] = []): ReturnType<typeof loadTheme> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(hbs|yaml)$/.test(path))
    .map((path) => path.replaceAll("\\", "/"))
    .map((path) => ({
      path,
      source: new Source(`templates/${path}`, readFileSync(folder + path, "utf8")),
      own: false,
    }));
  return loadTheme([...files, ...own]);
}

/** The theme without anything of a site's own. */
export const builtInTheme = loadBuiltInTheme();

/** The pages of a site in the built-in theme, by their addresses. */
export function renderSite(site: Site, theme: Theme = builtInTheme.value): Map<string, string> {
  const context = new ViewContext(site, {
    locales: theme.locales,
    generator: "Colloquy",
    assets: {
      style: sitePath("/assets/style.css"),
      script: sitePath("/assets/script.js"),
      icon: sitePath("/assets/icon.svg"),
    },
  });
  return new Map(
    planPages(site).map((page) => {
      const { value, diagnostics } = renderPage(
        theme,
        viewOf(page, context),
        wordsOf(page.language, theme.locales),
      );
      if (value === undefined) throw new Error(`${page.path}: ${JSON.stringify(diagnostics)}`);
      return [page.path, value];
    }),
  );
}
