/*
 * Takes the pictures of the example site that the README shows, into docs/images/.
 *
 *     npm run build && node scripts/take-screenshots.mjs [folder of the built site, or dist]
 *
 * The second look and the upright setting are those of the same content with other settings, built beside it.
 *
 * Needs Chromium at /usr/bin/chromium, or where CHROMIUM says, and pdftoppm (poppler-utils) for the printed sheet. The
 * pages come from a host on the loopback, twice, so that the second time the fonts are there at once. Names and labels are
 * in the system's sans: have Liberation Sans, which is as wide as the Arial that most readers see. Pictures are WebP
 * and at most 90 kB: where one is larger, its quality is lowered step by step.
 */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const project = join(import.meta.dirname, "..");
const site = resolve(process.argv[2] ?? join(project, "dist"));
const images = join(project, "docs/images");
const largest = 90_000;

const phone = { width: 360, height: 720 };
const tablet = { width: 768, height: 960 };
const desktop = { width: 1440, height: 900 };
const boat = "features/book-boat/";
const shots = [
  { name: "home-1440", page: "", viewport: { ...desktop, height: 1260 } },
  { name: "home-dark-1440", page: "en/", viewport: desktop, dark: true },
  { name: "feature-1440", page: boat, viewport: desktop, at: ".section" },
  { name: "compare-1440", page: `en/${boat}#compare`, viewport: desktop, at: ".section" },
  { name: "guests-1440", page: "guests/", viewport: desktop },
  { name: "feature-768", page: `en/${boat}`, viewport: tablet },
  { name: "guest-768", page: "guests/shan-jingyi/", viewport: tablet },
  { name: "topics-dark-768", page: "topics/", viewport: tablet, dark: true },
  { name: "feature-360", page: boat, viewport: phone, at: ".section" },
  { name: "compare-360", page: `en/${boat}#compare`, viewport: phone, at: ".section" },
  { name: "feature-dark-360", page: "features/nine-bells/", viewport: phone, at: ".cast", dark: true },
  { name: "afterword-768", page: `en/${boat}`, viewport: tablet, at: ".afterword" },
  { name: "night-desk-1440", page: "en/", viewport: desktop, dark: true, theme: "look: night-desk" },
  {
    name: "night-desk-360",
    page: `en/${boat}`,
    viewport: phone,
    at: ".section",
    theme: "look: night-desk",
  },
  {
    name: "upright-1440",
    page: boat,
    viewport: desktop,
    at: ".readings",
    theme: "writing: vertical",
  },
];
const sheets = [
  { name: "print-zh", page: boat, sheet: 2 },
  { name: "print-en", page: `en/${boat}`, sheet: 2 },
  { name: "print-compare", page: `en/${boat}#compare`, sheet: 3 },
];

if (!existsSync(join(site, "index.html"))) {
  throw new Error(`Expected a built site in ${site}; run "npm run build" first`);
}
mkdirSync(images, { recursive: true });
const hosts = new Map([[undefined, await serve(site)]]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--hide-scrollbars"],
});
try {
  for (const shot of shots) await keep(shot.name, await take(shot));
  for (const sheet of sheets) await keep(sheet.name, await print(sheet));
} finally {
  await browser.close();
  for (const { server, remove } of hosts.values()) {
    server.close();
    remove?.();
  }
}

/** The site as it is, or built anew from the same content with a theme of its own. */
async function hostOf(theme) {
  const known = hosts.get(theme);
  if (known) return known;
  const root = mkdtempSync(join(tmpdir(), "themed-"));
  cpSync(join(project, "content"), join(root, "content"), { recursive: true });
  appendFileSync(join(root, "content/site.yaml"), `\ntheme: {${theme}}\n`);
  execFileSync(process.execPath, [join(project, "lib/cli/main.js"), "build", "--root", root]);
  const remove = () => rmSync(root, { recursive: true });
  const host = { ...(await serve(join(root, "dist"))), remove };
  hosts.set(theme, host);
  return host;
}

function keep(name, { bytes, quality }) {
  writeFileSync(join(images, `${name}.webp`), bytes);
  process.stdout.write(`${name}.webp: ${Math.round(bytes.length / 1000)} kB, quality ${quality}\n`);
}

async function take({ page: address, viewport, at, theme, dark = false }) {
  const page = await open((await hostOf(theme)).origin + address, {
    viewport,
    colorScheme: dark ? "dark" : "light",
  });
  try {
    await page.evaluate((selector) => {
      const top = selector && document.querySelector(selector)?.getBoundingClientRect().top;
      if (top) scrollTo(0, scrollY + top - 40);
    }, at);
    await page.waitForTimeout(200);
    return await smallEnough(page);
  } finally {
    await page.context().close();
  }
}

/** One sheet of what the browser prints, as poppler draws it. */
async function print({ page: address, sheet }) {
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  const page = await open((await hostOf()).origin + address, { viewport: desktop });
  try {
    const file = join(folder, "sheets.pdf");
    await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
    const from = ["-f", String(sheet), "-l", String(sheet)];
    execFileSync("pdftoppm", ["-r", "110", "-png", "-singlefile", ...from, file, join(folder, "sheet")]);
    const drawn = readFileSync(join(folder, "sheet.png"));
    await page.goto("about:blank");
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style><img src="data:image/png;base64,${drawn.toString("base64")}">`,
    );
    const size = await page.evaluate(async () => {
      const [picture] = document.images;
      await picture.decode();
      return { width: picture.naturalWidth, height: picture.naturalHeight };
    });
    await page.setViewportSize(size);
    return await smallEnough(page);
  } finally {
    await page.context().close();
    rmSync(folder, { recursive: true });
  }
}

async function open(address, options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  for (let time = 0; time < 2; time++) {
    await page.goto(address, { waitUntil: "networkidle" });
  }
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([...document.images].map((picture) => picture.decode()));
    await document.fonts.ready;
  });
  return page;
}

/** Playwright's own screenshots know no WebP; the browser's protocol does. */
async function smallEnough(page) {
  const session = await page.context().newCDPSession(page);
  for (let quality = 84; ; quality -= 8) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length <= largest || quality <= 40) return { bytes, quality };
  }
}

/** A plain host on the loopback that lets files be kept. */
async function serve(folder) {
  const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };
  Object.assign(types, {
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
  });
  const server = createServer((request, response) => {
    let file = join(folder, decodeURIComponent(new URL(request.url, "http://host").pathname));
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = types[extname(file)] ?? "application/octet-stream";
    return response
      .writeHead(200, { "content-type": type, "cache-control": "max-age=600" })
      .end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, origin: `http://127.0.0.1:${server.address().port}/` };
}
