import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { FileSystem } from "../../src/io/file-system.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { writeSite, type WriteOptions } from "../../src/io/output-writer.js";
import type { ProcessTable } from "../../src/io/running-process.js";
import type { WriteReport } from "../../src/io/site-draft.js";
import { filePath } from "../../src/model/ids.js";
import type { Output } from "../../src/model/output.js";

/** A process table on which only the process itself runs. */
export const alone: ProcessTable = {
  self: { pid: 2, host: "here", boot: "b", started: "9" },
  isRunning: (process) => (process.host === "here" ? process.pid === 2 : undefined),
};

/** The same machine, seen by a process that is about to die. */
export const doomed: ProcessTable = { ...alone, self: { ...alone.self, pid: 1 } };

/** A disk with a site's folder on it. */
export function siteDisk(files: Readonly<Record<string, string>> = {}): MemoryFileSystem {
  return new MemoryFileSystem({ "/desk/site/content/site.yaml": "title: x", ...files });
}

/** Write text files by path and give the report; throws where there is none. */
export async function write(
  fs: FileSystem,
  files: Readonly<Record<string, string>>,
  options: Partial<WriteOptions> = {},
): Promise<WriteReport> {
  const { value, diagnostics } = await tryWrite(fs, files, options);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

/** Write text files by path; a text `copy:…` is the copy of a file of the site. */
export async function tryWrite(
  fs: FileSystem,
  files: Readonly<Record<string, string>>,
  options: Partial<WriteOptions> = {},
): Promise<{ value: WriteReport | undefined; diagnostics: readonly Diagnostic[] }> {
  return writeSite({
    fs,
    root: "/desk/site",
    out: "/desk/site/dist",
    outputs: outputsOf(files),
    processes: alone,
    ...options,
  });
}

/** Outputs with these texts. */
function* outputsOf(files: Readonly<Record<string, string>>): Iterable<Output> {
  for (const [path, content] of Object.entries(files))
    yield content.startsWith("copy:") ? { path, copyOf: filePath(content.slice(5)) } : { path, content };
}

/** The files of the output folder by their paths in it, without the manifest. */
export function distOf(fs: MemoryFileSystem, out = "/desk/site/dist"): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, text] of fs.files())
    if (path.startsWith(`${out}/`) && !path.endsWith("/.colloquy.json"))
      found[path.slice(out.length + 1)] = text;
  return found;
}

/** What lies beside the output folder that a build has left over. */
export function leftOver(fs: MemoryFileSystem): string[] {
  return fs
    .list("/desk/site")
    .map(({ name }) => name)
    .filter((name) => name.startsWith("."));
}

/** The file system, with a look at each change before it happens. */
export function beforeEachChange(
  fs: MemoryFileSystem,
  look: (path: string, method: string) => void,
): MemoryFileSystem {
  return new Proxy(fs, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (changes.has(String(name))) look(String(args[0]), String(name));
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}

const changes = new Set([
  "write",
  "writeNew",
  "copy",
  "link",
  "rename",
  "remove",
  "removeEmptyFolder",
  "makeFolder",
]);

/** Write text files by path and die at the given change of the disk, from 1. @returns Whether it came to that. */
export async function diesAt(
  fs: MemoryFileSystem,
  files: Readonly<Record<string, string>>,
  step: number,
): Promise<boolean> {
  let count = 0;
  const dying = beforeEachChange(fs, () => {
    if (++count >= step) throw new Killed();
  });
  try {
    await tryWrite(dying, files, { processes: doomed });
    return false;
  } catch (thrown) {
    if (thrown instanceof Killed) return true;
    throw thrown;
  }
}

class Killed extends Error {}
