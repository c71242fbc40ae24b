import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { sitePath } from "../../src/model/ids.js";
import { PageRenderer } from "../../src/outputs/html.js";
import { checkLocales } from "../../src/render/check-words.js";
import { loadTheme } from "../../src/render/theme.js";
import { ViewContext } from "../../src/render/view-context.js";
import { planPages } from "../../src/site/plan-pages.js";
import { lampSite } from "./lamp-site.js";
import { settings, site } from "./site-builder.js";

const folder = new URL("../../templates/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(hbs|yaml)$/.test(path))
  .map((path) => ({
    path,
    own: false,
    source: new Source(`templates/${path}`, readFileSync(new URL(path, folder), "utf8")),
  }));

describe("the built-in theme", () => {
  const { value: theme, diagnostics } = loadTheme(files);

  it("has no mistakes, and all words in the languages of its examples", () => {
    expect(diagnostics).toEqual([]);
    // What is known to be in order is not looked through for them.
    expect([...theme.templates.values()].flatMap(({ calls }) => calls.inline)).toEqual([]);
    expect(checkLocales(theme.locales, settings())).toEqual([]);
  });

  it.each([
    ["a site of every kind of page", lampSite()],
    ["a site without anything", site()],
  ])("renders %s", (_, of) => {
    const assets = {
      style: sitePath("/assets/style.css"),
      script: sitePath("/assets/script.js"),
      icon: sitePath("/assets/icon.svg"),
    };
    const context = new ViewContext(of, { locales: theme.locales, generator: "Colloquy", assets });
    const pages = planPages(of);
    const renderer = new PageRenderer(context, theme);
    const outputs = pages.flatMap((page) => renderer.render(page) ?? []);
    expect(renderer.diagnostics).toEqual([]);
    expect(outputs).toHaveLength(pages.length);
  });
});
