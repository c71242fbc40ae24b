import { watch, type FSWatcher } from "chokidar";
import { basename, relative } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { realFileSystem } from "../io/real-file-system.js";
import { KnownFiles, watchedPath } from "./known-files.js";
import type { WatchReport, WatchedSite } from "./site-watch.js";
import { Sweep } from "./sweep.js";

// Watching has a thread of its own: in a folder of ten thousand files, finding out what an event was about takes
// longer than the build that follows from it.

// Started by site-watch.ts, with that and nothing else.
const { root } = workerData as WatchedSite;
const tell = (report: WatchReport): void => parentPort?.postMessage(report);

let watcher: FSWatcher | undefined;
/** Where the site's folder really is; `undefined` where it is gone, or what is watched is no longer it. */
let watched: string | undefined;

/**
 * Only folders are watched: they say what happens to the files in them, one watch a folder suffices, and what they say
 * (`raw`) is passed on as it comes. The library's own word on files leaves out whatever follows within 50 ms.
 */
function watchFolders(real: string): void {
  watched = real;
  const see = (absolute: string): void => {
    const path = watchedPath(relative(real, absolute).replaceAll("\\", "/"));
    if (path !== undefined) tell({ kind: "seen", paths: [path] });
  };
  const folders = watch(real, {
    ignoreInitial: true,
    atomic: false,
    followSymlinks: false,
    ignored: (path, stats) => {
      const inside = relative(real, path).replaceAll("\\", "/");
      if (inside === "") return false;
      return watchedPath(inside) === undefined || (stats !== undefined && !stats.isDirectory());
    },
  });
  watcher = folders;
  folders.on("raw", (_event, name, details: unknown) => {
    const folder = watchedFolder(details);
    if (folder === undefined) return;
    // What happens to the folder itself may be told with its own name.
    const isItself = name === "" || (name === basename(folder) && !realFileSystem.stat(`${folder}/${name}`));
    see(isItself ? folder : `${folder}/${name}`);
  });
  folders.on("addDir", (folder) => {
    // What came into a new folder before it was watched raised no event; on a busy machine that takes its time.
    for (const after of [0, 100, 400, 1600]) setTimeout(() => see(folder), after);
  });
  folders.on("unlinkDir", (folder) => {
    if (folder === real) watched = undefined;
    see(folder);
  });
  folders.on("error", (error) =>
    tell({ kind: "trouble", message: error instanceof Error ? error.message : String(error) }),
  );
  folders.on("ready", () => tell({ kind: "ready" }));
}

/** Somebody may move the folder away and back, or let a link lead to another one. */
function watchAnew(): void {
  const real = realFileSystem.realPath(root);
  if (real === watched) return;
  void watcher?.close();
  watcher = undefined;
  watched = undefined;
  if (real !== undefined) watchFolders(real);
}

watchFolders(realFileSystem.realPath(root) ?? root);
setInterval(watchAnew, 1000);
new Sweep(() => KnownFiles.stampsOf(realFileSystem, root)).start((paths) => tell({ kind: "seen", paths }));

function watchedFolder(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("watchedPath" in details)) return undefined;
  return typeof details.watchedPath === "string" ? details.watchedPath : undefined;
}
