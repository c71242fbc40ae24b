/*
 * Takes the pictures of the example site that the README shows, into docs/images/.
 *
 *     npm run build && node scripts/take-screenshots.mjs [folder of the built site, or dist]
 *
 * Needs Chromium at /usr/bin/chromium, or where CHROMIUM says. The pages are opened from disk, without a server.
 * Pictures are WebP at two pixels to the CSS pixel and at most 150 kB: where one is larger, its quality is lowered
 * step by step. Two runs on one machine make the same pictures; another machine's fonts make others.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const project = join(import.meta.dirname, "..");
const site = resolve(process.argv[2] ?? join(project, "dist"));
const images = join(project, "docs/images");
const largest = 150_000;

const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 780 };
const shots = [
  { name: "home", page: "index.html", viewport: desktop },
  { name: "feature", page: "features/book-boat/index.html", viewport: desktop, at: ".section" },
  { name: "compare", page: "features/book-boat/index.html#compare", viewport: desktop, at: ".exchange" },
  { name: "phone", page: "features/book-boat/index.html", viewport: phone, at: ".section" },
  { name: "guest", page: "guests/shan-jingyi/index.html", viewport: desktop },
  { name: "dark", page: "features/wet-books/index.html", viewport: desktop, at: ".section", dark: true },
];

if (!existsSync(join(site, "index.html"))) {
  throw new Error(`Expected a built site in ${site}; run "npm run build" first`);
}
mkdirSync(images, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--hide-scrollbars"],
});
try {
  for (const shot of shots) {
    const { bytes, quality } = await take(shot);
    writeFileSync(join(images, `${shot.name}.webp`), bytes);
    process.stdout.write(`${shot.name}.webp: ${Math.round(bytes.length / 1000)} kB, quality ${quality}\n`);
  }
} finally {
  await browser.close();
}

async function take({ page: address, viewport, at, dark = false }) {
  const page = await browser.newPage({
    viewport,
    deviceScaleFactor: 2,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  try {
    await page.goto(pathToFileURL(site).href + "/" + address);
    await page.evaluate(async (selector) => {
      for (const picture of document.images) picture.loading = "eager";
      await Promise.all([...document.images].map((picture) => picture.decode()));
      await document.fonts.ready;
      const top = selector && document.querySelector(selector)?.getBoundingClientRect().top;
      if (top) scrollTo(0, scrollY + top - 56);
    }, at);
    await page.waitForTimeout(200);
    return await smallEnough(page);
  } finally {
    await page.close();
  }
}

/** Playwright's own screenshots know no WebP; the browser's protocol does. */
async function smallEnough(page) {
  const session = await page.context().newCDPSession(page);
  for (let quality = 88; ; quality -= 8) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length <= largest || quality <= 40) return { bytes, quality };
  }
}
