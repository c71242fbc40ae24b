import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const command = join(import.meta.dirname, "../../lib/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "no-fast-parser-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lets no module load the fast parser, as on a platform without a build of it, and says that one wanted to. */
const withoutBuild = `data:text/javascript,${encodeURIComponent(`
  import Module from "node:module";
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (name, ...rest) {
    if (name !== "satteri") return resolve.call(this, name, ...rest);
    console.error("no build of satteri");
    throw new Error("Cannot find native binding");
  };
`)}`;

test("a platform without a build of the fast parser makes the same site", () => {
  const site = join(folder, "site");
  expect(run([], "new", "site", site)).toMatchObject({ status: 0 });
  // Plain texts need no such parser.
  appendFileSync(join(site, "content/pages/about.md"), "\n> See https://example.org/a\n");
  expect(run([], "build", "--root", site)).toMatchObject({ status: 0 });
  const slow = ["--import", withoutBuild];
  const { status, stderr } = run(slow, "build", "--no-cache", "--root", site, "--out", join(folder, "slow"));
  expect(status).toBe(0);
  // Once: a platform does not get a build while a process runs.
  expect(stderr.match(/no build of satteri/g)).toHaveLength(1);
  expect(filesIn(join(folder, "slow"))).toEqual(filesIn(join(site, "dist")));
});

function run(node: readonly string[], ...args: readonly string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [...node, command, ...args], { encoding: "utf8", cwd: folder });
}

function filesIn(root: string): Map<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths
      .filter((path) => !path.startsWith(".") && statSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}
