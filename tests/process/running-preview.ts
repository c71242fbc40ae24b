import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The built command. */
export const command = join(import.meta.dirname, "../../lib/cli/main.js");

/** A site on disk with `colloquy preview` running on it, as a process of its own. */
export interface RunningPreview {
  /** Absolute path of the site's folder. */
  readonly root: string;
  /** `http://127.0.0.1:4101/`, with the base path. */
  readonly address: string;
  readonly process: ChildProcess;
  /** What the terminal has said so far. */
  readonly terminal: () => string;
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly get: (path: string) => Promise<{ status: number; text: string }>;
  /** End the process and take the site away. */
  readonly stop: () => Promise<void>;
}

/** Write a site to a folder of its own, and start a preview of it on a free port. */
export async function startPreview(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<RunningPreview> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "preview-")));
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const { child, terminal, address } = await spawnPreview("--root", root, "--port", "0", ...args);
  const get = async (path: string) => {
    const response = await fetch(new URL(path, address));
    return { status: response.status, text: await response.text() };
  };
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(root, { recursive: true, force: true });
  };
  return { root, address, process: child, terminal, write, get, stop };
}

/** Start `colloquy preview`, and wait until it says where. */
export async function spawnPreview(
  ...args: readonly string[]
): Promise<{ child: ChildProcess; terminal: () => string; address: string }> {
  const child = spawn(process.execPath, [command, "preview", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let out = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const address = await until(() => {
    if (child.exitCode !== null) throw new Error(said);
    return /http:\S+/.exec(out)?.[0];
  });
  return { child, terminal: () => said, address };
}

/** Wait until something is there; throws after half a minute. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() - start > 30_000) throw new Error(`Waited in vain for ${look.toString()}`);
    await wait(10);
  }
}
