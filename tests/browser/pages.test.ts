import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { LinkChecker, LinkState } from "linkinator";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExampleSite, launchBrowser, serve, type ExampleSite } from "./example-site.js";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let site: ExampleSite;
let host: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  site = await buildExampleSite();
  host = await serve(site.folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await host.close();
  site.remove();
});

/** One of each kind, in both languages where both have it; the feature also with each reading. */
const kinds = [
  ...["", "en/"].flatMap((language) => [
    language,
    ...["features/", "guests/", "topics/", "archive/", "about/"].map((list) => language + list),
    ...["guests/shan-jingyi/", "guests/alastair-quill/", "topics/water/"].map((page) => language + page),
    ...["series/what-a-town-keeps/", "archive/2025/"].map((page) => language + page),
    ...["", "#compare", "#by-shan-jingyi"].map((reading) => `${language}features/book-boat/${reading}`),
  ]),
  "features/nine-bells/",
  "features/nine-bells/#compare",
  "features/left-gloves/",
  "404.html",
];

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each(kinds)("/%s is accessible, quiet and its own", async (path) => {
    const page = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
    try {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) noise.push(message.text());
      });
      page.on("pageerror", (error) => noise.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(host.origin)) noise.push(`asked for ${request.url()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
      await page.evaluate(axe);
      expect(await violations(page)).toEqual([]);
      expect(noise).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

/** What axe finds, as lines to be read. */
async function violations(page: Page): Promise<unknown> {
  return page.evaluate(
    "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`)))",
  );
}

test.each([320, 360])("no page is wider than a window of %i px", async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  const wide: string[] = [];
  for (const path of [...site.pages, "features/book-boat/index.html#compare"]) {
    await page.goto(`${host.origin}/${path}`);
    const actual = await page.evaluate("document.documentElement.scrollWidth");
    if (actual !== width) wide.push(`${path}: ${String(actual)}`);
  }
  await page.close();
  expect(wide).toEqual([]);
});

test("the Nu checker finds nothing on any page", () => {
  const jar = join(import.meta.dirname, "../../node_modules/vnu-jar/build/dist/vnu.jar");
  const files = site.pages.map((page) => join(site.folder, page));
  const { stderr, status } = spawnSync("java", ["-jar", jar, "--format", "gnu", ...files], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(files.length).toBeGreaterThan(40);
});

test("every link and fragment inside the site leads somewhere", async () => {
  const result = await new LinkChecker().check({
    path: `${host.origin}/`,
    recurse: true,
    checkFragments: true,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(host.origin)),
  });
  const broken = result.links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, parent }) => `${parent ?? ""} → ${url}`)).toEqual([]);
  expect(result.links.filter(({ state }) => state === LinkState.OK).length).toBeGreaterThan(
    site.pages.length,
  );
});
