import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const command = join(project, "lib/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "startup-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a start", () => {
  test.each(["--version", "--help"])("with %s loads a few small files of the program's own", (option) => {
    const files = filesLoadedBy(option);
    expect(files.length).toBeLessThan(8);
    expect(files.filter((file) => file.includes("node_modules"))).toEqual([]);
    expect(sizeOf(files)).toBeLessThan(20_000);
  });

  test("loads nothing that a site in Latin letters, with plain front matter, does not use", () => {
    const site = join(folder, "site");
    filesLoadedBy("new", "site", site, "--language", "en");
    const files = filesLoadedBy("build", "--root", site).join("\n");
    // Loose or bundled, the build itself is there.
    expect(files).toMatch(/build-command/);
    for (const unused of unusedPackages) expect(files).not.toContain(`node_modules/${unused}/`);
    expect(files).not.toMatch(/importers|import-command|preview-command|watch-thread/);
  });

  test("loads next to nothing where nothing changed since the last build", () => {
    const site = join(folder, "unchanged");
    filesLoadedBy("new", "site", site, "--language", "en");
    const first = filesLoadedBy("build", "--root", site);
    const again = filesLoadedBy("build", "--root", site);
    expect(sizeOf(again)).toBeLessThan(sizeOf(first) / 4);
    const packages = again.flatMap((file) => /node_modules\/([^/]+)/.exec(file)?.[1] ?? []);
    // Loose or bundled: what reads the command line, and what colours its words.
    expect(packages.filter((name) => !["commander", "picocolors"].includes(name))).toEqual([]);
    expect(again.join("\n")).not.toMatch(/site-engine|handlebars/);
  });

  test("loads what reads a whole site only where more than texts has changed", () => {
    const site = join(folder, "texts");
    filesLoadedBy("new", "site", site, "--language", "en");
    filesLoadedBy("build", "--root", site);
    const feature = readdirSync(join(site, "content/features"), { recursive: true, encoding: "utf8" })
      .map((name) => join(site, "content/features", name))
      .find((path) => path.endsWith(".md"));
    expect(feature).toBeDefined();
    const change = (from: RegExp, to: string): string => {
      const text = readFileSync(feature ?? "", "utf8");
      expect(text).toMatch(from);
      writeFileSync(feature ?? "", text.replace(from, to));
      return filesLoadedBy("build", "--root", site).join("\n");
    };
    const lastWord = /\.\s*$/;
    expect(change(lastWord, ", or so.\n")).not.toMatch(/build-site/);
    expect(change(lastWord, ", or thereabouts.\n")).not.toMatch(/build-site/);
    expect(change(/^title: .*$/m, "title: Another title")).toMatch(/build-site/);
  });

  test("loads the dictionary of readings for a site that has Han names to read", () => {
    const site = join(folder, "han");
    filesLoadedBy("new", "site", site, "--language", "zh-Hans");
    expect(filesLoadedBy("build", "--root", site).join("\n")).toContain("node_modules/pinyin-pro/");
  });
});

/** Each is loaded by the kind of site, or the command, that needs it. */
const unusedPackages = [
  "pinyin-pro",
  "yaml",
  "gray-matter",
  "js-yaml",
  "hast-util-raw",
  "parse5",
  "chokidar",
  "idiomorph",
];

/** The files of code that a run of the command loads, as Node records them. */
function filesLoadedBy(...args: string[]): string[] {
  const record = mkdtempSync(join(folder, "record-"));
  const env = { ...process.env, NODE_V8_COVERAGE: record };
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  const scripts = readdirSync(record).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(record, name), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
  return scripts.filter((url) => url.startsWith("file://")).map((url) => fileURLToPath(url));
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + readFileSync(file).length, 0);
}
