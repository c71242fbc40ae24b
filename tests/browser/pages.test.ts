import { LinkChecker, LinkState } from "linkinator";
import { expect, test } from "vitest";
import { checkHtml } from "../corpora/built-site.js";
import { violations } from "./page-checks.js";
import { openExampleSite } from "./set-up.js";

const { browser, host, site } = await openExampleSite();

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

test.each(kinds)("/%s is accessible in light and in dark", async (path) => {
  const page = await browser.newPage({ colorScheme: "light", reducedMotion: "reduce" });
  try {
    await page.goto(`${host.origin}/${path}`);
    expect(await violations(page)).toEqual([]);
    // Nothing else depends on the scheme.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page, "color-contrast")).toEqual([]);
  } finally {
    await page.close();
  }
});

test("the Nu checker finds nothing on any page", () => {
  expect(checkHtml(site.folder, site.pages)).toEqual([]);
  expect(site.pages.length).toBeGreaterThan(40);
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
