import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import type { Row } from "./rows/row.js";

/** Where and with what a run was made. */
export interface Setting {
  readonly started: string;
  readonly machine: {
    readonly cpus: number;
    readonly model: string;
    readonly memory: string;
    readonly system: string;
  };
  /** By name: Colloquy, Node, the peers. */
  readonly versions: Readonly<Record<string, string>>;
  /** What is compiled from: the commit, with `+` where files differ from it; empty where it is no repository. */
  readonly commit: string;
}

/** Look at the machine and the program. @param program - Absolute path of the compiled `cli/main.js`. */
export function describeSetting(program: string, versions: Readonly<Record<string, string>>): Setting {
  const processors = cpus();
  return {
    started: new Date().toISOString(),
    machine: {
      cpus: processors.length,
      model: processors[0]?.model.trim() ?? "",
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      system: `${platform()} ${release()}`,
    },
    versions: { ...versions, Node: process.version.slice(1) },
    commit: commitOf(dirname(program)),
  };
}

function commitOf(folder: string): string {
  const git = (...args: string[]) => spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  const { status, stdout } = git("rev-parse", "--short", "HEAD");
  if (status !== 0) return "";
  const changed = git("status", "--porcelain", "--untracked-files=no").stdout.trim() !== "";
  return stdout.trim() + (changed ? "+" : "");
}

/** Keep everything that was measured. @returns The file. */
export function writeRecord(folder: string, setting: Setting, rows: readonly Row[]): string {
  const file = join(folder, "records", `${setting.started.replaceAll(/[:.]/g, "-")}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const plain = rows.map((row) => ({ ...row, outcomes: Object.fromEntries(row.outcomes) }));
  writeFileSync(file, `${JSON.stringify({ setting, rows: plain }, null, 2)}\n`);
  return file;
}
