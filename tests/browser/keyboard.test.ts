import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, afterEach, describe, expect, test } from "vitest";
import { until } from "./until.js";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();
let context: BrowserContext;
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
});
afterEach(() => context.close());

async function open(path = "features/book-boat/"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
  return page;
}

/** The id of what has the focus. */
const focused = (page: Page) => page.evaluate("document.activeElement.id");
const focusOn = (page: Page, id: string) => until(page, `document.activeElement.id === "${id}"`);

describe("single keys", () => {
  test("go to the next and the previous turn, which gets the focus and stands below the bar", async () => {
    const page = await open();
    await page.keyboard.press("j");
    await focusOn(page, "before-light-q");
    await page.keyboard.press("j");
    await focusOn(page, "before-light-qiu-dashui");
    const top = await page.evaluate("document.activeElement.getBoundingClientRect().top");
    const bar = await page.evaluate("document.querySelector('.readings').getBoundingClientRect().bottom");
    expect(top).toBeGreaterThanOrEqual(Number(bar));
    expect(top).toBeLessThan(200);
    await page.keyboard.press("k");
    await focusOn(page, "before-light-q");
  });

  test("pass over what the reading does not show", async () => {
    const page = await open("features/book-boat/#by-qiu-dashui");
    for (let at = 0; at < 5; at++) {
      await page.keyboard.press("j");
      await until(page, "document.activeElement.matches('.turn')");
      expect(await page.evaluate("document.activeElement.checkVisibility()")).toBe(true);
    }
  });

  test("go from guest to guest in the comparison, as do the arrow keys on an answer", async () => {
    const page = await open("features/book-boat/#compare");
    await page.keyboard.press("j");
    await until(page, "document.activeElement.matches('.turn')");
    while ((await focused(page)) !== "before-light-qiu-dashui") {
      await page.keyboard.press("j");
      await page.waitForTimeout(50);
    }
    await page.keyboard.press("h");
    await focusOn(page, "before-light-shan-jingyi");
    await page.keyboard.press("l");
    await focusOn(page, "before-light-qiu-dashui");
    await page.keyboard.press("ArrowRight");
    await focusOn(page, "before-light-zeng-xiaoman");
    await page.keyboard.press("ArrowRight");
    await focusOn(page, "before-light-zeng-xiaoman");
  });

  test("are listed, and turned off for good", async () => {
    const page = await open();
    await page.keyboard.press("?");
    const dialog = page.locator("dialog.keys");
    await dialog.waitFor({ state: "visible" });
    expect(await dialog.locator("kbd").allTextContents()).toEqual(["J", "K", "H", "L", "?"]);
    await dialog.locator("input").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.reload({ waitUntil: "networkidle" });
    await page.keyboard.press("j");
    await page.waitForTimeout(300);
    expect(await page.evaluate("document.activeElement.matches('.turn')")).toBe(false);
    // The button leads back to the list, by which they are turned on again.
    await page.locator(".keys-opener button").click();
    await dialog.waitFor({ state: "visible" });
    expect(await dialog.locator("input").isChecked()).toBe(false);
    await dialog.locator("input").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("k");
    await until(page, "document.activeElement.matches('.turn')");
  });

  test("are left alone where somebody types, and with Ctrl, Alt or Meta", async () => {
    const page = await open();
    await page.evaluate("document.querySelector('main').prepend(document.createElement('input'))");
    await page.locator("main > input").focus();
    await page.keyboard.type("jk?");
    expect(await page.locator("main > input").inputValue()).toBe("jk?");
    await page.evaluate("document.querySelector('main > input').remove()");
    for (const key of ["Control+k", "Alt+j", "Meta+j"]) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await page.evaluate("document.activeElement.matches('.turn')")).toBe(false);
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("are offered to nobody without JavaScript", async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const page = await still.newPage();
    await page.goto(`${host.origin}/features/book-boat/`);
    expect(await page.locator(".keys-opener button").isVisible()).toBe(false);
    await still.close();
  });
});

describe("the reading that was chosen last", () => {
  const isCompared = (page: Page) => page.evaluate("document.querySelector('#compare').matches(':target')");

  test("is there on the next page, which still begins at its top", async () => {
    const page = await open();
    await page.locator(".readings [data-reading='compare']").click();
    const next = await open("features/nine-bells/");
    expect(await isCompared(next)).toBe(true);
    expect(await next.evaluate("scrollY")).toBe(0);
    expect(await next.locator(".readings [aria-current]").textContent()).toBe("Side by side");
    await next.keyboard.press("Tab");
    expect(await next.evaluate("document.activeElement.className")).toBe("skip");
    await next.locator(".readings [data-reading='read']").click();
    expect(await isCompared(await open())).toBe(false);
  });

  test("gives way to what the address names", async () => {
    const page = await open();
    await page.locator(".readings [data-reading='compare']").click();
    const linked = await open("features/book-boat/#before-light-qiu-dashui");
    expect(await isCompared(linked)).toBe(false);
    expect(new URL(linked.url()).hash).toBe("#before-light-qiu-dashui");
  });

  test("is not a guest's alone: others would be missed on the next page", async () => {
    const page = await open();
    await page.locator(".readings a[href$='#by-qiu-dashui']").click();
    const next = await open();
    expect(new URL(next.url()).hash).toBe("");
  });
});
