import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { versions } from "node:process";
import { builtInTemplates } from "./built-in-theme.js";
import type { FileSystem } from "./file-system.js";
import { realFileSystem } from "./real-file-system.js";

let known: string | undefined;

/**
 * A text that differs where this program does: its code, its theme, the versions of its libraries, and what the
 * running Node knows of languages and dates.
 */
export function programIdentity(): string {
  known ??= identify(realFileSystem);
  return known;
}

function identify(fs: FileSystem): string {
  const hash = createHash("sha256").update([versions.node, versions["icu"], versions["tz"]].join(" "));
  const root = builtInTemplates.slice(0, builtInTemplates.lastIndexOf("/"));
  const here = fileURLToPath(import.meta.url).replaceAll("\\", "/");
  const code = here.slice(root.length + 1).split("/")[0] ?? "";
  hash.update(fs.read(`${root}/package.json`));
  for (const folder of [code, "templates"]) {
    for (const path of filesBelow(fs, `${root}/${folder}`))
      hash.update(`\0${path.slice(root.length)}\0`).update(fs.read(path));
  }
  return hash.digest("base64url");
}

function filesBelow(fs: FileSystem, folder: string): string[] {
  return fs
    .list(folder)
    .flatMap(({ name, kind }) => {
      const path = `${folder}/${name}`;
      if (kind === "folder") return filesBelow(fs, path);
      return kind === "file" && !/\.(?:map|d\.ts|tsbuildinfo)$/.test(name) ? [path] : [];
    })
    .sort();
}
