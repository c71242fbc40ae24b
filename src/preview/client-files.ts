import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { realFileSystem } from "../io/real-file-system.js";

/** What the preview's script consists of, by name; each is an ES module. */
export function readClientFiles(): ReadonlyMap<string, Uint8Array> {
  const own = names.map((name): [string, Uint8Array] => {
    const text = new TextDecoder().decode(realFileSystem.read(pathOf(`./client/${name}`)));
    // A browser finds no packages by their names.
    return [name, new TextEncoder().encode(text.replace(/from "idiomorph"/, 'from "./idiomorph.js"'))];
  });
  const morph = createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.esm.js");
  return new Map([...own, ["idiomorph.js", realFileSystem.read(morph)]]);
}

const names = [
  "main.js",
  "page-memory.js",
  "update-page.js",
  "refresh-assets.js",
  "panel.js",
  "panel-style.js",
];

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
