import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, serve } from "../browser/example-site.js";
import { observePage } from "../browser/observed-page.js";
import { violations } from "../browser/page-checks.js";
import { buildCorpus, pagesOf, type BuiltSite } from "./built-site.js";
import { haveCorpora, readCorpus } from "./corpora.js";

const undated = ["--date", "2020-01-01"];

/** Texts that were written for other programs: a transcript of hundreds of turns, times, no pictures, three guests. */
const imported = [
  { path: "changelog/founderstalk/founders-talk-80.md", language: "en", options: undated, turns: 300 },
  { path: longestIn("bitcointranscripts"), language: "en", options: [], turns: 100 },
  { path: "usesthis/aaron.patterson.markdown", language: "en", options: [], turns: 8 },
  {
    path: `seed/${haveCorpora ? (readCorpus("seed")[0]?.path ?? "") : ""}`,
    language: "zh-Hans",
    options: ["--title", "三人谈", "--date", "2024-03-01"],
    turns: 12,
  },
] as const;

describe.skipIf(!haveCorpora).each(imported)("the pages of $path", ({ path, language, options, turns }) => {
  let site: BuiltSite;
  let host: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    site = buildCorpus(path, language, options);
    host = await serve(site.dist);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    rmSync(site.root, { recursive: true });
  });

  test("are accessible in light and in dark, in each reading, fit a phone, stand still and are quiet", async () => {
    const [feature] = site.printed.features;
    const count = feature?.sections.reduce((sum, section) => sum + section.turns.length, 0);
    expect(count).toBeGreaterThanOrEqual(turns);
    const { page, takeNoise, shift, close } = await observePage(browser, host.origin);
    const wrong: string[] = [];
    const readings = ["compare", ...(feature?.guests ?? []).map((guest) => `by-${guest}`)];
    const paths = pagesOf(site.dist).filter((each) => !/^\d|archive\/\d/.test(each));
    for (const address of [
      ...paths,
      ...((feature?.guests.length ?? 0) > 1
        ? readings.map((reading) => `features/${feature?.slug ?? ""}/index.html#${reading}`)
        : []),
    ]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 360, height: 700 });
      await page.goto("about:blank");
      await page.goto(`${host.origin}/${address}`);
      await page.evaluate("document.fonts.ready");
      const moved = await shift();
      if (moved > 0) wrong.push(`${address} moves by ${moved}`);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        if (wide !== width) wrong.push(`${address} is ${String(wide)} px wide in ${width}`);
      }
      wrong.push(...(await violations(page)).map((each) => `${address}: ${each}`));
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 1280, height: 700 });
      const contrast = await violations(page, "color-contrast");
      wrong.push(...contrast.map((each) => `${address}, in dark: ${each}`));
      wrong.push(...takeNoise().map((noise) => `${address}: ${noise}`));
    }
    await close();
    expect(paths.length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });
});

/** The longest text of a corpus. */
function longestIn(corpus: string): string {
  if (!haveCorpora) return corpus;
  const texts = readCorpus(corpus).filter(({ path }) => path.includes("/"));
  const [longest] = texts.sort((a, b) => b.text.length - a.text.length);
  return `${corpus}/${longest?.path ?? ""}`;
}
