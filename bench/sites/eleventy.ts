import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contestant } from "./contestant.js";
import { fromFolder } from "./read-page.js";

/**
 * Eleventy, where `installEleventy` was run.
 *
 * Its server listens on every address of the machine, so that for edits it writes to the disk without a server: its
 * pages are seen a little sooner than a browser would see them.
 *
 * @param themes - The folder of the benchmark's themes.
 * @param installed - Where it is installed.
 */
export function eleventy(themes: string, installed: string): Contestant | undefined {
  const program = join(installed, "node_modules/@11ty/eleventy/cmd.cjs");
  if (!existsSync(program)) return undefined;
  const manifest = join(installed, "node_modules/@11ty/eleventy/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const run = (site: string, ...args: string[]) => ({
    file: process.execPath,
    args: [program, "--quiet", ...args],
    cwd: site,
  });
  return {
    id: "eleventy",
    name: "Eleventy",
    version,
    theme: join(themes, "eleventy"),
    build: (site) => run(site),
    output: (site) => join(site, "_site"),
    leftovers: (site) => [join(site, "_site"), join(site, ".cache")],
    guestFile: (site, id) => join(site, "guests", `${id}.json`),
    guestText: (guest) => `${JSON.stringify(guest)}\n`,
    watch: (site) => ({
      command: run(site, "--watch", "--incremental"),
      read: fromFolder(join(site, "_site")),
    }),
  };
}

/** Install Eleventy outside of the project's own packages. Throws where npm cannot. */
export function installEleventy(themes: string, installed: string): void {
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(themes, "eleventy-package.json"), join(installed, "package.json"));
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: installed,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`npm could not install Eleventy in ${installed}`);
}
