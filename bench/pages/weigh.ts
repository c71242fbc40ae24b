import type { Browser } from "playwright-core";
import type { Host, Sent } from "./host.js";

/** What a page costs its reader. */
export interface Weight {
  /** Bytes over the wire, by kind, when the page is read to its end. */
  readonly sent: Readonly<Record<string, number>>;
  /** The same without compression. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Over the wire without pictures. */
  readonly withoutPictures: number;
  /** Addresses elsewhere that the page asked for. */
  readonly foreign: readonly string[];
  /** How far things moved by themselves while the page was read to its end. @see https://web.dev/articles/cls */
  readonly shift: number;
}

/** Open a page that nothing is kept of, read it to its end, and add up what was sent for it. */
export async function weigh(browser: Browser, host: Host, path: string, width: number): Promise<Weight> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  try {
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(host.origin)) foreign.push(request.url());
    });
    host.takeSent();
    await page.goto(host.origin + path, { waitUntil: "networkidle" });
    const shift = Number(await page.evaluate(readToTheEnd));
    await page.waitForLoadState("networkidle");
    const files = host.takeSent().filter(({ path: of }) => of !== "/favicon.ico");
    return {
      sent: sumsOf(files, "sent"),
      bytes: sumsOf(files, "bytes"),
      withoutPictures: files.reduce((sum, { kind, sent }) => sum + (kind === "picture" ? 0 : sent), 0),
      foreign,
      shift,
    };
  } finally {
    await page.close();
  }
}

// Run in the page.
const readToTheEnd = `(async () => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  for (let at = 0; at < document.documentElement.scrollHeight; at += 600) {
    scrollTo(0, at);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return shift;
})()`;

function sumsOf(files: readonly Sent[], unit: "sent" | "bytes"): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const file of files) sums[file.kind] = (sums[file.kind] ?? 0) + file[unit];
  return sums;
}
