import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pseudoLocale } from "../theme/pseudo-locale.js";
import { observePage } from "./observed-page.js";
import { styleOf, violations } from "./page-checks.js";
import { openExampleSite, serveSmallSite } from "./set-up.js";

const { browser, host: exampleHost } = await openExampleSite();

describe("the switch of languages", () => {
  const host = exampleHost;
  const open = async (path: string) => {
    const observed = await observePage(browser, host.origin, { viewport: { width: 1100, height: 800 } });
    await observed.page.goto(`${host.origin}/${path}`);
    return observed;
  };

  test("brings a reader to the same turn in the other language", async () => {
    const { page, close } = await open("features/book-boat/");
    await page.locator("#borrowed-q").scrollIntoViewIfNeeded();
    await page.evaluate("document.getElementById('borrowed-q').scrollIntoView()");
    await page.locator('.languages a[lang="en"]').dispatchEvent("click");
    await page.waitForURL("**/en/features/book-boat/#borrowed-q");
    const { y = -1 } = (await page.locator("#borrowed-q").boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(400);
    await close();
  });

  test("keeps the reading, and begins at the beginning for who has not begun", async () => {
    const { page, close } = await open("features/book-boat/#by-qiu-dashui");
    await page.locator('.languages a[lang="en"]').dispatchEvent("click");
    await page.waitForURL("**/en/features/book-boat/#by-qiu-dashui");
    await page.goto(`${host.origin}/features/book-boat/`);
    await page.locator('.languages a[lang="en"]').click();
    await page.waitForURL(/\/en\/features\/book-boat\/(?:#)?$/);
    await close();
  });

  test("leaves a sentence of another language in the face of that language, with its own apostrophes", async () => {
    const { page, close } = await open("features/");
    const english = await styleOf(page, ".entry-quote[lang=en]", "font-family");
    const chinese = await styleOf(page, ".entry-quote:not([lang])", "font-family");
    expect(english).toMatch(/^Newsreader,/);
    expect(chinese).toMatch(/^"?Newsreader Beside Han/);
    await close();
  });

  test("says in the other language that a page is not written in it", async () => {
    const { page, close } = await open("features/left-gloves/");
    const [note = ""] = await page.locator(".languages .untranslated").allInnerTexts();
    expect(note).toMatch(/Not translated|本页没有译文/);
    await page.locator(".languages a:has(.untranslated)").click();
    await page.waitForURL(/\/(?:en\/)?$/);
    await close();
  });
});

describe("a passage in another language than its page", () => {
  const numberOf = async (page: Page, selector: string, property: string) =>
    Number.parseFloat(await styleOf(page, selector, property));
  const leadingOf = async (page: Page, selector: string) =>
    (await numberOf(page, selector, "line-height")) / (await numberOf(page, selector, "font-size"));

  test("has the lines, the margins and the indents of its own", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${exampleHost.origin}/`);
    expect(await leadingOf(page, ".standfirst[lang=en]")).toBeLessThan(1.5);
    expect(await leadingOf(page, ".headline[lang=en]")).toBeLessThan(1.1);
    expect(await leadingOf(page, ".entry-title:not([lang])")).toBeGreaterThan(1.35);

    await page.goto(`${exampleHost.origin}/guests/dorrit-vane/`);
    const english = ".guest-interview[lang=en] .answer .words > p";
    expect(await styleOf(page, english, "text-align")).toBe("start");
    expect(await styleOf(page, english, "hyphens")).toBe("auto");
    expect(await leadingOf(page, english)).toBeLessThan(1.6);

    await page.goto(`${exampleHost.origin}/en/guests/shan-jingyi/`);
    const chinese = ".guest-interview[lang=zh-Hans] .answer .words > p";
    expect(await styleOf(page, chinese, "text-align")).toBe("justify");
    expect(await styleOf(page, chinese, "hyphens")).toBe("manual");
    expect(await leadingOf(page, chinese)).toBeGreaterThan(1.8);
    await page.close();
  });

  test("has large Chinese punctuation in the room that it fills, and English as it is", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${exampleHost.origin}/`);
    expect(await styleOf(page, ".entry-title:not([lang])", "font-feature-settings")).toBe('"palt"');
    expect(await styleOf(page, ".entry-title[lang=en]", "font-feature-settings")).toBe("normal");
    await page.goto(`${exampleHost.origin}/features/book-boat/`);
    for (const large of [".headline", ".section-title", ".quoted"])
      expect(await styleOf(page, large, "font-feature-settings"), large).toBe('"palt"');
    expect(await styleOf(page, ".asked", "font-feature-settings")).toBe("normal");
    await page.close();
  });

  test("has the last characters of a Chinese sentence in its last line only where they do not fit before", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${exampleHost.origin}/archive/2025/`);
    const lines = await page.evaluate<number>(
      "new Set([...document.querySelector('.entry-quote q').getClientRects()].map(({ top }) => top)).size",
    );
    expect(lines).toBe(1);
    await page.close();
  });

  test("has English apostrophes in labels, not squares of a Chinese face", async () => {
    const page = await browser.newPage();
    await page.goto(`${exampleHost.origin}/en/`);
    const width = await page.evaluate<number>(`(() => {
      const { fontFamily } = getComputedStyle(document.querySelector(".kicker"));
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = "100px " + fontFamily;
      return pen.measureText("\u2019").width;
    })()`);
    expect(width).toBeLessThan(50);
    await page.close();
  });

  test("has the face of its own for the name of a series", async () => {
    const page = await browser.newPage();
    await page.goto(`${exampleHost.origin}/series/what-a-town-keeps/`);
    expect(await styleOf(page, ".page-title", "font-family")).toMatch(/^"?Newsreader Display/);
    await page.close();
  });
});

/** A site in one language whose interface has these words, with a feature in which everything is said. */
function siteIn(language: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...words,
    "content/site.yaml": `title: مصباح
url: https://small.example/
language: ${language}
tagline: نسأل ونسمع
publisher: دار المصباح
topics: { lamps: مصابيح }
pagination: 1
`,
    "content/guests/ida.md":
      "---\nname: عايدة\nrole: حارسة المنارة\nlinks: { رسائل: https://example.org/ }\n---\n\nسكنت الجزيرة.\n",
    "content/pages/about.md": "---\ntitle: من نحن\nnavigation: 1\n---\n\nنحن هنا.\n",
    "content/features/talk.md": `---
title: المصباح والبحر
kicker: ثلاثة حول الطاولة
date: 2024-03-01
updated: 2024-03-05
standfirst: حديث عن الضوء.
guests: [ida, { name: باسم, role: ملّاح }]
interviewers: [{ name: سامر, label: س }]
topics: [lamps]
series: { name: ليال, part: 2 }
source: { name: المرفأ, edition: العدد ٧, page: "3", date: 2024-02-01 }
credits: { text: سامر, photos: سامر }
edited: اختُصر الحديث.
corrections: [{ date: 2024-03-05, text: الطول تسعة أمتار. }]
---

## الزيت {#oil}

س: أي زيت؟

عايدة: زيت الزيتون.

باسم: أي زيت كان.

## البحر {#sea}

س: وهل ترى البحر؟

عايدة: كل ليلة.
`,
    "content/features/older.md":
      "---\ntitle: حديث أقدم\ndate: 2023-01-01\nguests: [ida]\n---\n\nس: متى؟\n\nعايدة: أمس.\n".replace(
        "guests: [ida]",
        "guests: [ida]\ninterviewers: [{ name: سامر, label: س }]\ntopics: [lamps]",
      ),
  };
}

const paths = [
  "",
  "features/",
  "features/page/2/",
  "guests/",
  "guests/ida/",
  "topics/",
  "topics/lamps/",
].concat(["archive/", "archive/2024/", "about/", "features/talk/", "features/talk/#compare", "404.html"]);

describe.each([
  ["Arabic", siteIn("ar", {}), "rtl"],
  [
    "words that are longer than any",
    siteIn("en-XA", { "templates/locales/en-XA.yaml": pseudoLocale() }),
    "ltr",
  ],
] as const)("pages in %s", (_, files, direction) => {
  const host = serveSmallSite(files);

  test("are quiet, accessible, run as the language does, and fit a phone", async () => {
    const { page, takeNoise, close } = await observePage(browser, host.origin);
    const wrong: string[] = [];
    for (const path of paths) {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.goto("about:blank");
      await page.goto(`${host.origin}/${path}`);
      for (const width of [360, 320, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        if (wide !== width) wrong.push(`${path} is ${String(wide)} px wide in ${width}`);
      }
      expect(await page.getAttribute("html", "dir")).toBe(direction);
      wrong.push(...(await violations(page)).map((each) => `${path}: ${each}`));
      wrong.push(...takeNoise().map((each) => `${path}: ${each}`));
    }
    await close();
    expect(wrong).toEqual([]);
  });
});

describe("a talk in Arabic among pages in English", () => {
  const small = serveSmallSite({
    "content/site.yaml": "title: Small\nurl: https://small.example/\nlanguage: en\n",
    "content/guests/nur.md": "---\nname: Nur\n---\n",
    "content/features/lamp.md": `---
title: "متى أضاءت المنارة 1998."
date: 2024-03-01
language: ar
guests: [nur]
interviewers: [المحاور]
---

المحاور: متى؟

Nur: كان ذلك عام 1998.

\`\`\`
lamp(1);
\`\`\`
`,
  });

  test("is read from the right on a guest's page and in a list, where its title stays at the page's edge", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${small.origin}/`);
    expect(await styleOf(page, ".headline[lang=ar]", "direction")).toBe("rtl");
    expect(await styleOf(page, ".headline[lang=ar]", "text-align")).toBe("end");
    await page.goto(`${small.origin}/guests/nur/`);
    const said = ".guest-interview[lang=ar] .answer .words";
    expect(await styleOf(page, said, "direction")).toBe("rtl");
    expect(await styleOf(page, `${said} > p`, "text-align")).toBe("start");
    expect(await styleOf(page, ".guest-interview", "direction")).toBe("ltr");
    await page.close();
  });

  test("has code, and on paper addresses, from the left", async () => {
    const page = await browser.newPage();
    await page.goto(`${small.origin}/features/lamp/`);
    expect(await styleOf(page, "html", "direction")).toBe("rtl");
    for (const selector of [".words pre", ".words pre code", ".address"])
      expect(await styleOf(page, selector, "direction"), selector).toBe("ltr");
    await page.close();
  });
});
