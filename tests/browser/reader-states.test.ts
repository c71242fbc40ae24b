import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExampleSite, launchBrowser, serve, type ExampleSite } from "./example-site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: ExampleSite;
let host: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  site = await buildExampleSite();
  host = await serve(site.folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await host.close();
  site.remove();
});

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
      const context = await browser.newContext({
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width, height: 740 },
      });
      const page = await context.newPage();
      const noise: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) noise.push(message.text());
      });
      page.on("pageerror", (error) => noise.push(error.message));
      await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
      await reach(page);
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`)))",
      );
      expect(found).toEqual([]);
      expect(noise).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await context.close();
    },
  );
});
