import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changed, goodSite } from "../build/good-site.js";
import { startPreview, until } from "../process/running-preview.js";
import { hasBrowser, previewInBrowser, startExamplePreview } from "./preview-in-browser.js";
import type { WatchedPage } from "./watched-page.js";

const lamps = "content/features/lamps.md";
const shadow = "document.querySelector('colloquy-preview').shadowRoot";

describe.skipIf(!hasBrowser)("what the preview shows over a page", () => {
  const site = previewInBrowser(() => startPreview(goodSite), { viewport: { width: 1000, height: 600 } });
  let page: Page;
  let watched: WatchedPage;
  beforeEach(async () => {
    site.preview.write(lamps, goodSite[lamps]);
    rmSync(join(site.preview.root, "content/stray.md"), { force: true });
    ({ page, watched } = await site.newPage());
    await watched.open("features/lamps/");
    await watched.holds(`${shadow}.querySelector(".corner").innerText.includes("Outline")`);
    await watched.holds(`${shadow}.querySelector(".corner > button") === null`);
  });

  afterEach(() => page.close());

  const makeMistakes = (...changes: readonly (readonly [string, string])[]) =>
    site.preview.write(lamps, changed(lamps, ...changes)[lamps] ?? "");
  const focused = (what: string) => page.evaluate(`${shadow}.activeElement?.${what}`);

  test("gives the focus to what it opens, and back to the count when that is closed", async () => {
    site.preview.write("content/stray.md", "Nobody reads this.");
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
    await watched.holds(`${shadow}.activeElement?.getAttribute("aria-expanded") === "false"`);
    rmSync(join(site.preview.root, "content/stray.md"));
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
    site.preview.write(lamps, goodSite[lamps]);
    await watched.panelIsGone();
    await watched.holds(`document.activeElement.outerHTML === ${JSON.stringify(before)}`);
  });

  test("keeps the focus on a link while what is wrong changes", async () => {
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await watched.panelShows("abbe");
    await page.locator("colloquy-preview article a").first().focus();
    const href = await focused("href");
    site.preview.write("content/stray.md", "Nobody reads this.");
    await watched.panelShows("1 error, 1 warning");
    expect(await focused("href")).toBe(href);
  });

  test("stays put away on other pages, until something else is wrong", async () => {
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await watched.panelShows("abbe");
    expect(await page.locator("colloquy-preview .sheet").innerText()).toContain("as it was before");
    await page.keyboard.press("Escape");
    await watched.panelIsGone();
    const isCounted = () =>
      watched.holds(`${shadow}.querySelector(".corner > .error")?.textContent === "1 error"`);
    makeMistakes(["Some light words.", "Some other words."], ["guests: [abe]", "guests:\n  [abbe]"]);
    await watched.open("about/");
    await isCounted();
    await watched.panelIsGone();
    makeMistakes(["guests: [abe]", "guests: [abbie]"]);
    await watched.panelShows("abbie");
    await page.keyboard.press("Escape");
    site.preview.write(lamps, goodSite[lamps]);
    await watched.holds(`${shadow}.querySelector(".corner > button") === null`);
    makeMistakes(["guests: [abe]", "guests: [abbie]"]);
    await watched.panelShows("abbie");
  });

  test("is not spread over the lists that say the same, and says there nothing of a page as it was", async () => {
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await watched.panelShows("abbe");
    for (const path of ["__colloquy/", "__colloquy/turns/features/duty/"]) {
      await page.goto("about:blank");
      await watched.open(path);
      await watched.holds(`${shadow}.querySelector(".corner > .error")?.textContent === "1 error"`);
      await watched.panelIsGone();
      await page.locator("colloquy-preview .corner > .error").click();
      await watched.panelShows("abbe");
      expect(await page.locator("colloquy-preview .sheet").innerText()).not.toContain("as it was before");
      await page.keyboard.press("Escape");
      await page.evaluate("sessionStorage.clear()");
    }
  });

  test("shows code in advice as code, in the outline, too", async () => {
    makeMistakes(["topics: [light]", "guestz: [abe]"]);
    await watched.panelShows("Keys of your own begin with x- or stand under custom:.");
    expect(await page.locator("colloquy-preview article code").allInnerTexts()).toEqual(["x-", "custom:"]);
    await page.goto(`${site.preview.address}__colloquy/`);
    expect(await page.locator("main code").allInnerTexts()).toEqual(["x-", "custom:"]);
  });

  test("is said to those who do not see it", async () => {
    const said = (text: string) =>
      watched.holds(`${shadow}.querySelector("[role=status]").textContent === "${text}"`);
    await said("");
    makeMistakes(["guests: [abe]", "guests: [abbe]"]);
    await said("1 error");
    expect(await page.locator("colloquy-preview").getByRole("dialog", { name: "1 error" }).count()).toBe(1);
    expect(await page.locator("colloquy-preview h2").getAttribute("aria-live")).toBe("assertive");
    site.preview.write(lamps, goodSite[lamps]);
    await said("Nothing is wrong any longer");
  });
});

describe.skipIf(!hasBrowser)("the link from a turn to its line", () => {
  const site = previewInBrowser(startExamplePreview);
  const link = `${shadow}.querySelector(".jump")`;

  test("follows its turn by keyboard, there and back", async () => {
    await site.page.setViewportSize({ width: 1440, height: 800 });
    await site.watched.open("features/left-gloves/");
    const anchors = site.page.locator(".turn .anchor");
    await until(async () => {
      await site.page.evaluate("document.activeElement.blur()");
      await anchors.nth(2).focus();
      return (await site.page.evaluate(`${link}.hidden`)) === false;
    });
    const line = await site.page.evaluate(`${link}.href`);
    await site.page.keyboard.press("Tab");
    expect(await site.page.evaluate(`${link}.matches(":focus")`)).toBe(true);
    await site.page.mouse.move(300, 20);
    await site.page.mouse.move(300, 700);
    expect(await site.page.evaluate(`${link}.href`)).toBe(line);
    await site.page.keyboard.press("Shift+Tab");
    expect(await site.page.evaluate("document.querySelectorAll('.turn .anchor')[2].matches(':focus')")).toBe(
      true,
    );
    await site.page.keyboard.press("Tab");
    await site.page.keyboard.press("Tab");
    expect(await site.page.evaluate("document.activeElement.closest('.turn').id")).toBe(
      await site.page.evaluate("document.querySelectorAll('.turn')[3].id"),
    );
    expect(await site.page.evaluate(`${link}.href`)).not.toBe(line);
  });

  test.each([
    [360, ""],
    [768, ""],
    [1440, ""],
    [1440, "#compare"],
  ])("covers nothing that can be clicked, in a window of %i pixels, %s", async (width, reading) => {
    await site.page.setViewportSize({ width, height: 800 });
    for (const feature of ["nine-bells", "book-boat"]) {
      await site.page.goto("about:blank");
      await site.watched.open(`features/${feature}/${reading}`);
      await site.watched.holds(`${shadow}.querySelector(".corner").innerText.includes("Edit")`);
      const covered = await site.page.evaluate(`
        [...document.querySelectorAll(".turn[id]")].filter((turn) => turn.checkVisibility()).flatMap((turn) => {
          turn.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
          const own = ${link}.getBoundingClientRect();
          if (own.width === 0) return ["no link: " + turn.id];
          if (own.left < 0 || own.right > innerWidth) return ["out of the window: " + turn.id];
          return [...document.body.querySelectorAll("a[href], button, summary, img, audio")]
            .flatMap((each) => [...each.getClientRects()])
            .filter((box) => box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top)
            .map(() => turn.id);
        })`);
      expect(covered).toEqual([]);
    }
  });
});
