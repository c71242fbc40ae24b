import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page that is watched for what no reader should get. */
export interface ObservedPage {
  readonly page: Page;
  /** Errors and warnings, requests to elsewhere, answers that are none, since this was last asked. */
  readonly takeNoise: () => string[];
  /** How far things moved by themselves since the page was opened. @see https://web.dev/articles/cls */
  readonly shift: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Open an empty page in a context of its own. @param origin - Of the site; all else is elsewhere. */
export async function observePage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<ObservedPage> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  let noise: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) noise.push(`asked for ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(`
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  `);
  return {
    page,
    takeNoise: () => {
      const taken = noise;
      noise = [];
      return taken;
    },
    shift: async () => Number(await page.evaluate("window.shifted")),
    close: () => context.close(),
  };
}
