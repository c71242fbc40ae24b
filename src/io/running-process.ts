import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { kill, pid } from "node:process";

/** One run of a program, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Which start of the machine; empty where the system does not say. */
  readonly boot: string;
  /** When the process began, in the system's own unit; empty where the system does not say. */
  readonly started: string;
}

/** What can be known of the processes of this machine. */
export interface ProcessTable {
  readonly self: ProcessIdentity;
  /** `undefined` where it cannot be known: the process runs, or ran, on another machine. */
  isRunning(process: ProcessIdentity): boolean | undefined;
}

/** The processes of this machine, through `/proc` where there is one. */
export const realProcessTable: ProcessTable = {
  get self() {
    return { pid, host: hostname(), boot: bootId(), started: startOf(pid) };
  },
  isRunning(process) {
    if (process.host !== hostname()) return undefined;
    if (process.boot !== bootId()) return false;
    return isAlive(process.pid) && startOf(process.pid) === process.started;
  },
};

function isAlive(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (thrown) {
    // The process is there but belongs to somebody else.
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}

function bootId(): string {
  return readOrEmpty("/proc/sys/kernel/random/boot_id").trim();
}

/** @see proc(5), /proc/pid/stat, field 22: clock ticks after boot. The name in field 2 may hold spaces and brackets. */
function startOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
