import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildExampleSite, launchBrowser, serve, type ExampleSite } from "./example-site.js";
import { buildSmallSite } from "./small-site.js";

/** Where a site is to be found. */
export interface Host {
  /** `http://127.0.0.1:4711` */
  readonly origin: string;
}

/** The browser for the tests of a file; closed after them. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  return browser;
}

/** The example site on a host, and a browser, for the tests of a file; gone after them. */
export async function openExampleSite(): Promise<{
  readonly site: ExampleSite;
  readonly host: Host;
  readonly browser: Browser;
}> {
  const site = await buildExampleSite();
  const host = await serve(site.folder);
  afterAll(async () => {
    await host.close();
    site.remove();
  });
  return { site, host, browser: await openBrowser() };
}

/**
 * A site of a few files on a host, for the tests of one `describe`; gone after them.
 *
 * @param files - Texts by their paths from the site's root.
 * @returns Whose `origin` is known once the tests run.
 */
export function serveSmallSite(files: Readonly<Record<string, string>>): Host {
  let origin: string | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const site = await buildSmallSite(files);
    const host = await serve(site.folder);
    origin = host.origin;
    close = async () => {
      await host.close();
      site.remove();
    };
  });
  afterAll(() => close?.());
  return {
    get origin() {
      if (origin === undefined) throw new Error("Expected to be asked while tests run");
      return origin;
    },
  };
}
