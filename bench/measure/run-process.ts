import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../sites/contestant.js";

/** What one run of a program cost. */
export interface Sample {
  /** From the start of the process to its end, in seconds. */
  readonly wall: number;
  /** Processor time of all its threads and children, in seconds, user and system. */
  readonly cpu: number;
  /** The most memory that one process of it had resident, in MiB. */
  readonly peak: number;
}

/** A program could not be measured: it failed, or made the wrong site. */
export class WrongRun extends Error {}

const timer = "/usr/bin/time";

/** Whether GNU time is there, which processor time and memory are read from. */
export const canMeasure = existsSync(timer);

/**
 * Run a program to its end.
 *
 * GNU time is its parent, so that its peak is that of the program and not of this process. Throws `WrongRun` where it
 * does not end with 0.
 */
export function runProcess({ file, args, cwd }: Command): Sample {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const report = join(folder, "time");
  try {
    const start = performance.now();
    const { status, signal, stderr, stdout } = spawnSync(
      timer,
      ["-f", "%U %S %M", "-o", report, file, ...args],
      {
        cwd,
        encoding: "utf8",
        maxBuffer: 1e8,
      },
    );
    const wall = (performance.now() - start) / 1000;
    if (status !== 0) {
      const end = signal ?? `exit code ${String(status)}`;
      throw new WrongRun(`${file} ${args.join(" ")}: ${end}\n${(stderr + stdout).slice(-1500)}`);
    }
    const [user = 0, system = 0, kibibytes = 0] = readFileSync(report, "utf8")
      .trim()
      .split(/\s+/)
      .map(Number);
    return { wall, cpu: user + system, peak: kibibytes / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Let the disk catch up, so that nobody pays for what was written before. */
export function settleDisk(): void {
  spawnSync("sync");
}
