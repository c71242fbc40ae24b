import { watch } from "chokidar";
import { relative } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { realFileSystem } from "../io/real-file-system.js";
import { KnownFiles, watchedPath } from "./known-files.js";
import type { WatchReport, WatchedSite } from "./site-watch.js";
import { Sweep } from "./sweep.js";

// Watching has a thread of its own: in a folder of ten thousand files, finding out what an event was about takes
// longer than the build that follows from it.

// Started by site-watch.ts, with that and nothing else.
const { root } = workerData as WatchedSite;
const real = realFileSystem.realPath(root) ?? root;
const tell = (report: WatchReport): void => parentPort?.postMessage(report);
const see = (absolute: string): void => {
  const path = watchedPath(relative(real, absolute).replaceAll("\\", "/"));
  if (path !== undefined) tell({ kind: "seen", paths: [path] });
};

// Only folders are watched: they say what happens to the files in them, one watch a folder suffices, and what they say
// (`raw`) is passed on as it comes. The library's own word on files leaves out whatever follows within 50 ms.
const watcher = watch(real, {
  ignoreInitial: true,
  atomic: false,
  followSymlinks: false,
  ignored: (path, stats) => {
    const inside = relative(real, path).replaceAll("\\", "/");
    if (inside === "") return false;
    return watchedPath(inside) === undefined || (stats !== undefined && !stats.isDirectory());
  },
});
watcher.on("raw", (_event, name, details: unknown) => {
  const folder = watchedFolder(details);
  if (folder !== undefined) see(name === "" ? folder : `${folder}/${name}`);
});
watcher.on("addDir", (folder) => {
  // What came into a new folder before it was watched raised no event; on a busy machine that takes its time.
  for (const after of [0, 100, 400, 1600]) setTimeout(() => see(folder), after);
});
watcher.on("unlinkDir", see);
watcher.on("error", (error) =>
  tell({ kind: "trouble", message: error instanceof Error ? error.message : String(error) }),
);
watcher.on("ready", () => {
  const sweep = new Sweep(() => KnownFiles.stampsOf(realFileSystem, real));
  sweep.start((paths) => tell({ kind: "seen", paths }));
  tell({ kind: "ready" });
});

function watchedFolder(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("watchedPath" in details)) return undefined;
  return typeof details.watchedPath === "string" ? details.watchedPath : undefined;
}
