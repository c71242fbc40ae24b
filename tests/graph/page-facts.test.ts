import { describe, expect, test } from "vitest";
import { PageFacts } from "../../src/graph/page-facts.js";
import { sitePath } from "../../src/model/ids.js";
import { loadTheme } from "../../src/render/theme.js";
import { ViewContext } from "../../src/render/view-context.js";
import { planPages } from "../../src/site/plan-pages.js";
import { lampSite } from "../render/lamp-site.js";
import { themeFiles } from "../render/theme-files.js";

describe("what a page is made from", () => {
  const site = lampSite();
  const asset = sitePath("/assets/a");
  const context = new ViewContext(site, {
    locales: loadTheme(themeFiles()).value.locales,
    generator: "Colloquy",
    assets: { style: asset, script: asset, icon: asset },
  });
  const facts = new PageFacts(context, { settings: "", templates: () => "" });
  const pages = planPages(site);

  test.each(pages.map((page) => [page.path, page] as const))("is named once each for %s", (_path, page) => {
    const names = facts.of(page).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test("is tried with lists of several features", () => {
    const guests = pages.flatMap((page) => (page.kind === "guest" ? [page.features.length] : []));
    const years = pages.flatMap((page) => (page.kind === "archive" ? [page.years.length] : []));
    expect([Math.max(...guests), Math.max(...years)].every((most) => most > 1)).toBe(true);
  });
});
