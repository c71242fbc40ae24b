import { describe, expect, test } from "vitest";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();
const context = await browser.newContext({
  javaScriptEnabled: false,
  viewport: { width: 1280, height: 800 },
});

describe.each(["", "en/"])("without JavaScript, /%sfeatures/book-boat/", (language) => {
  const open = async (fragment: string) => {
    const page = await context.newPage();
    await page.goto(`${host.origin}/${language}features/book-boat/${fragment}`);
    return page;
  };

  test("is read by question, with the answers below one another", async () => {
    const page = await open("");
    const answers = page.locator(".replies").first().locator(":scope > .answer");
    expect(await answers.count()).toBe(3);
    const [first, second] = [await answers.nth(0).boundingBox(), await answers.nth(1).boundingBox()];
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0) - 1);
    await page.close();
  });

  test("shows one guest's answers alone, by a click and by address", async () => {
    const clicked = await open("");
    await clicked.locator(".readings a[href$='#by-qiu-dashui']").click();
    expect(clicked.url()).toMatch(/#by-qiu-dashui$/);
    const linked = await open("#by-qiu-dashui");
    for (const page of [clicked, linked]) {
      const seat = await page.locator("#by-qiu-dashui").getAttribute("data-seat");
      const shown = page.locator(".answer:visible");
      expect(await shown.count()).toBeGreaterThan(2);
      for (const answer of await shown.all()) expect(await answer.getAttribute("data-seat")).toBe(seat);
      expect(await page.locator(".question:visible").count()).toBeGreaterThan(2);
      await page.close();
    }
  });

  test("sets the answers side by side, by a click and by address", async () => {
    const clicked = await open("");
    await clicked.locator(".readings a[href$='#compare']").click();
    const linked = await open("#compare");
    for (const page of [clicked, linked]) {
      const answers = page.locator(".replies").first().locator(":scope > .answer");
      const boxes = await Promise.all((await answers.all()).map((answer) => answer.boundingBox()));
      expect(new Set(boxes.map((box) => Math.round(box?.y ?? -1))).size).toBe(1);
      expect(new Set(boxes.map((box) => Math.round(box?.x ?? -1))).size).toBe(3);
      await page.close();
    }
  });

  test("brings the reader to an answer by its address", async () => {
    const page = await open("");
    const answers = await page.locator(".answer[id]").all();
    const ids = await Promise.all(answers.map(async (answer) => (await answer.getAttribute("id")) ?? ""));
    expect(ids.length).toBeGreaterThan(6);
    // Most by going there within the page, as a link does, which is quick; some by opening the address.
    for (const [index, id] of ids.entries()) {
      const there = index % 6 === 0 ? await open(`#${id}`) : page;
      await there.goto(`${host.origin}/${language}features/book-boat/#${id}`);
      const box = await there.locator(`[id="${id}"]`).boundingBox();
      expect(box?.y, id).toBeGreaterThanOrEqual(0);
      expect(box?.y, id).toBeLessThan(800);
      if (there !== page) await there.close();
    }
    await page.close();
  });
});
