import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { observePage } from "./observed-page.js";
import { violations } from "./page-checks.js";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();

/** What a reader can bring a feature's page into, and how. */
const states: Record<string, readonly [path: string, reach: (page: Page) => Promise<unknown>]> = {
  "a recording that plays": [
    "features/nine-bells/",
    async (page) => {
      await page.locator(".moment").first().click();
      await page.waitForSelector(".spoken");
    },
  ],
  "the citations of a feature": [
    "features/nine-bells/",
    async (page) => {
      await page.locator(".citing summary").click();
      await page.locator(".citing button").first().waitFor();
    },
  ],
  "what can be done with an answer": [
    "features/book-boat/",
    async (page) => {
      await page.locator(".answer .anchor").first().focus();
      await page.keyboard.press("Enter");
      await page.locator("dialog.share").waitFor();
    },
  ],
  "the page as it was printed": ["features/book-boat/", (page) => page.locator(".facsimile summary").click()],
  "the list of keys": [
    "en/features/book-boat/#compare",
    async (page) => {
      await page.keyboard.press("?");
      await page.locator("dialog.keys").waitFor();
    },
  ],
  "a turn in focus": [
    "en/features/book-boat/",
    async (page) => {
      await page.keyboard.press("j");
      await page.locator(".turn:focus").waitFor();
    },
  ],
};

describe.each([
  ["light", 1280],
  ["dark", 360],
] as const)("in %s, in a window of %i px,", (colorScheme, width) => {
  test.each(Object.entries(states))(
    "%s is accessible, quiet and no wider than the window",
    async (_, state) => {
      const [path, reach] = state;
      const viewport = { width, height: 740 };
      const { page, takeNoise, close } = await observePage(browser, host.origin, { colorScheme, viewport });
      await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
      await reach(page);
      expect(await violations(page)).toEqual([]);
      expect(takeNoise()).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await close();
    },
  );
});
