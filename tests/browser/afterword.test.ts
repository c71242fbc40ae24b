import { expect, test } from "vitest";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();
const open = async (path: string) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${host.origin}/${path}`);
  return page;
};

test.each(["", "en/"])(
  "a corrected feature says so at its head, and leads to what was wrong: /%s",
  async (language) => {
    const page = await open(`${language}features/book-boat/`);
    await page.locator('.dateline a[href="#corrections.title"]').click();
    const box = await page.locator(".correction").boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(800);
    expect(await page.locator(".correction time").getAttribute("datetime")).toBe("2025-10-27");
    await page.context().close();
  },
);

test("a feature without corrections has nothing of them", async () => {
  const page = await open("features/wet-books/");
  expect(await page.locator(".dateline a[href='#corrections.title'], .corrections").count()).toBe(0);
  await page.context().close();
});

test("the printed page is small until it is asked for, and then says in words what it shows", async () => {
  const page = await open("en/features/book-boat/");
  const summary = page.locator(".facsimile summary");
  const scan = page.locator(".scan");
  expect(await scan.isVisible()).toBe(false);
  await summary.click();
  expect(await page.locator(".thumbnail").isVisible()).toBe(false);
  expect(await scan.locator("figcaption").innerText()).toContain("A scan of page 14");
  // Told once: the words below are not the picture's name, too.
  expect(await scan.locator("img").getAttribute("alt")).toBe("The printed page");
  const whole = await page.request.get(
    new URL((await scan.locator("a").getAttribute("href")) ?? "", page.url()).href,
  );
  expect(whole.headers()["content-type"]).toBe("image/jpeg");
  await page.context().close();
});
