import { build, check, inspect } from "../../src/build/index.js";
import type { BuildOptions, SiteOptions } from "../../src/build/options.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

const now = Date.parse("2024-06-01T12:00:00Z");

/** A disk with a site at `/site`. */
export function diskWith(...files: Files[]): MemoryFileSystem {
  const fs = new MemoryFileSystem();
  for (const one of files) {
    for (const [path, content] of Object.entries(one)) fs.write(`/site/${path}`, content);
  }
  return fs;
}

/** Check a site in memory as of noon on 1 June 2024 (UTC). */
export async function checkOf(fs: MemoryFileSystem, options: Partial<SiteOptions> = {}): Promise<string[]> {
  const { diagnostics } = await check({ root: "/site", now, fs, ...options });
  return lines(diagnostics);
}

/** Build a site in memory as of the same moment; the files of `dist` by their paths, its own records left out. */
export async function buildOf(fs: MemoryFileSystem, options: Partial<BuildOptions> = {}) {
  const { diagnostics, report } = await build({ root: "/site", now, fs, ...options });
  const dist = new Map<string, string>();
  for (const [path, text] of fs.files()) {
    if (path.startsWith("/site/dist/") && !path.includes("/."))
      dist.set(path.slice("/site/dist".length), text);
  }
  return { problems: lines(diagnostics), diagnostics, dist, report };
}

/** The model of a site in memory as of the same moment. */
export async function inspectOf(fs: MemoryFileSystem, options: Partial<SiteOptions> = {}) {
  return inspect({ root: "/site", now, fs, ...options });
}

/** `content/x.md:4:1 error unknown-key`, in the order of the report. */
function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ place, severity, code }) => `${place.file}:${place.line}:${place.column} ${severity} ${code}`,
  );
}
