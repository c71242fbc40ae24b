import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Watching } from "../sites/contestant.js";
import { WrongRun } from "./run-process.js";

/** How often a page is asked for, in milliseconds: half of it is the mean error of a time. */
const pollEvery = 4;

/** A program that keeps a site up to date, running. It must be stopped. */
export class Watched {
  readonly #child: ChildProcess;
  readonly #read: Watching["read"];
  /** Where its pages are shown, with a slash at the end; empty where they are only written to the disk. */
  readonly address: string;
  #log = "";
  #quietSince = performance.now();
  #ended = false;
  readonly #end: Promise<void>;

  private constructor({ command, read, address = "" }: Watching) {
    this.#read = read;
    this.address = address;
    this.#child = spawn(command.file, command.args, {
      cwd: command.cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that its children end with it.
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (text: Buffer) => {
        this.#log = (this.#log + text.toString()).slice(-2000);
        this.#quietSince = performance.now();
      });
    }
    process.once("exit", this.#kill);
    this.#end = new Promise((resolve) => {
      const end = (): void => {
        this.#ended = true;
        process.off("exit", this.#kill);
        resolve();
      };
      this.#child.once("exit", end);
      this.#child.once("error", end);
    });
  }

  /** Start it, and wait until it shows a page. @returns It, and after how many milliseconds the page was there. */
  static async start(watching: Watching, page: string): Promise<{ watched: Watched; ready: number }> {
    const start = performance.now();
    const watched = new Watched(watching);
    try {
      await watched.until(page, "</html>", start);
      return { watched, ready: performance.now() - start };
    } catch (error) {
      await watched.stop();
      throw error;
    }
  }

  /** Wait until a page holds a text. @returns Milliseconds from `start`. Throws `WrongRun` after two minutes. */
  async until(page: string, text: string, start: number): Promise<number> {
    while (!(await this.#read(page)).includes(text)) {
      if (this.#ended) throw new WrongRun(`it ended by itself\n${this.#log}`);
      if (performance.now() - start > 120_000)
        throw new WrongRun(`${page} never had "${text}"\n${this.#log}`);
      await sleep(pollEvery);
    }
    return performance.now() - start;
  }

  /** Whether a page holds a text within some milliseconds. */
  async shows(page: string, text: string, within: number): Promise<boolean> {
    const start = performance.now();
    while (performance.now() - start < within) {
      if ((await this.#read(page)).includes(text)) return true;
      if (this.#ended) throw new WrongRun(`it ended by itself\n${this.#log}`);
      await sleep(20);
    }
    return false;
  }

  /** Wait until it has said nothing for a while. @param milliseconds - How long. */
  async quiet(milliseconds: number): Promise<void> {
    this.#quietSince = performance.now();
    while (performance.now() - this.#quietSince < milliseconds) await sleep(20);
  }

  /** The resident memory of the process as it is now, in MiB; of its children nothing. */
  memory(): number {
    const status = readFileSync(`/proc/${String(this.#child.pid)}/status`, "utf8");
    return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? NaN) / 1024;
  }

  /** End it, and wait until it has ended. */
  async stop(): Promise<void> {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      if (this.#ended) return;
      this.#signal(signal);
      await Promise.race([this.#end, sleep(3000)]);
    }
  }

  readonly #kill = (): void => this.#signal("SIGKILL");

  #signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // It ended at this moment.
    }
  }
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
