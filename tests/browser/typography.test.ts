import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { styleOf, violations } from "./page-checks.js";
import { openBrowser, serveSmallSite } from "./set-up.js";
import { talkIn, wideTalk } from "./small-site.js";

const browser = await openBrowser();

const scripts = {
  "zh-Hans": { face: /Serif (?:CJK )?SC/, label: /Sans (?:CJK )?SC/, emphasis: "dot", place: /under/ },
  "zh-Hant": { face: /Serif (?:CJK )?TC/, label: /Sans (?:CJK )?TC/, emphasis: "dot", place: /under/ },
  ja: { face: /Mincho/, label: /Hiragino Sans/, emphasis: "sesame", place: /over|auto/ },
  ko: { face: /Myungjo/, label: /Gothic/, emphasis: "dot", place: /over|auto/ },
  ar: { face: /Naskh/, label: /Arabic/, emphasis: "none", place: /./ },
} as const;

describe.each(Object.entries(scripts))("a feature in %s", (language, { face, label, emphasis, place }) => {
  const host = serveSmallSite(talkIn(language));
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${host.origin}/features/talk/`);
  });
  afterAll(() => page.close());

  test("is set in the faces of its script", async () => {
    expect(await styleOf(page, ".answer .words", "font-family")).toMatch(face);
    expect(await styleOf(page, ".answer .name", "font-family")).toMatch(label);
  });

  test("has the emphasis of its script instead of slanted letters", async () => {
    expect(await styleOf(page, ".answer em", "font-style")).toBe("normal");
    expect(await styleOf(page, ".answer em", "text-emphasis-style")).toContain(emphasis);
    expect(await styleOf(page, ".answer em", "text-emphasis-position")).toMatch(place);
  });

  test("breaks its lines as its script does", async () => {
    expect(await styleOf(page, ".answer .words", "word-break")).toBe(
      language === "ko" ? "keep-all" : "normal",
    );
    expect(await styleOf(page, ".answer .words", "line-break")).toBe("strict");
    if (language !== "ar") return;
    expect(await styleOf(page, ".headline", "letter-spacing")).toBe("normal");
    // The hamza above an alif must not meet the tail of a letter in the line before.
    const [line, size] = [
      await styleOf(page, ".headline", "line-height"),
      await styleOf(page, ".headline", "font-size"),
    ];
    expect(Number.parseFloat(line) / Number.parseFloat(size)).toBeGreaterThan(1.3);
  });

  test("has the name at the side where a line begins", async () => {
    const name = await page.locator(".answer .speaker .name").first().boundingBox();
    const words = await page.locator(".answer .words").first().boundingBox();
    const before = (name?.x ?? 0) < (words?.x ?? 0);
    expect(before).toBe(language !== "ar");
  });

  test("keeps a line within the measure of its script", async () => {
    const size = Number.parseFloat(await styleOf(page, ".answer .words", "font-size"));
    const width = (await page.locator(".answer .words").first().boundingBox())?.width ?? 0;
    expect(width / size).toBeGreaterThan(26);
    expect(width / size).toBeLessThan(38);
  });

  test("fits every width and is accessible", async () => {
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate("document.documentElement.scrollWidth"), String(width)).toBe(width);
    }
    expect(await violations(page)).toEqual([]);
  });
});

describe.each(["zh-Hans", "ja"])("a feature in %s that is set upright", (language) => {
  const host = serveSmallSite(talkIn(language, "theme: {writing: vertical}\n"));

  test.each([360, 1280])("is read from right to left in columns, in a window of %i px", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    await page.goto(`${host.origin}/features/talk/`);
    expect(await styleOf(page, ".interview", "writing-mode")).toBe("vertical-rl");
    const boxes = await Promise.all(
      (await page.locator(".section:first-child .answer").all()).map((answer) => answer.boundingBox()),
    );
    const starts = boxes.map((box) => box?.x ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test("scrolls by keyboard", async () => {
    const page = await browser.newPage({ viewport: { width: 600, height: 700 } });
    await page.goto(`${host.origin}/features/talk/`);
    await page.locator(".interview").focus();
    const left = () => page.evaluate<number>("document.querySelector('.interview').scrollLeft");
    expect(await left()).toBe(0);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(left).toBeLessThan(0);
    await page.close();
  });

  test("scrolls to an answer by its address", async () => {
    const page = await browser.newPage({ viewport: { width: 600, height: 700 }, reducedMotion: "reduce" });
    await page.goto(`${host.origin}/features/talk/`);
    const last = await page.locator(".answer").last().getAttribute("id");
    await page.goto(`${host.origin}/features/talk/#${last ?? ""}`);
    const box = await page.locator(".answer").last().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.x).toBeLessThan(600);
    await page.close();
  });

  test("has numbers upright, and the comparison horizontal", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    await page.goto(`${host.origin}/features/talk/`);
    expect(await page.locator(".answer .stacked").first().textContent()).toBe("1998");
    expect(await styleOf(page, ".answer .stacked", "text-orientation")).toBe("upright");
    expect(await page.locator(".answer .abreast").first().textContent()).toBe("12");
    expect(await styleOf(page, ".answer .abreast", "text-combine-upright")).toBe("all");
    await page.goto(`${host.origin}/features/talk/#compare`);
    expect(await styleOf(page, ".interview", "writing-mode")).toBe("horizontal-tb");
    await page.close();
  });
});

describe("a reading in upright text", () => {
  const files = talkIn("ja", "theme: {writing: vertical}\n");
  const path = "content/features/talk.md";
  const read = files[path]?.replaceAll("ノート", "<ruby>帳面<rt>ちょうめん</rt></ruby>") ?? "";
  const host = serveSmallSite({ ...files, [path]: read });

  test("leaves each character of its lines in its column", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    await page.goto(`${host.origin}/features/talk/`);
    // How a browser that fails draws it cannot be asked, only whether it was asked to space these lines.
    expect(await styleOf(page, ".words > p:has(ruby)", "text-autospace")).toBe("no-autospace");
    expect(await styleOf(page, ".standfirst", "text-autospace")).toBe("normal");
    await page.close();
  });
});

describe("paragraphs in a quotation and in a list", () => {
  const host = serveSmallSite({
    "content/site.yaml": "title: Small\nurl: https://small.example/\nlanguage: zh-Hans\n",
    "content/features/talk.md":
      "---\ntitle: 灯\ndate: 2024-03-01\nguests: [{name: 林望}]\ninterviewers: [记者]\n---\n\n" +
      "记者：怎么说？\n\n林望：这样。\n\n> 一。\n>\n> 二。\n>\n> > 三。\n\n- 四。\n\n  五。\n",
  });

  test("are set apart as those around them, and a quotation within another from it", async () => {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/features/talk/`);
    const size = Number.parseFloat(await styleOf(page, ".answer .words", "font-size"));
    for (const second of [".words > blockquote > p + p", ".words li > p + p"])
      expect(Number.parseFloat(await styleOf(page, second, "text-indent")), second).toBeCloseTo(2 * size);
    expect(Number.parseFloat(await styleOf(page, "blockquote blockquote", "padding-left"))).toBeGreaterThan(
      8,
    );
    await page.close();
  });
});

describe("what stands in an answer", () => {
  const host = serveSmallSite(wideTalk());

  test("has a table as a table, which is moved sideways by keyboard", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`${host.origin}/features/talk/`);
    expect(await styleOf(page, ".words .table", "display")).toBe("block");
    await page.locator(".words .table").focus();
    await page.keyboard.press("ArrowRight");
    const moved = () => page.evaluate<number>("document.querySelector('.words .table').scrollLeft");
    await expect.poll(moved).toBeGreaterThan(0);
    await page.close();
  });
});
