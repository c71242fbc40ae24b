import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { goodSite } from "../build/good-site.js";
import { startPreview } from "../process/running-preview.js";
import { launchBrowser } from "./example-site.js";
import { hasBrowser, previewInBrowser, startExamplePreview } from "./preview-in-browser.js";
import { WatchedPage } from "./watched-page.js";

const project = join(import.meta.dirname, "../..");
const layout = readFileSync(join(project, "templates/layouts/base.hbs"), "utf8");

/** What a script makes of the page: an element, an attribute, a text. */
const leavesItsMark = (name: string) => `
  document.getElementById("made").insertAdjacentHTML("beforeend", "<b>${name}</b>");
  document.body.dataset.${name} = "was here";
  document.getElementById("said-${name}").firstChild.data = "Said by ${name}.";
`;

const kinds = ["inline", "blocking", "async", "defer", "module"];

/** A theme without a policy, with a script of each kind. */
const themeWithScripts = {
  "templates/layouts/base.hbs": layout
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "")
    .replace(
      '<main id="main">',
      `<div id="made"></div>
${kinds.map((kind) => `<p id="said-${kind}">Nothing yet.</p>`).join("\n")}
<script>${leavesItsMark("inline")}</script>
<script>document.currentScript.remove()</script>
<script src="{{assets.folder}}blocking.js"></script>
<script src="{{assets.folder}}async.js" async></script>
<script src="{{assets.folder}}defer.js" defer></script>
<script src="{{assets.folder}}module.js" type="module"></script>
<main id="main">`,
    ),
  ...Object.fromEntries(
    kinds.slice(1).map((kind) => [`templates/assets/${kind}.js`, leavesItsMark(kind)] as const),
  ),
};

describe.skipIf(!hasBrowser)("an update of a page with scripts", () => {
  const site = previewInBrowser(() => startPreview({ ...goodSite, ...themeWithScripts }));
  const saveAbout = (text: string) =>
    site.preview.write(
      "content/pages/about.md",
      goodSite["content/pages/about.md"].replace("About us.", text),
    );

  test.each([0, 300])(
    "leaves what they have made, of whichever kind, where the preview's own come %i ms later",
    async (delay) => {
      await site.page.route("**/client/main.js", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await route.continue();
      });
      await site.watched.open("about/");
      await site.watched.holds(`document.querySelectorAll("#made > b").length === ${kinds.length}`);
      await site.page.unrouteAll();
      saveAbout(`About all of us, ${delay}.`);
      await site.watched.shows(`About all of us, ${delay}.`);
      const made = await site.page.locator("#made > b").allInnerTexts();
      expect(made.sort()).toEqual([...kinds].sort());
      for (const kind of kinds) {
        expect(await site.page.getAttribute("body", `data-${kind}`)).toBe("was here");
        expect(await site.page.innerText(`#said-${kind}`)).toBe(`Said by ${kind}.`);
      }
      expect(await site.watched.isUntouched()).toBe(true);
    },
  );
});

describe.skipIf(!hasBrowser)("an update of a page that has fetched what its reader asked for", () => {
  const bells = "content/features/nine-bells.md";
  const text = readFileSync(join(project, bells), "utf8");
  const site = previewInBrowser(startExamplePreview);
  let saved = 0;
  beforeEach(() => site.watched.open("features/nine-bells/"));

  const isFetched = (name: string) =>
    site.watched.holds(`[...document.scripts].some(({ src }) => src.endsWith("/${name}.js"))`);
  const saveTwice = async () => {
    for (const words of [`Said ${++saved}.`, `Said ${++saved}.`]) {
      site.preview.write(bells, `${text.trimEnd()} ${words}\n`);
      await site.watched.holds(`document.body.textContent.includes("${words}")`);
    }
    expect(await site.watched.isUntouched()).toBe(true);
  };

  test("keeps how to cite it open", async () => {
    await site.page.locator("details.citing > summary").click();
    await isFetched("share");
    await saveTwice();
    expect(await site.page.evaluate("document.querySelector('details.citing').open")).toBe(true);
    expect(await site.page.evaluate("document.activeElement.localName")).toBe("summary");
  });

  test("keeps the turn that a key has led to", async () => {
    await site.page.keyboard.press("j");
    await isFetched("keys");
    await site.watched.holds("document.activeElement !== document.body");
    const turn = await site.page.evaluate("document.activeElement.closest('[id]').id");
    await saveTwice();
    expect(await site.page.evaluate("document.activeElement.closest('[id]').id")).toBe(turn);
  });

  test("lets the recording play on", async () => {
    await site.page.evaluate("document.querySelector('audio').play()");
    await isFetched("recording");
    await saveTwice();
    expect(await site.page.evaluate("document.querySelector('audio').paused")).toBe(false);
  });
});

test.skipIf(!hasBrowser)(
  "a page whose policy lets nothing connect says so, and not that the preview has ended",
  async () => {
    const layouts = { "templates/layouts/base.hbs": layout.replace("; connect-src 'self'", "") };
    const preview = await startPreview({ ...goodSite, ...layouts });
    const browser = await launchBrowser();
    const watched = new WatchedPage(await browser.newPage(), preview.address);
    await watched.open("about/");
    const corner = "document.querySelector('colloquy-preview').shadowRoot.querySelector('.corner').innerText";
    await watched.holds(`${corner}.includes("has no connect-src 'self'")`);
    expect(await watched.page.evaluate(corner)).not.toContain("ended");
    await browser.close();
    await preview.stop();
  },
);
