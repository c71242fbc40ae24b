import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startPreview, until, type RunningPreview } from "../process/running-preview.js";
import { launchBrowser } from "./example-site.js";
import { WatchedPage } from "./watched-page.js";

/** Whether there is a browser to try a preview in. */
export const hasBrowser = existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium");

/** A preview with a page that looks at it. */
export interface PreviewInBrowser {
  readonly preview: RunningPreview;
  readonly page: Page;
  readonly watched: WatchedPage;
  /** Look at it with another page as well. */
  readonly newPage: () => Promise<{ readonly page: Page; readonly watched: WatchedPage }>;
}

/**
 * A preview and a page in a browser, for the tests of one `describe`; gone after them.
 *
 * @param start - Starts the preview.
 * @param look - Of the page.
 * @returns What is known once the tests run.
 */
export function previewInBrowser(
  start: () => Promise<RunningPreview>,
  look: Pick<BrowserContextOptions, "viewport"> = {},
): PreviewInBrowser {
  let browser: Browser | undefined;
  let preview: RunningPreview | undefined;
  let shown: Pick<PreviewInBrowser, "page" | "watched"> | undefined;
  const newPage: PreviewInBrowser["newPage"] = async () => {
    const page = await started(browser).newPage(look);
    return { page, watched: new WatchedPage(page, started(preview).address) };
  };
  beforeAll(async () => {
    preview = await start();
    browser = await launchBrowser();
    shown = await newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
  });
  return {
    get preview() {
      return started(preview);
    },
    get page() {
      return started(shown).page;
    },
    get watched() {
      return started(shown).watched;
    },
    newPage,
  };
}

/** A preview of the example site, in which a feature is ready to be shown. */
export async function startExamplePreview(): Promise<RunningPreview> {
  const preview = await startPreview({});
  cpSync(join(import.meta.dirname, "../../content"), join(preview.root, "content"), { recursive: true });
  await until(async () => (await preview.get("features/nine-bells/")).status === 200);
  return preview;
}

function started<T>(what: T | undefined): T {
  if (what === undefined) throw new Error("Expected to be asked while tests run");
  return what;
}
