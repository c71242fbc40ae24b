import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { observePage } from "./observed-page.js";
import { openExampleSite } from "./set-up.js";

const { browser, host, site } = await openExampleSite();

test("every page is quiet, asks nobody else, stands still, and fits a window of 360 and of 320 px", async () => {
  const { page, takeNoise, shift, close } = await observePage(browser, host.origin);
  const wrong: string[] = [];
  for (const path of [
    ...site.pages,
    "features/book-boat/index.html#compare",
    "features/nine-bells/index.html#compare",
    "features/nine-bells/index.html#by-pip-lindqvist",
    "en/features/book-boat/index.html#borrowed-q",
  ]) {
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto("about:blank");
    await page.goto(`${host.origin}/${path}`);
    await page.evaluate(
      "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done)))",
    );
    const moved = await shift();
    if (moved > 0) wrong.push(`${path} moves by ${moved}`);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 700 });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      if (wide !== width) wrong.push(`${path} is ${String(wide)} px wide in ${width}`);
    }
    wrong.push(...takeNoise().map((noise) => `${path}: ${noise}`));
  }
  await close();
  expect(wrong).toEqual([]);
});

const kinds = [
  "",
  "features/",
  "guests/",
  "topics/",
  "archive/",
  "about/",
  "guests/shan-jingyi/",
  "topics/water/",
].concat([
  "series/what-a-town-keeps/",
  "archive/2025/",
  "features/book-boat/",
  "en/features/book-boat/",
  "404.html",
]);

test.each(kinds)(
  "every control of /%s is reached by the Tab key, in the order of the page, and shows it",
  async (path) => {
    const { page, close } = await observePage(browser, host.origin, {
      viewport: { width: 1100, height: 800 },
    });
    await page.goto(`${host.origin}/${path}`);
    const expected = await controlsOf(page);
    const reached: string[] = [];
    const unmarked: string[] = [];
    for (let presses = 0; presses < expected.length + 5; presses++) {
      await page.keyboard.press("Tab");
      const [name, marked] = await page.evaluate<[string, boolean]>(focusedControl);
      if (name === "") break;
      reached.push(name);
      if (!marked) unmarked.push(name);
    }
    await close();
    expect(expected.length).toBeGreaterThan(4);
    expect(reached).toEqual(expected);
    expect(unmarked).toEqual([]);
  },
);

const nameOf = `(at, each) => at + " " + each.localName + " " + (each.getAttribute("href") ?? each.textContent.trim())`;
const all = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]")]`;

/** Everything that takes the focus, as \`3 a guests/\`. A group of radio buttons takes it once. */
async function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `${all}.map((each, at) => [each, at])
      .filter(([each]) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }))
      .map(([each, at]) => (${nameOf})(at, each))`,
  );
}

/** What has the focus, in the same words, and whether that is to be seen. */
const focusedControl = `(() => {
  const each = document.activeElement;
  if (each === document.body || each === null) return ["", false];
  const style = getComputedStyle(each);
  return [(${nameOf})(${all}.indexOf(each), each), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0];
})()`;

test("with JavaScript off, every page has the words and controls that it has with it", async () => {
  const off = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const on = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const [without, having] = [await off.newPage(), await on.newPage()];
  const readings = ["", "#compare", "#by-qiu-dashui"].map(
    (reading) => `features/book-boat/index.html${reading}`,
  );
  for (const path of [
    ...readings,
    "index.html",
    "guests/index.html",
    "guests/shan-jingyi/index.html",
    "en/index.html",
  ]) {
    for (const page of [without, having]) {
      await page.goto("about:blank");
      await page.goto(`${host.origin}/${path}`);
    }
    const [plain, full] = [
      await without.locator("main").innerText(),
      await having.locator("main").innerText(),
    ];
    const lines = new Set(full.split("\n").map((line) => line.trim()));
    // What only works with it may be added; nothing may be lost without it.
    expect(
      plain
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => !lines.has(line)),
      path,
    ).toEqual([]);
    expect(plain.length, path).toBeGreaterThan(200);
  }
  await off.close();
  await on.close();
});
