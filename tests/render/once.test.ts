import { expect, test } from "vitest";
import { once } from "../../src/render/once.js";
import { renderPage } from "../../src/render/render-page.js";
import { loadTheme } from "../../src/render/theme.js";
import { wordsOf } from "../../src/render/words.js";
import { pageView } from "./page-view.js";
import { themeFiles } from "./theme-files.js";

test("something is worked out when it is asked for, once, even where it is nothing", () => {
  let count = 0;
  const value = once(() => {
    count++;
    return undefined;
  });
  expect(count).toBe(0);
  value();
  value();
  expect(count).toBe(1);
});

test.each([
  ["{{{body}}}", 0],
  ["{{{structuredDataHtml}}}{{{body}}}", 1],
])("what a page is about is worked out where a layout shows it: %s", (layout, times) => {
  const { value: theme } = loadTheme(themeFiles({ "layouts/base.hbs": layout }));
  let count = 0;
  const structuredDataHtml = once(() => `${++count}`);
  const view = Object.defineProperty(pageView(), "structuredDataHtml", { get: structuredDataHtml });
  expect(renderPage(theme, view, wordsOf("en", theme.locales)).value).toContain("<h1>");
  expect(count).toBe(times);
});
