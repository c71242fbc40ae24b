import { Worker } from "node:worker_threads";
import type { FilePath } from "../model/ids.js";

/** What the watching thread is told. */
export interface WatchedSite {
  /** Absolute path of the site's folder, with `/`. */
  readonly root: string;
}

/** What the watching thread tells. */
export type WatchReport =
  | { readonly kind: "seen"; readonly paths: readonly FilePath[] }
  | { readonly kind: "ready" }
  | { readonly kind: "trouble"; readonly message: string };

/** Who is told what happens to a site's folder. */
export interface WatchListener {
  /** Something may have happened to these files or folders. */
  readonly onSeen: (paths: readonly FilePath[]) => void;
  /** From now on everything is seen; what happened before may have been missed. */
  readonly onReady: () => void;
  /** Some folder cannot be watched; its changes are found by looking through all files from time to time. */
  readonly onTrouble: (message: string) => void;
}

/** Watch the folders of a site until the process ends. */
export function watchSite(root: string, { onSeen, onReady, onTrouble }: WatchListener): void {
  const workerData: WatchedSite = { root };
  const thread = new Worker(new URL("./watch-thread.js", import.meta.url), { workerData });
  thread.on("message", (report: WatchReport) => {
    switch (report.kind) {
      case "seen":
        onSeen(report.paths);
        break;
      case "ready":
        onReady();
        break;
      case "trouble":
        onTrouble(report.message);
    }
  });
  thread.on("error", (error) => {
    onTrouble(error.message);
    // Without it the preview would go stale; starting anew may find what has changed meanwhile.
    setTimeout(() => watchSite(root, { onSeen, onReady, onTrouble }), 1000);
  });
}
