import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { until } from "./until.js";
import { openExampleSite } from "./set-up.js";

const { browser, host } = await openExampleSite();

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
  return page;
}

const clipboard = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");
const address = "https://duizuo.example/en/features/book-boat/";
const answerOf = (id: string) => `[id="${id}"]`;
const anchorOf = (page: Page, id: string) => page.locator(`${answerOf(id)} .anchor`);

/** Opens what can be done with an answer. */
async function share(page: Page, id: string) {
  await anchorOf(page, id).click();
  const dialog = page.locator("dialog.share");
  await dialog.waitFor({ state: "visible" });
  return dialog;
}

const form = (name: string) => `[data-form="${name}"]`;

describe("a feature's citations", () => {
  test("are there in four forms without JavaScript", async () => {
    const page = await open("en/features/book-boat/", { javaScriptEnabled: false });
    await page.locator(".citing summary").click();
    expect((await page.locator(`.citing ${form("words")}`).innerText()).trim()).toBe(
      `Shan Jingyi, Qiu Dashui, and Zeng Xiaoman, “Eighteen Stops by Book Boat”, interview by Gu Wenxi, Across the Table, October 18, 2025, ${address}`,
    );
    expect(await page.locator(`.citing ${form("bibtex")}`).innerText()).toContain("@misc{book-boat-2025-en,");
    const items: unknown = JSON.parse(await page.locator(`.citing ${form("csl")}`).innerText());
    expect(items).toMatchObject([{ type: "interview", URL: address }]);
    expect(await page.locator(`.citing ${form("gbt7714")}`).innerText()).toContain("[EB/OL]");
    await page.context().close();
  });

  test("are copied by a button each, with the reader's own day in GB/T 7714", async () => {
    const page = await open("features/book-boat/");
    await page.locator(".citing summary").click();
    await page.locator(".citing button").first().waitFor();
    const buttons = await page.locator(".citing button").all();
    const names = await Promise.all(buttons.map((button) => button.getAttribute("aria-label")));
    expect(names).toEqual(["复制 文字", "复制 BibTeX", "复制 CSL-JSON", "复制 GB/T 7714"]);
    await page.locator(".citing button").last().click();
    await page.getByRole("status").filter({ hasText: "已复制" }).waitFor();
    expect(await clipboard(page)).toMatch(
      /^单静仪, 仇大水, 曾小满\. 书船，十八站\[EB\/OL\]\. \(2025-10-27\)\[\d{4}-\d\d-\d\d\]\. https:\/\/\S+\.$/,
    );
    await page.context().close();
  });
});

describe("an answer", () => {
  const id = "before-light-qiu-dashui";

  test("is linked to at the address that was published", async () => {
    const page = await open("en/features/book-boat/");
    const dialog = await share(page, id);
    await dialog.locator("[data-copies='link']").click();
    await dialog.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    expect(await clipboard(page)).toBe(`${address}#${id}`);
    // The reading that is shown stays.
    expect(new URL(page.url()).hash).toBe("");
    await page.context().close();
  });

  test("is quoted with who said it, in which role, where and when", async () => {
    const page = await open("en/features/book-boat/");
    const dialog = await share(page, id);
    await dialog.locator("[data-copies='quotation']").click();
    await dialog.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    const [words = "", ...rest] = (await clipboard(page)).split("\n");
    expect(words).toMatch(/^“Half past three\. .*”$/);
    expect(rest).toEqual([
      expect.stringMatching(
        /^— Qiu Dashui, .+, in “Eighteen Stops by Book Boat”, Across the Table, October 18, 2025$/,
      ),
      `${address}#${id}`,
    ]);
    await page.context().close();
  });

  test("is quoted in the words that were selected, which the address then marks", async () => {
    const page = await open("en/features/book-boat/");
    const words = `document.querySelector('${answerOf(id)} .words p').firstChild`;
    await page.evaluate(`getSelection().setBaseAndExtent(${words}, 0, ${words}, 15)`);
    const dialog = await share(page, id);
    expect(await dialog.locator("blockquote").textContent()).toBe("Half past three");
    await dialog.locator("[data-copies='link']").click();
    await dialog.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    expect(await clipboard(page)).toBe(`${address}#${id}:~:text=Half%20past%20three`);
    await page.context().close();
  });

  test("is cited under the name of its guest and at its own address", async () => {
    const page = await open("en/features/book-boat/");
    const dialog = await share(page, id);
    const own = `${address}#${id}`;
    expect((await dialog.locator(form("words")).innerText()).trim()).toBe(
      `Qiu Dashui, “Eighteen Stops by Book Boat”, interview by Gu Wenxi, Across the Table, October 18, 2025, ${own}`,
    );
    const bibtex = await dialog.locator(form("bibtex")).innerText();
    expect(bibtex).toContain(`@misc{book-boat-2025-en-${id},\n  author = {{Qiu Dashui}},\n  title`);
    expect(bibtex).toContain(`  url = {${own}}\n}`);
    const items: unknown = JSON.parse(await dialog.locator(form("csl")).innerText());
    expect(items).toMatchObject([
      { id: `book-boat-2025-en-${id}`, author: [{ literal: "Qiu Dashui" }], URL: own },
    ]);
    expect(await dialog.locator(form("gbt7714")).innerText()).toMatch(
      /^Qiu Dashui\. Eighteen Stops by Book Boat\[EB\/OL\]\. \(2025-10-27\)\[\d{4}-\d\d-\d\d\]\. https:\S+#before-light-qiu-dashui\.$/,
    );
    await page.context().close();
  });

  test("is left by the Escape key, back to where the reader was", async () => {
    const page = await open("features/book-boat/");
    await anchorOf(page, id).focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog.share").waitFor({ state: "visible" });
    await page.keyboard.press("Escape");
    await page.locator("dialog.share").waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.matches('.anchor')")).toBe(true);
    await page.context().close();
  });

  test("keeps its link, where the script for it cannot be fetched", async () => {
    const page = await open("features/book-boat/");
    await page.route("**/share.js", (route) => route.abort());
    await anchorOf(page, id).click();
    await until(page, `location.hash === "#${id}"`);
    await page.context().close();
  });
});

test("a question's anchor copies its address", async () => {
  const page = await open("features/book-boat/");
  await anchorOf(page, "before-light-q").click();
  await page.getByRole("status").filter({ hasText: "已复制" }).waitFor();
  expect(await clipboard(page)).toBe("https://duizuo.example/features/book-boat/#before-light-q");
  expect(new URL(page.url()).hash).toBe("#before-light-q");
  await page.context().close();
});
