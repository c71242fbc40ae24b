import { availableParallelism } from "node:os";
import { Worker, parentPort, workerData } from "node:worker_threads";

/** A thread that works beside this one. */
export interface HelperThread {
  /** Settled when the thread has ended, for whatever reason: what it did not do has to be done without it. */
  readonly ended: Promise<void>;
  /** Send it plain data. */
  readonly post: (data: unknown) => void;
  /** End it now. */
  readonly stop: () => void;
}

/** That of a thread of Node 20; later ones take twice as much for what is new, in which nothing is done sooner. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/**
 * Start a thread.
 *
 * @param module - What it runs; compiled, for Node runs no TypeScript of this kind.
 * @param task - Plain data.
 * @param receive - Gets what the thread sends, plain data as well.
 */
export function startThread(module: URL, task: unknown, receive: (sent: unknown) => void): HelperThread {
  const worker = new Worker(module, { workerData: task, resourceLimits });
  worker.on("message", receive);
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      resolve();
    });
    // It ends thereafter.
    worker.on("error", () => undefined);
  });
  return {
    ended,
    post: (data) => {
      worker.postMessage(data);
    },
    stop: () => void worker.terminate(),
  };
}

/** In a thread: what it was given to do. */
export function givenTask(): unknown {
  return workerData;
}

/** In a thread: get what is sent to it, from now on. @returns Get nothing any more, and let the thread end. */
export function receive(listener: (sent: unknown) => void): () => void {
  parentPort?.on("message", listener);
  return () => parentPort?.close();
}

/** In a thread: send plain data to who started it. @param moved - Bytes that need not be copied, for they are not used any more. */
export function send(data: unknown, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(data, moved);
}

/** How many threads can run at once. */
export function availableThreads(): number {
  return availableParallelism();
}
