import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { generation } from "./generations.mjs";

// The shipped files do not have the writer by itself.
const bundled = mkdtempSync(join(tmpdir(), "writer-program-"));
const program = join(bundled, "writer-program.mjs");
let root: string;

beforeAll(async () => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, "writer-program.mjs"),
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  });
  await bundle.write({ file: program, format: "esm" });
  await bundle.close();
});
afterAll(() => rmSync(bundled, { recursive: true, force: true }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writer-"));
  mkdirSync(join(root, "content"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a build that is killed", () => {
  test("leaves, whenever that is, a site that the next build makes whole, and what is foreign", async () => {
    write(0);
    writeFileSync(join(root, "dist/CNAME"), "x.example");
    let current = 0;
    let killed = 0;
    const took = timeOf(() => write(0));
    for (let round = 1; round <= 20; round++) {
      const child = spawn(process.execPath, [program, root, String(round)], { stdio: "ignore" });
      await new Promise((resolve) => setTimeout(resolve, took * (0.3 + 0.9 * Math.random())));
      child.kill("SIGKILL");
      await ended(child);
      killed += child.signalCode === null ? 0 : 1;
      // A build of a site that cannot be finished recovers what the killed one left and goes no further.
      const found = recover();
      expect([generation(current), generation(round)]).toContainEqual(found);
      if (found["index.html"] === `generation ${round}`) current = round;
      expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
    }
    expect(killed).toBeGreaterThan(5);
    write(99);
    expect(distOf()).toEqual(generation(99));
  });

  test("while it waits between two outputs has changed nothing", async () => {
    write(0);
    const child = spawn(process.execPath, [program, root, "1", "40"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await staging(child);
    expect(distOf()).toEqual(generation(0));
    child.kill("SIGKILL");
    await ended(child);
    expect(distOf()).toEqual(generation(0));
    expect(write(2).messages).toEqual([]);
    expect(distOf()).toEqual(generation(2));
  });
});

describe("two builds at once", () => {
  test("the second says for whom it waits, and both end well", async () => {
    const first = spawn(process.execPath, [program, root, "1", "40"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await staging(first);
    const second = spawn(process.execPath, [program, root, "2"], { stdio: ["ignore", "pipe", "inherit"] });
    const [, said] = await Promise.all([outputOf(first), outputOf(second)]);
    expect(said).toContain(`waiting for process ${first.pid ?? 0}`);
    expect(distOf()).toEqual(generation(2));
  });

  test("many write one whole site", async () => {
    const children = [1, 2, 3, 4, 5].map((number) =>
      spawn(process.execPath, [program, root, String(number)], { stdio: ["ignore", "pipe", "inherit"] }),
    );
    await Promise.all(children.map(outputOf));
    expect([1, 2, 3, 4, 5].map(generation)).toContainEqual(distOf());
  });
});

describe("on a real disk", () => {
  test("a file whose bytes are the same keeps its time stamp and its place on the disk", () => {
    write(0);
    const before = statSync(join(root, "dist/same.html"));
    const report = write(3).report;
    const after = statSync(join(root, "dist/same.html"));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    expect(report?.unchanged).toBe(1);
  });

  test("a file that somebody changed is mended, even with its size kept and its time set back", () => {
    write(0);
    const file = join(root, "dist/index.html");
    writeFileSync(file, "generation X");
    write(0);
    expect(distOf()).toEqual(generation(0));
  });

  test("a copy of the folder, as a clone has it, is known for the generator's own", () => {
    write(0);
    cpSync(join(root, "dist"), join(root, "copy"), { recursive: true });
    rmSync(join(root, "dist"), { recursive: true });
    cpSync(join(root, "copy"), join(root, "dist"), { recursive: true });
    utimesSync(join(root, "dist/.colloquy.json"), 1, 1);
    expect(write(1).messages).toEqual([]);
    expect(distOf()).toEqual(generation(1));
  });

  test.skipIf(!canMount())("a disk that is full leaves the last site, and says so", () => {
    const disk = join(root, "disk");
    mkdirSync(disk);
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=400k", "tmpfs", disk]).status).toBe(0);
    try {
      mkdirSync(join(disk, "content"));
      write(0, disk);
      writeFileSync(join(disk, "content/ballast"), "x".repeat(180_000));
      const { report, messages } = write(1, disk);
      expect(report).toBeUndefined();
      expect(messages[0]).toContain("no space left on the disk (ENOSPC)");
      expect(distOf(disk)).toEqual(generation(0));
      rmSync(join(disk, "content/ballast"));
    } finally {
      spawnSync("umount", [disk]);
    }
  });

  test.skipIf(!canMount())("an output folder that is a disk of its own is written from inside", () => {
    mkdirSync(join(root, "dist"));
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", join(root, "dist")]).status).toBe(0);
    try {
      expect(write(0).messages).toEqual([]);
      expect(write(1).messages).toEqual([]);
      expect(distOf()).toEqual(generation(1));
    } finally {
      spawnSync("umount", [join(root, "dist")]);
    }
  });
});

interface Said {
  readonly report?: { readonly unchanged: number; readonly recovered: boolean };
  readonly messages: readonly string[];
}

function write(number: number, folder = root): Said {
  const { stdout, stderr } = spawnSync(process.execPath, [program, folder, String(number)], {
    encoding: "utf8",
  });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) throw new Error(stdout + stderr);
  return JSON.parse(last) as Said;
}

/** Let a build begin that breaks off before it changes anything of its own; what it leaves is what it recovered. */
function recover(): Record<string, string> {
  spawnSync(process.execPath, [program, root, "NaN"], { env: { ...process.env, NODE_OPTIONS: "" } });
  return distOf();
}

function distOf(folder = root): Record<string, string> {
  const dist = join(folder, "dist");
  const found: Record<string, string> = {};
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(dist.length + 1);
    if (name !== ".colloquy.json" && name !== "CNAME") found[name] = readFileSync(path, "utf8");
  }
  return found;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Until the process has the lock and takes its first output. */
async function staging(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? [])
    if (String(chunk).includes("staging")) return;
}

async function outputOf(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await ended(child);
  return text;
}

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), "mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", probe]).status === 0;
  if (mounted) spawnSync("umount", [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
}
