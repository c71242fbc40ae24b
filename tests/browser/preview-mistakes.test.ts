import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodSite } from "../build/good-site.js";
import { spawnPreview, startPreview, until, type RunningPreview } from "../process/running-preview.js";
import { launchBrowser } from "./example-site.js";
import { hasBrowser } from "./preview-in-browser.js";
import { WatchedPage } from "./watched-page.js";

describe.skipIf(!hasBrowser)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const watch = async (address: string) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    return new WatchedPage(page, address);
  };

  describe("a mistake", () => {
    const cyd = "---\nname: Cyd Vane\nrole: Keeper\n---\n\nCyd keeps keys.\n";
    let preview: RunningPreview;
    let watched: WatchedPage;
    beforeAll(async () => {
      preview = await startPreview({ ...goodSite, "content/guests/cyd.md": cyd });
      watched = await watch(preview.address);
    });
    afterAll(() => preview.stop());
    const move = (from: string, to: string) => {
      renameSync(join(preview.root, from), join(preview.root, to));
    };

    const mistakes: Record<string, { make: () => void; says: string; mend: () => void }> = {
      "in the settings": {
        make: () => preview.write("content/site.yaml", "title: [\n"),
        says: "content/site.yaml:",
        mend: () => preview.write("content/site.yaml", goodSite["content/site.yaml"]),
      },
      "in a template": {
        make: () => preview.write("templates/pages/feature.hbs", "<p>\n{{#if}}\n"),
        says: "templates/pages/feature.hbs:2:",
        mend: () => rmSync(join(preview.root, "templates"), { recursive: true }),
      },
      "in the words of a language": {
        make: () => preview.write("templates/locales/en.yaml", "nav.home: [\n"),
        says: "templates/locales/en.yaml:",
        mend: () => rmSync(join(preview.root, "templates"), { recursive: true }),
      },
      "in front matter": {
        make: () => preview.write("content/features/lamps.md", "---\ntitle: On lamps\ndate: someday\n---\n"),
        says: "content/features/lamps.md:3:7",
        mend: () => preview.write("content/features/lamps.md", goodSite["content/features/lamps.md"]),
      },
      "that takes a feature's folder away": {
        make: () => move("content/features/duty", "kept"),
        says: "content/features/lamps.md:",
        mend: () => move("kept", "content/features/duty"),
      },
      "that takes all guests away": {
        make: () => move("content/guests", "kept"),
        says: 'Unexpected guest "abe"',
        mend: () => move("kept", "content/guests"),
      },
      "that takes all content away": {
        make: () => move("content", "kept"),
        says: "content",
        mend: () => move("kept", "content"),
      },
    };

    test.each(Object.entries(mistakes))(
      "%s is shown over the last good page until it is mended",
      async (_, mistake) => {
        await watched.open("features/lamps/");
        const before = await watched.page.locator("main").innerText();
        mistake.make();
        await watched.panelShows(mistake.says);
        expect(await watched.page.locator("main").innerText()).toBe(before);
        expect((await preview.get("features/duty/")).status).toBe(200);
        mistake.mend();
        await watched.panelIsGone();
        expect(await watched.page.locator("main").innerText()).toBe(before);
        expect(await watched.isUntouched()).toBe(true);
      },
    );

    test("is none where a guest goes whom nobody names: the page is gone, and no list has it", async () => {
      const list = await watch(preview.address);
      await list.open("guests/");
      await list.shows("Cyd Vane");
      await watched.open("guests/cyd/");
      await watched.shows("Cyd keeps keys.");
      rmSync(join(preview.root, "content/guests/cyd.md"));
      await watched.holds("document.body.dataset.page === 'not-found'");
      await list.holds("!document.body.innerText.includes('Cyd Vane')");
      await list.page.close();
    });
  });

  describe("a run", () => {
    test("that begins with a mistake shows it, and the site once it is mended", async () => {
      const preview = await startPreview({ ...goodSite, "content/site.yaml": "title: [\n" });
      const watched = await watch(preview.address);
      await watched.open("features/lamps/");
      await watched.shows("cannot be built yet");
      await watched.panelShows("content/site.yaml:");
      expect(await watched.page.locator("colloquy-preview .sheet").innerText()).not.toContain("as it was");
      preview.write("content/site.yaml", goodSite["content/site.yaml"]);
      await watched.shows("On lamps");
      await watched.panelIsGone();
      await watched.page.close();
      await preview.stop();
    });

    test("that begins without a folder shows the site once there is one", async () => {
      const preview = await startPreview({});
      const watched = await watch(preview.address);
      await watched.open("");
      await watched.panelShows("content");
      for (const [path, text] of Object.entries(goodSite)) preview.write(path, text);
      await watched.shows("Night Talks");
      await watched.page.close();
      await preview.stop();
    });

    test("keeps every tab up to date", async () => {
      const preview = await startPreview(goodSite);
      const tabs = await Promise.all([1, 2, 3].map(() => watch(preview.address)));
      for (const tab of tabs) await tab.open("about/");
      preview.write("content/pages/about.md", "---\ntitle: About\n---\n\nAbout three tabs.\n");
      for (const tab of tabs) await tab.shows("About three tabs.");
      for (const tab of tabs) await tab.page.close();
      await preview.stop();
    });

    test("keeps more windows up to date than a browser has connections for, and loads further ones", async () => {
      const preview = await startPreview(goodSite);
      const context = await browser.newContext();
      const windows: WatchedPage[] = [];
      while (windows.length < 8) {
        const watched = new WatchedPage(await context.newPage(), preview.address);
        await watched.open("about/");
        windows.push(watched);
      }
      for (const text of ["About eight windows.", "About eight windows, again."]) {
        preview.write("content/pages/about.md", `---\ntitle: About\n---\n\n${text}\n`);
        for (const watched of windows) await watched.shows(text);
      }
      for (const watched of windows) {
        expect(await watched.isUntouched()).toBe(true);
        expect(await watched.page.locator("colloquy-preview .corner").innerText()).not.toContain("ended");
      }
      await context.close();
      await preview.stop();
    });

    test("that follows another takes over its pages, and loads them once", async () => {
      const preview = await startPreview(goodSite);
      const watched = await watch(preview.address);
      await watched.open("about/");
      let loads = 0;
      watched.page.on("framenavigated", () => loads++);
      preview.process.kill("SIGKILL");
      await until(() => preview.process.signalCode !== null);
      preview.write("content/pages/about.md", "---\ntitle: About\n---\n\nAbout the night between.\n");
      const { port } = new URL(preview.address);
      const { child } = await spawnPreview("--root", preview.root, "--port", port);
      await watched.shows("About the night between.");
      // A page that the browser has kept from the run before must not send it round in circles.
      await watched.page.goto(`${preview.address}features/lamps/`);
      await watched.open("about/");
      loads = 0;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(loads).toBe(0);
      expect(await watched.isUntouched()).toBe(true);
      child.kill("SIGKILL");
      await watched.page.close();
      await preview.stop();
    });
  });
});
