import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { until } from "./until.js";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();

/** The page of the feature that has a recording, and what it asked for. */
async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${host.origin}/features/nine-bells/`, { waitUntil: "networkidle" });
  return { page, asked };
}

const seconds = (page: Page) => page.evaluate("document.querySelector('audio').currentTime");
const isDocked = (page: Page) => page.evaluate("document.querySelector('.player').matches('.docked')");

describe("without JavaScript", () => {
  test("a recording has the browser's player, and each time is a link to its moment", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const audio = page.locator(".recording audio[controls]");
    expect(await audio.getAttribute("preload")).toBe("none");
    const moments = page.locator(".turn .moment");
    expect(await moments.count()).toBe(2);
    const source = await audio.locator("source").getAttribute("src");
    expect(await moments.nth(1).getAttribute("href")).toBe(`${source ?? ""}#t=11`);
    await page.context().close();
  });
});

describe("with JavaScript", () => {
  test("nothing is asked for before something is to be played", async () => {
    const { page, asked } = await open();
    expect(asked.filter((path) => /\.(?:ogg|vtt)$|recording\.js|reader\.css/.test(path))).toEqual([]);
    await page.locator(".moment").first().click();
    await until(page, "document.querySelector('audio').readyState > 0");
    expect(asked).toContain("/media/features/nine-bells.ogg");
    expect(asked).toContain("/assets/recording.js");
    await page.context().close();
  });

  test("a time seeks the recording, and the turn that is spoken is marked and named", async () => {
    const { page } = await open();
    await page.locator(".moment").nth(1).click();
    await until(page, "document.querySelector('audio').currentTime >= 11");
    // It may have begun to play before it was moved.
    await page.waitForSelector("#keeping-the-bells.spoken");
    expect(await page.locator(".spoken").count()).toBe(1);
    expect(await page.locator(".moment[aria-current]").textContent()).toBe("0:11");
    expect(await page.locator(".playing a").textContent()).toContain("The Bells");
    // The address may name a reading, and keeps it.
    expect(new URL(page.url()).hash).toBe("");
    await page.locator(".moment").first().click();
    await until(page, "document.querySelector('audio').currentTime < 5");
    await page.waitForSelector("#hearing-the-bells.spoken");
    expect(await page.locator(".spoken").count()).toBe(1);
    await page.context().close();
  });

  test("the player stays in view while the text is read, and can be put away", async () => {
    const { page } = await open();
    await page.locator(".moment").nth(1).click();
    await page.waitForSelector(".player.docked");
    const box = await page.locator(".player").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(800, 0);
    await page.locator(".recorded").scrollIntoViewIfNeeded();
    await page.waitForSelector(".player:not(.docked)");
    await page.locator(".colophon").scrollIntoViewIfNeeded();
    await page.waitForSelector(".player.docked");
    await page.locator(".playing button").click();
    expect(await isDocked(page)).toBe(false);
    expect(await page.evaluate("document.querySelector('audio').paused")).toBe(true);
    await page.context().close();
  });

  test("the page follows where the reader wants it to, and remembers", async () => {
    const { page } = await open({ reducedMotion: "reduce" });
    await page.locator(".moment").first().click();
    await page.locator(".playing input").check();
    await page.evaluate("scrollTo(0, 0), document.querySelector('audio').currentTime = 11.5");
    await until(
      page,
      "document.querySelector('#keeping-the-bells').getBoundingClientRect().top < innerHeight",
    );
    await page.reload();
    await page.locator(".moment").first().click();
    expect(await page.locator(".playing input").isChecked()).toBe(true);
    await page.context().close();
  });

  test("the recording is started and stopped by a key", async () => {
    const { page } = await open();
    await page.keyboard.press("p");
    await until(page, "document.querySelector('audio').currentTime > 0.2");
    await page.keyboard.press("p");
    await until(page, "document.querySelector('audio').paused");
    const at = await seconds(page);
    expect(at).toBeGreaterThan(0);
    await page.context().close();
  });
});
