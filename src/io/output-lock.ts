import { isFileError, type FileSystem } from "./file-system.js";
import type { ProcessIdentity, ProcessTable } from "./running-process.js";

/** How to wait for another build of the same folder. */
export interface Waiting {
  /** Milliseconds; absent means a minute. */
  readonly limit?: number;
  /** Told once, when the waiting begins. @param holder - Such as `process 123`. */
  readonly onWait?: (holder: string) => void;
  /** Milliseconds since 1970; absent means the system's clock. */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The right to write a folder, until `release`. */
export interface Lock {
  readonly kind: "held";
  release(): void;
}

/** Another build kept the folder for longer than this one would wait. */
export interface Busy {
  readonly kind: "busy";
  readonly holder: string;
}

const pollEvery = 50;
/** Whether a process of another machine still runs cannot be asked; no build takes this long. */
const abandonedAfter = 3_600_000;
/** Taking over takes microseconds; a takeover that is older has died. */
const takeoverAbandonedAfter = 10_000;

/**
 * Take the lock of an output folder, waiting for whoever holds it.
 *
 * The lock of a process that is dead is taken over. Throws a `FileError` where the file cannot be made.
 *
 * @param path - Absolute path of the lock's file.
 */
export async function acquireLock(
  fs: FileSystem,
  path: string,
  processes: ProcessTable,
  waiting: Waiting = {},
): Promise<Lock | Busy> {
  const { limit = 60_000, onWait, now = Date.now, sleep = pause } = waiting;
  const own = `${JSON.stringify(processes.self)}\n`;
  const started = now();
  let told = false;
  for (;;) {
    if (fs.writeNew(path, own)) {
      sweep(fs, path);
      return { kind: "held", release: () => release(fs, path, own) };
    }
    const found = readHolder(fs, path);
    if (found === undefined) continue;
    if (isAbandoned(found, processes, now())) {
      if (takeOver(fs, path, found.text, now())) continue;
    } else if (!told) {
      told = true;
      onWait?.(nameOf(found.holder, processes));
    }
    if (now() - started >= limit) return { kind: "busy", holder: nameOf(found.holder, processes) };
    await sleep(pollEvery);
  }
}

interface Found {
  readonly text: string;
  /** `undefined` where the file says nothing that can be understood. */
  readonly holder: ProcessIdentity | undefined;
  readonly modified: number;
}

function readHolder(fs: FileSystem, path: string): Found | undefined {
  try {
    const modified = fs.stat(path)?.modified;
    if (modified === undefined) return undefined;
    const text = new TextDecoder().decode(fs.read(path));
    return { text, holder: parseHolder(text), modified };
  } catch (thrown) {
    if (isFileError(thrown, "ENOENT")) return undefined;
    throw thrown;
  }
}

function parseHolder(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host, boot, started } = value as Readonly<Record<string, unknown>>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    if (typeof boot !== "string" || typeof started !== "string") return undefined;
    return { pid, host, boot, started };
  } catch {
    return undefined;
  }
}

function isAbandoned(found: Found, processes: ProcessTable, now: number): boolean {
  // A file that says nothing may be one that is just being written, where there are no hard links.
  if (found.holder === undefined) return now - found.modified > takeoverAbandonedAfter;
  return !(processes.isRunning(found.holder) ?? now - found.modified < abandonedAfter);
}

/**
 * Remove a dead process's lock. Of several that see it only one may do so: another could otherwise remove the lock
 * that the first has taken meanwhile.
 *
 * @returns Whether to try at once.
 */
function takeOver(fs: FileSystem, path: string, text: string, now: number): boolean {
  const guard = `${path}-takeover`;
  if (!fs.writeNew(guard, "")) {
    const since = fs.stat(guard)?.modified;
    if (since !== undefined && now - since > takeoverAbandonedAfter) fs.remove(guard);
    return false;
  }
  try {
    if (readHolder(fs, path)?.text === text) fs.remove(path);
    return true;
  } finally {
    fs.remove(guard);
  }
}

/**
 * Remove what a process left that was killed while it asked for the lock: `writeNew` may first write aside. One that
 * is asking just now then finds its file gone, and asks without it.
 */
function sweep(fs: FileSystem, path: string): void {
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, slash) || "/";
  const aside = `${path.slice(slash + 1)}.`;
  try {
    for (const { name } of fs.list(folder))
      if (name.startsWith(aside)) fs.remove(`${path.slice(0, slash)}/${name}`);
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
  }
}

/**
 * Where somebody has taken the lock for abandoned after all, it is theirs now. A lock that cannot be removed is no
 * reason to call a site unwritten; it is taken over once this process is gone.
 */
function release(fs: FileSystem, path: string, own: string): void {
  try {
    if (readHolder(fs, path)?.text === own) fs.remove(path);
  } catch (thrown) {
    if (!isFileError(thrown)) throw thrown;
  }
}

function nameOf(holder: ProcessIdentity | undefined, processes: ProcessTable): string {
  if (holder === undefined) return "an unknown process";
  const where = holder.host === processes.self.host ? "" : ` on ${holder.host}`;
  return `process ${holder.pid}${where}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
