import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const project = join(import.meta.dirname, "../..");
const command = join(project, "lib/cli/main.js");
const corpora = join(project, "../shared/corpora");

/** A turn, as `inspect --json` prints it. */
export interface PrintedTurn {
  readonly kind: string;
  readonly speaker: { readonly kind: string; readonly id: string; readonly name: string };
  readonly time: number | null;
  readonly text: string;
  readonly file: string;
}

/** What the tests read of `inspect --json`. */
export interface PrintedSite {
  readonly guests: readonly { readonly id: string; readonly name: string; readonly role?: string | null }[];
  readonly features: readonly {
    readonly slug: string;
    readonly guests: readonly string[];
    readonly sections: readonly { readonly title: string | null; readonly turns: readonly PrintedTurn[] }[];
  }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
  }[];
}

/** A corpus that was imported into a fresh site and built, each by the command as a process. */
export interface BuiltSite {
  readonly root: string;
  readonly dist: string;
  /** The exit codes. */
  readonly ended: {
    readonly import: number | null;
    readonly build: number | null;
    readonly inspect: number | null;
  };
  readonly printed: PrintedSite;
}

/** Import a corpus whole (or one file of it) into a fresh site, and build that. */
export function buildCorpus(path: string, language: string, options: readonly string[]): BuiltSite {
  const root = mkdtempSync(join(tmpdir(), "corpus-"));
  mkdirSync(join(root, "content"));
  const settings = `title: Corpus\nurl: https://corpus.example/\nlanguage: ${language}\n`;
  writeFileSync(join(root, "content/site.yaml"), settings);
  const imported = colloquy("import", join(corpora, path), "--root", root, ...options).status;
  const built = colloquy("build", "--root", root).status;
  const { status, stdout } = colloquy("inspect", "--json", "--root", root);
  const printed = JSON.parse(stdout) as PrintedSite;
  return {
    root,
    dist: join(root, "dist"),
    ended: { import: imported, build: built, inspect: status },
    printed,
  };
}

function colloquy(...args: string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return { status, stdout };
}

/** All pages of a site, as paths from its root, the longest first. */
export function pagesOf(dist: string): string[] {
  const pages = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
  const size = new Map(pages.map((path) => [path, statSync(join(dist, path)).size]));
  return pages.sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
}

/**
 * The links into the site that lead to no file, or to no id of it, in all pages, as `page → link`.
 *
 * Read from the disk: a crawler that serves pages of a megabyte and parses each for every fragment takes minutes.
 */
export function brokenLinks(dist: string): { checked: number; broken: string[] } {
  const files = new Set(readdirSync(dist, { recursive: true, encoding: "utf8" }).map((path) => `/${path}`));
  const read = new Map<string, readonly string[]>(
    pagesOf(dist).map((path) => {
      const tags = readFileSync(join(dist, path), "utf8").match(/<[a-z](?:[^<>"]|"[^"]*")*>/gu) ?? [];
      return [`/${path}`, tags];
    }),
  );
  const ids = new Map(
    [...read].map(([path, tags]) => [path, new Set(tags.flatMap((tag) => valuesOf(tag, "id")))]),
  );
  const broken: string[] = [];
  let checked = 0;
  for (const [path, tags] of read) {
    for (const link of tags.flatMap((tag) => valuesOf(tag, "href|src|poster"))) {
      const url = new URL(link, `https://corpus.example${path}`);
      if (url.origin !== "https://corpus.example") continue;
      checked++;
      const target = decodeURIComponent(url.pathname).replace(/\/$/u, "/index.html");
      const fragment = decodeURIComponent(url.hash.slice(1));
      const lands = fragment === "" || fragment === "top" || ids.get(target)?.has(fragment) === true;
      if (!files.has(target) || !lands) broken.push(`${path} → ${link}`);
    }
  }
  return { checked, broken };
}

function valuesOf(tag: string, names: string): string[] {
  return [...tag.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, "gu"))].map(([, value = ""]) =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&amp;", "&")
      .replace(/&#x([\da-f]+);/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
}

/**
 * What the Nu checker says of pages, errors and warnings alike, in one run.
 *
 * It reads them from disk, where a page has no origin, and so takes each file of the site for one that the page's
 * policy forbids; and it takes JSON-LD, which is data, for a script. The suites in a browser hold pages to their policy.
 */
export function checkHtml(dist: string, pages: readonly string[]): string[] {
  const jar = join(project, "node_modules/vnu-jar/build/dist/vnu.jar");
  const paths = pages.map((page) => join(dist, page));
  const { stdout, error } = spawnSync("java", ["-jar", jar, "--stdout", "--format", "json", ...paths], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  const { messages } = JSON.parse(stdout) as {
    messages: { type: string; message: string; url: string; lastLine?: number }[];
  };
  const own = messages.filter(({ message }) => !message.includes("violates Content Security Policy"));
  return own.map(
    ({ type, message, url, lastLine }) =>
      `${relative(dist, url.replace("file:", ""))}:${lastLine ?? 0} ${type} ${message}`,
  );
}
