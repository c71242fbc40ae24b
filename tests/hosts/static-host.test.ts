import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/example-site.js";

const project = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "static-host-"));
const root = join(folder, "root");
const sub = join(folder, "sub");

beforeAll(() => {
  build("--out", root);
  build("--out", join(sub, "talks"), "--base", "/talks/");
});
afterAll(() => rmSync(folder, { recursive: true }));

function build(...options: readonly string[]): void {
  const command = join(project, "lib/cli/main.js");
  const { status, stderr } = spawnSync(process.execPath, [command, "build", "--root", project, ...options], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
}

describe.each([
  { base: "/", served: root },
  { base: "/talks/", served: sub },
])("nginx with the site at $base", ({ base, served }) => {
  let host: Host;
  beforeAll(async () => {
    host = await startNginx(served, `${base}404.html`);
  });
  afterAll(() => host.stop());

  test("answers every address of the site, and every fragment is in its page", async () => {
    const { answers, references } = await crawl(host.origin, base);
    const wrong = [...answers].flatMap(([path, { status, type }]) =>
      status === 200 && type === typeOf(path) ? [] : [`${path}: ${status} ${type}`],
    );
    expect(wrong).toEqual([]);
    const lost = references.filter(({ to, fragment }) => {
      const ids = answers.get(to)?.body.matchAll(/\sid="([^"]*)"/g) ?? [];
      // Behind the address of a recording stands a moment in it.
      return (
        fragment !== "" &&
        typeOf(to) === "text/html" &&
        !new Set(Array.from(ids, ([, id]) => id)).has(fragment)
      );
    });
    expect(lost).toEqual([]);
    // So that a crawl which went nowhere does not pass.
    for (const path of [
      "en/features/book-boat/index.html",
      "en/feed.xml",
      "assets/fonts/newsreader-text.woff2",
    ])
      expect([...answers.keys()]).toContain(base + path);
    expect(references.filter(({ fragment }) => fragment !== "").length).toBeGreaterThan(100);
  });

  test("answers an unknown address, however deep, with the styled page that says so", async () => {
    const missing = await fetch(`${host.origin}${base}en/no/such/page/`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get("content-type")).toBe("text/html");
    const page = await missing.text();
    expect(page).toContain('data-page="not-found"');
    const stylesheet = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? "no style sheet";
    const style = await fetch(new URL(stylesheet, missing.url));
    expect([style.status, style.headers.get("content-type")]).toEqual([200, "text/css"]);
    const { pathname } = new URL(missing.url);
    // Its link to its own main part stays where the reader is.
    const elsewhere = referencesOf(page, missing.url, base).filter(({ to }) => to !== pathname);
    const { answers } = await crawl(host.origin, base, elsewhere);
    const lost = [...answers].flatMap(([path, { status }]) => (status === 200 ? [] : [`${path}: ${status}`]));
    expect(lost).toEqual([]);
    expect(answers.has(base)).toBe(true);
  });
});

interface Host {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** nginx as a plain host has it: files, folders' `index.html`, a page for what is missing; no rules. */
async function startNginx(served: string, missing: string): Promise<Host> {
  const own = mkdtempSync(join(folder, "nginx-"));
  mkdirSync(join(own, "temporary"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const configuration = `
    daemon off;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    worker_processes 1;
    pid ${join(own, "pid")};
    events {}
    http {
      ${temporary.map((name) => `${name}_temp_path ${join(own, "temporary", name)};`).join("\n")}
      include /etc/nginx/mime.types;
      access_log off;
      server {
        listen 127.0.0.1:${port};
        root ${served};
        error_page 404 ${missing};
      }
    }`;
  writeFileSync(join(own, "nginx.conf"), configuration);
  // Without -e it would open the system's log before it reads the configuration.
  const options = ["-e", join(own, "errors"), "-p", own, "-c", join(own, "nginx.conf")];
  const nginx = spawn("/usr/sbin/nginx", options, { stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(nginx, "exit");
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    nginx.kill();
    await ended;
  };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}`);
    const answer = await fetch(origin).catch(() => undefined);
    if (answer !== undefined) return { origin, stop };
    await wait(50);
  }
  await stop();
  throw new Error("nginx did not answer within 5 seconds");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server on a port has an address of that form.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  /** Empty where it is not a text with references. */
  readonly body: string;
}

interface Reference {
  readonly from: string;
  /** A path on the host. */
  readonly to: string;
  /** Decoded, without `#`; empty where there is none. */
  readonly fragment: string;
}

interface Crawl {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly references: readonly Reference[];
}

/** Ask for all that can be reached from the base, or from `start`; a redirect is not followed. */
async function crawl(
  origin: string,
  base: string,
  start: readonly Reference[] = [{ from: "the reader", to: base, fragment: "" }],
): Promise<Crawl> {
  const answers = new Map<string, Answer>();
  const references = [...start];
  let next = new Set(start.map(({ to }) => to));
  while (next.size > 0) {
    const found = await Promise.all(
      Array.from(next, async (path) => {
        const response = await fetch(origin + path, { redirect: "manual" });
        const type = response.headers.get("content-type") ?? "no type";
        const bytes = await response.arrayBuffer();
        const body = /^text\/(?:html|css)$/.test(type) ? new TextDecoder().decode(bytes) : "";
        answers.set(path, { status: response.status, type, body });
        return referencesOf(body, origin + path, base);
      }),
    );
    references.push(...found.flat());
    const addresses = found.flat().map(({ to }) => to);
    next = new Set(addresses.filter((path) => !answers.has(path)));
  }
  return { answers, references };
}

/** Of a page or a style sheet, to its own host, or to the address the site says it is published at. */
function referencesOf(text: string, address: string, base: string): Reference[] {
  const { origin, pathname } = new URL(address);
  const written = text.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"|url\(["']?([^)"']+)/g);
  return Array.from(written, ([, attribute, inStyle]) => {
    const target = (attribute ?? inStyle ?? "").replaceAll("&amp;", "&");
    return new URL(target.replace(`https://duizuo.example${base}`, base), address);
  })
    .filter((url) => url.origin === origin)
    .map((url) => ({
      from: pathname,
      to: url.pathname + url.search,
      fragment: decodeURIComponent(url.hash.slice(1)),
    }));
}

/** What a path's content type should be. */
function typeOf(path: string): string {
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? (path.endsWith("/") ? "html" : "");
  return types[extension] ?? `no type known for ${path}`;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "application/javascript",
  xml: "text/xml",
  svg: "image/svg+xml",
  jpg: "image/jpeg",
  webp: "image/webp",
  png: "image/png",
  woff2: "font/woff2",
  ogg: "audio/ogg",
  // The host does not know captions, and browsers do not ask.
  vtt: "text/plain",
};

test("a reader goes from page to page in the folder itself, without a host", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const noise: string[] = [];
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "no reason";
      // From disk, no face is fetched ahead: the style sheet brings it, as the letters below show.
      if (request.resourceType() === "font") return;
      // A picture still on its way when the reader leaves.
      if (reason !== "net::ERR_ABORTED") noise.push(`${reason} ${request.url()}`);
    });
    const at = (path: string): string => pathToFileURL(root).href + path;

    await page.goto(at("/index.html"));
    await expectPage(page, at("/index.html"), "对坐");
    await page.click('.entry-title a[href="features/book-boat/index.html"]');
    await expectPage(page, at("/features/book-boat/index.html"), "书船，十八站 · 对坐");
    await page.click(".cast .sitter >> text=单静仪");
    await expectPage(page, at("/guests/shan-jingyi/index.html"), "单静仪 · 对坐");
    const answer = page.locator('a.anchor[href*="/book-boat/index.html#"]').last();
    const fragment = /#.*/.exec((await answer.getAttribute("href")) ?? "")?.[0] ?? "no fragment";
    await answer.click();
    await expectPage(page, at(`/features/book-boat/index.html${fragment}`), "书船，十八站 · 对坐");
    const target = page.locator(":target");
    expect(`#${await target.getAttribute("id")}`).toBe(fragment);
    expect(await target.isVisible()).toBe(true);
    const { y = -1 } = (await target.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await page.click('.languages a[lang="en"]');
    expect(page.url()).toContain(at("/en/features/book-boat/index.html"));
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.click(".nameplate a");
    await expectPage(page, at("/en/index.html"), "Across the Table");
    expect(noise).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** Where the reader is, and that the page has its colours and letters. */
async function expectPage(page: Page, address: string, title: string): Promise<void> {
  await page.waitForURL(address);
  expect(await page.title()).toBe(title);
  const [background, letters] = await page.evaluate<[string, string]>(
    "(style => [style.backgroundColor, style.fontFamily])(getComputedStyle(document.documentElement))",
  );
  expect(background).not.toBe("rgba(0, 0, 0, 0)");
  expect(letters).toContain("Newsreader");
  expect(await page.evaluate("document.fonts.load('16px Newsreader').then(({ length }) => length)")).toBe(1);
}
