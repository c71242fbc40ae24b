import { describe, expect, test } from "vitest";
import { serve } from "./example-site.js";
import { styleOf, violations } from "./page-checks.js";
import { openBrowser, serveSmallSite } from "./set-up.js";
import { buildSmallSite, talkIn } from "./small-site.js";

const browser = await openBrowser();

const looks = {
  table: { paper: ["oklch(0.985 0.004 95)", "oklch(0.2 0.006 70)"], corner: "0px" },
  "night-desk": { paper: ["oklch(0.975 0.005 240)", "oklch(0.19 0.03 260)"], corner: "8px" },
} as const;

describe.each(["en", "zh-Hans"])("in %s", (language) => {
  describe.each(Object.entries(looks))("the look %s", (look, { paper, corner }) => {
    const host = serveSmallSite(talkIn(language, `theme: {look: ${look}}\n`));

    test.each(["light", "dark"] as const)(
      "is legible and accessible on every page, %s",
      async (colorScheme) => {
        const page = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
        for (const path of [
          "",
          "features/talk/",
          "features/talk/#compare",
          "guests/",
          "topics/",
          "archive/",
          "404.html",
        ]) {
          await page.goto(`${host.origin}/${path}`);
          expect([path, await violations(page)]).toEqual([path, []]);
        }
        expect(await styleOf(page, "html", "background-color")).toBe(paper[colorScheme === "light" ? 0 : 1]);
        await page.close();
      },
    );

    test("gives portraits its corners, and headlines its face", async () => {
      const page = await browser.newPage();
      await page.goto(`${host.origin}/features/talk/`);
      expect(await styleOf(page, ".face", "border-start-start-radius")).toBe(corner);
      const label = await styleOf(page, ".answer .name", "font-family");
      const headline = await styleOf(page, ".headline", "font-family");
      expect(headline === label).toBe(look === "night-desk");
      await page.close();
    });
  });
});

test("a look of the site's own, a part of the style sheet and a property are each enough", async () => {
  const site = await buildSmallSite({
    ...talkIn("zh-Hans", 'theme:\n  look: noon\n  properties: {characters: "30"}\n'),
    "templates/looks/noon.css": ":root { --paper: rgb(255, 250, 205); --size: 18px }\n",
    "templates/styles/99-own.css": ".masthead { border-block-end-width: 5px }\n",
  });
  const host = await serve(site.folder);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${host.origin}/features/talk/`);
  expect(await styleOf(page, "html", "background-color")).toBe("rgb(255, 250, 205)");
  expect(await styleOf(page, ".masthead", "border-block-end-width")).toBe("5px");
  const words = await page.locator(".answer .words").first().boundingBox();
  expect(words?.width).toBe(30 * 18);
  await page.close();
  await host.close();
  site.remove();
});
