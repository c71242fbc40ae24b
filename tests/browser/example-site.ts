import { readdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { inject } from "vitest";
import { build } from "../../src/index.js";

const project = join(import.meta.dirname, "../..");

/** The example site, built into a folder of its own. */
export interface ExampleSite {
  /** Absolute path. */
  readonly folder: string;
  /** Of every page, relative to the folder: `guests/index.html`. */
  readonly pages: readonly string[];
  readonly remove: () => void;
}

/**
 * The example site: at the root the one that all suites share, else one of the suite's own.
 *
 * @param base - Where it will live; starts and ends with `/`.
 */
export async function buildExampleSite(base = "/"): Promise<ExampleSite> {
  // Suites of other projects than this one have nothing provided, which the types do not know.
  const shared = base === "/" ? (inject("exampleSite") as string | undefined) : undefined;
  if (shared !== undefined) return { folder: shared, pages: pagesIn(shared), remove: () => undefined };
  const { folder, remove } = freshFolder();
  await buildInto(folder, base);
  return { folder, pages: pagesIn(folder), remove };
}

/** A folder for a site, and what takes it away. */
export function freshFolder(): { readonly folder: string; readonly remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), "example-"));
  return { folder: join(parent, "site"), remove: () => rmSync(parent, { recursive: true }) };
}

/** Build the example site into a folder. */
export async function buildInto(folder: string, base: string): Promise<void> {
  const { report, diagnostics } = await build({ root: project, out: folder, base });
  if (report === null) throw new Error(`Expected a site, got ${JSON.stringify(diagnostics)}`);
}

/** Of every page, relative to the folder. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/** Chromium without what needs a screen, a network or a root's sandbox. */
export const chromiumOptions = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--no-first-run",
    ...["background-networking", "component-update", "sync", "quic", "gpu"].map(
      (name) => `--disable-${name}`,
    ),
  ],
};

/** The browser that all suites share, or one of the suite's own; closing the shared one leaves it running. */
export function launchBrowser(): Promise<Browser> {
  const endpoint = inject("browserEndpoint") as string | undefined;
  return endpoint === undefined ? chromium.launch(chromiumOptions) : chromium.connect(endpoint);
}

/** A plain host on the loopback: folders have their `index.html`, what is missing has `404.html`. */
export async function serve(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    let file = join(folder, path);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = join(file, "index.html");
    const found = statSync(file, { throwIfNoEntry: false }) !== undefined;
    const sent = found ? file : join(folder, "404.html");
    const type = types[extname(sent)] ?? "application/octet-stream";
    response.writeHead(found ? 200 : 404, { "content-type": type }).end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server on a port has an address of that form.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".ogg": "audio/ogg",
  ".vtt": "text/vtt; charset=utf-8",
};
