import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { serve } from "./example-site.js";
import { styleOf, violations } from "./page-checks.js";
import { buildSmallSite, longTalk, unevenTalk, wideTalk } from "./small-site.js";
import { openExampleSite } from "./set-up.js";

const { browser, host, site } = await openExampleSite();

const widthOf = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");

test.each([360, 768, 1024, 1440])(
  "the languages stand beside the name in a window of %i px",
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of ["en/guests/", "guests/", "en/features/book-boat/"]) {
      await page.goto(`${host.origin}/${path}`);
      const name = await page.locator(".nameplate").boundingBox();
      const languages = await page.locator(".masthead .languages").boundingBox();
      const middle = (languages?.y ?? 0) + (languages?.height ?? 0) / 2;
      expect(middle, path).toBeGreaterThan(name?.y ?? 0);
      expect(middle, path).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
      const end = await page.evaluate("document.querySelector('.masthead').getBoundingClientRect().right");
      expect(Math.round((languages?.x ?? 0) + (languages?.width ?? 0)), path).toBe(Math.round(Number(end)));
    }
    await page.close();
  },
);

test("a single guest of the newest feature and the guest's sentence share a line of the home page", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${host.origin}/`);
  const [sitter, quote] = [
    await page.locator(".lead-story .sitter").boundingBox(),
    await page.locator(".lead-quote").boundingBox(),
  ];
  expect(sitter?.width).toBeGreaterThan(150);
  const between = (quote?.x ?? 0) - ((sitter?.x ?? 0) + (sitter?.width ?? 0));
  expect(between).toBeGreaterThan(20);
  expect(between).toBeLessThan(160);
  expect(quote?.y).toBeLessThan((sitter?.y ?? 0) + (sitter?.height ?? 0));
  await page.close();
});

test("a name beside a time keeps its words whole in the margin", async () => {
  const small = await buildSmallSite({
    "content/site.yaml": "title: Small\nurl: https://small.example/\nlanguage: en\n",
    "content/features/talk.md":
      "---\ntitle: A talk\ndate: 2024-03-01\nguests: [{name: Maximiliana}]\ninterviewers: [Reporter]\n" +
      "recording: {src: 'https://small.example/talk.mp3', duration: 1:30:00}\n---\n\n" +
      "Reporter: [00:01] Why?\n\nMaximiliana: [00:03] Because.\n",
  });
  const own = await serve(small.folder);
  for (const width of [1024, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${own.origin}/features/talk/`);
    const { height = 0 } = (await page.locator(".answer .name bdi").boundingBox()) ?? {};
    const size = Number.parseFloat(await styleOf(page, ".answer .name", "font-size"));
    expect(height / size, String(width)).toBeLessThan(2);
    expect(await widthOf(page)).toBe(width);
    await page.close();
  }
  await own.close();
  small.remove();
});

test("a talk without sections begins where the bar above it ends", async () => {
  const small = await buildSmallSite(longTalk(["Ines Falk", "Abe Lund"], 2));
  const own = await serve(small.folder);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${own.origin}/features/talk/`);
  const [bar, question] = [
    await page.locator(".readings").boundingBox(),
    await page.locator(".question").first().boundingBox(),
  ];
  expect((question?.y ?? 0) - ((bar?.y ?? 0) + (bar?.height ?? 0))).toBeLessThan(100);
  await page.close();
  await own.close();
  small.remove();
});

const longest = "Wilhelmina Anastasia Featherstonehaugh-Cholmondeley of Lundy"; // 60 characters
const casts = {
  "one guest": longTalk(["Ines Falk"], 6),
  "nine guests": longTalk(
    Array.from({ length: 9 }, (_, index) => `Guest Number ${index + 1}`),
    18,
  ),
  "names of 60 characters": longTalk([longest, "Feldspat".repeat(8).slice(0, 60)], 6),
  "twelve guests, an answer of one word and one of 3,000": unevenTalk(),
  "400 turns": longTalk(["Ines Falk", "Abe Lund"], 200),
  "words, tables and code that are wider than a phone": wideTalk(),
};

test.each(Object.entries(casts))(
  "a feature with %s fits every window and is accessible",
  async (_, files) => {
    const small = await buildSmallSite(files);
    const own = await serve(small.folder);
    const page = await browser.newPage({ reducedMotion: "reduce" });
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of [
        "",
        "features/talk/",
        "features/talk/#compare",
        "guests/",
        "archive/",
        ...(width === 320 ? ["features/", "guests/guest-1/"] : []),
      ]) {
        await page.goto(`${own.origin}/${path}`);
        expect([path, await widthOf(page)]).toEqual([path, width]);
        // Nothing that is said lies under a name beside it.
        const overlaps =
          await page.evaluate(`[...document.querySelectorAll(".reading .turn")].filter(turn => {
        const [name, words] = [".speaker .name", ".words"].map(part => turn.querySelector(part)?.getBoundingClientRect());
        return name && words && name.right > words.left + 1 && name.left < words.right - 1 && name.bottom > words.top + 1 && name.top < words.bottom - 1;
      }).length`);
        expect([path, overlaps]).toEqual([path, 0]);
        const broken =
          "[...document.querySelectorAll('.turn .anchor, .contents .ordinal')].filter(e => e.offsetHeight > 40).length";
        expect([path, await page.evaluate(broken)]).toEqual([path, 0]);
      }
    }
    for (const path of ["features/talk/", "features/talk/#compare", "guests/"]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${own.origin}/${path}`);
      expect([path, await violations(page)]).toEqual([path, []]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect([path, await violations(page, "color-contrast")]).toEqual([path, []]);
    }
    await page.close();
    await own.close();
    small.remove();
  },
);

test("at 400 % zoom every page has one column, and no bar covers what is read", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
  for (const path of ["", "features/book-boat/", "guests/shan-jingyi/", "topics/", "archive/", "404.html"]) {
    await page.goto(`${host.origin}/${path}`);
    expect([path, await widthOf(page)]).toEqual([path, 320]);
  }
  await page.goto(`${host.origin}/features/book-boat/`);
  const covering = `[...document.querySelectorAll("*")].filter(e => ["fixed", "sticky"].includes(getComputedStyle(e).position))
    .filter(e => e.getBoundingClientRect().height > 0).length`;
  expect(await page.evaluate(covering)).toBe(0);
  await page.close();
});

test("what has the focus is seen to have it", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${host.origin}/en/features/book-boat/`);
  const unseen: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const [name, outline] = await page.evaluate<[string, string]>(
      "(({ activeElement: e }) => [e.outerHTML.slice(0, 80), getComputedStyle(e).outlineStyle])(document)",
    );
    if (outline === "none" && !name.startsWith("<body")) unseen.push(name);
  }
  expect(unseen).toEqual([]);
  await page.close();
});

describe("a feature as it loads", () => {
  test("does not move, and fetches its cover first", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(`window.moved = 0;
      new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.moved += e.value; })
        .observe({ type: "layout-shift", buffered: true });`);
    for (const path of [
      "",
      "features/book-boat/",
      "en/features/book-boat/",
      "guests/",
      "en/guests/shan-jingyi/",
    ]) {
      await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
      expect([path, await page.evaluate("window.moved < 0.01")]).toEqual([path, true]);
    }
    await page.goto(`${host.origin}/features/book-boat/`);
    const cover = page.locator(".cover img");
    expect(await cover.getAttribute("fetchpriority")).toBe("high");
    expect(await cover.getAttribute("loading")).toBeNull();
    await page.close();
  });

  test("weighs at most 60,000 bytes without its pictures, and so does every page", async () => {
    const weightOf = (path: string) => gzipSync(readFileSync(join(site.folder, path)), { level: 9 }).length;
    // Beside the words there are a style sheet, a script and fonts, which pages of one language share.
    const heaviest = (among: readonly string[]) =>
      among.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, 2);
    // Whose language is in their head: an interview in English lies at the root, too.
    const isEnglish = (path: string) =>
      readFileSync(join(site.folder, path), "utf8").includes('<html lang="en"');
    const english = site.pages.filter(isEnglish);
    const chinese = site.pages.filter((path) => !isEnglish(path));
    for (const path of [...heaviest(english), ...heaviest(chinese)]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const sizes: Promise<number>[] = [];
      page.on("response", (response) => {
        const type = response.headers()["content-type"] ?? "";
        if (/^image\/(?!svg)/.test(type)) return;
        // A font is compressed already.
        const size = async () =>
          type.includes("font")
            ? (await response.body()).length
            : gzipSync(await response.body(), { level: 9 }).length;
        sizes.push(size());
      });
      await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(sizes.length, path).toBeGreaterThan(3);
      expect(total, path).toBeLessThanOrEqual(60_000);
      await page.close();
    }
  });
});

test("where colours are forced, initials and the chosen reading are still told apart", async () => {
  const page = await browser.newPage({ forcedColors: "active" });
  await page.goto(`${host.origin}/guests/`);
  const border = await page.evaluate("getComputedStyle(document.querySelector('.initial')).borderTopStyle");
  expect(border).toBe("solid");
  await page.goto(`${host.origin}/features/book-boat/#compare`);
  const lines = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('.readings a[data-reading=compare]')).textDecorationLine",
  );
  expect(lines).toBe("underline");
  const line = (reading: string) =>
    styleOf(page, `.readings a[data-reading=${reading}]`, "border-block-end-color");
  expect(await line("read")).toBe(await styleOf(page, "html", "background-color"));
  expect(await line("compare")).not.toBe(await line("read"));
  await page.close();
});
