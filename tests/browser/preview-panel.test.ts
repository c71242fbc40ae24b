import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changed, goodSite } from "../build/good-site.js";
import { startPreview, type RunningPreview } from "../process/running-preview.js";
import { launchBrowser } from "./example-site.js";
import { WatchedPage } from "./watched-page.js";

const hasBrowser = existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium");

const lamps = "content/features/lamps.md";
const shadow = "document.querySelector('colloquy-preview').shadowRoot";

describe.skipIf(!hasBrowser)("what the preview shows over a page", () => {
  let browser: Browser;
  let preview: RunningPreview;
  let page: Page;
  let watched: WatchedPage;
  beforeAll(async () => {
    preview = await startPreview(goodSite);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await preview.stop();
  });
  beforeEach(async () => {
    preview.write(lamps, goodSite[lamps]);
    rmSync(join(preview.root, "content/stray.md"), { force: true });
    page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    watched = new WatchedPage(page, preview.address);
    await watched.open("features/lamps/");
    await watched.holds(`${shadow}.querySelector(".corner").innerText.includes("Outline")`);
    await watched.holds(`${shadow}.querySelector(".corner > button") === null`);
  });

  afterEach(() => page.close());

  const makeMistakes = (...changes: readonly (readonly [string, string])[]) =>
    preview.write(lamps, changed(lamps, ...changes)[lamps] ?? "");
  const focused = (what: string) => page.evaluate(`${shadow}.activeElement?.${what}`);

  test("gives the focus to what it opens, and back to the count when that is closed", async () => {
    preview.write("content/stray.md", "Nobody reads this.");
    const count = page.locator("colloquy-preview .corner > button");
    await count.focus();
    expect(await count.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await watched.panelShows("nothing reads it here");
    expect(await focused("textContent")).toBe("Close");
    expect(await count.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Enter");
    await watched.panelIsGone();
    await watched.holds(`${shadow}.activeElement?.textContent === "1 warning"`);
    expect(await count.getAttribute("aria-expanded")).toBe("false");
    rmSync(join(preview.root, "content/stray.md"));
    await watched.holds(`${shadow}.activeElement?.textContent === "Edit"`);
  });

  test("lets nothing behind errors be reached, and gives the focus back to the page", async () => {
    await page.locator("main a").first().focus();
    const before = await page.evaluate("document.activeElement.outerHTML");
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await watched.panelShows('Unexpected guest "abbe"');
    expect(await page.evaluate(`${shadow}.querySelector("dialog").matches(":modal")`)).toBe(true);
    for (let times = 0; times < 6; times++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.closest('body > *')")).toBe(null);
    }
    preview.write(lamps, goodSite[lamps]);
    await watched.panelIsGone();
    await watched.holds(`document.activeElement.outerHTML === ${JSON.stringify(before)}`);
  });

  test("keeps the focus on a link while what is wrong changes", async () => {
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await watched.panelShows("abbe");
    await page.locator("colloquy-preview article a").first().focus();
    const href = await focused("href");
    preview.write("content/stray.md", "Nobody reads this.");
    await watched.panelShows("1 error, 1 warning");
    expect(await focused("href")).toBe(href);
  });

  test("is said to those who do not see it", async () => {
    const said = (text: string) =>
      watched.holds(`${shadow}.querySelector("[role=status]").textContent === "${text}"`);
    await said("");
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await said("1 error");
    expect(await page.locator("colloquy-preview").getByRole("dialog", { name: "1 error" }).count()).toBe(1);
    expect(await page.locator("colloquy-preview h2").getAttribute("aria-live")).toBe("assertive");
    preview.write(lamps, goodSite[lamps]);
    await said("Nothing is wrong any longer");
  });
});
