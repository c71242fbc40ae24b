import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { Chance } from "./chance.js";
import { EditedSite } from "./edited-site.js";
import { editedFiles, edits } from "./random-edits.js";
import { buildBeside } from "./served-site.js";

const command = join(import.meta.dirname, "../../lib/cli/main.js");

/** How many builds there are, each in a process of its own after some edits. */
const count = Math.ceil(Number(process.env["SEQUENCES"] ?? 40) / 8);

test("a build with any number of threads, zone and locale leaves what a single one makes from nothing", async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "threads-and-edits-")));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(editedFiles)) write(path, text);
  const chance = new Chance(20_261_128);
  const site = new EditedSite(root, editedFiles, chance);
  const done: string[] = [];
  for (let built = 0; built < count; built++) {
    for (let left = chance.of([1, 2, 8]); left > 0; left--) {
      const kind = chance.of(Object.keys(edits));
      done.push(kind);
      await edits[kind]?.(site);
    }
    // What is known of features under other settings is of no use, and all have to be read.
    if (chance.below(2) === 0) await edits["settings"]?.(site);
    const threads = String(1 + chance.below(4));
    const env = {
      ...process.env,
      TZ: chance.of(["UTC", "Asia/Kathmandu", "America/St_Johns"]),
      LC_ALL: "C.UTF-8",
    };
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, "build", "--root", root, "--threads", threads],
      {
        encoding: "utf8",
        env,
      },
    );
    const last = `build ${built} with ${threads} threads, after ${done.slice(-8).join(", ")}`;
    expect(`${last}: ${status === 0 ? "built" : stderr}`).toBe(`${last}: built`);
    const made = filesIn(join(root, "dist"));
    const anew = new Map(
      [...(await buildBeside({ root }))].map(([path, bytes]) => [path, bytes.toString("base64")]),
    );
    expect(
      [...made].filter(([path, text]) => anew.get(path) !== text).map(([path]) => `${path}, ${last}`),
    ).toEqual([]);
    expect([...made.keys()].sort()).toEqual([...anew.keys()].sort());
  }
  rmSync(root, { recursive: true });
});

/** In base64; the generator's own records left out. */
function filesIn(dist: string): Map<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(dist.length + 1));
  const own = paths.filter((path) => !path.startsWith(".colloquy"));
  return new Map(own.map((path) => [path, readFileSync(join(dist, path), "base64")]));
}
