import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bytesContent, type Content } from "../io/file-content.js";
import { realFileSystem } from "../io/real-file-system.js";
import { ownStyle } from "./preview-page.js";

/** What the preview's own pages and its script consist of, by path. */
export function readOwnFiles(): ReadonlyMap<string, Content> {
  const client = [...readClientFiles()].map(([name, bytes]): [string, Content] => [
    `client/${name}`,
    bytesContent(bytes, name),
  ]);
  return new Map([...client, ["outline.css", bytesContent(new TextEncoder().encode(ownStyle), "")]]);
}

/** What the preview's script consists of, by name; each is an ES module. */
function readClientFiles(): ReadonlyMap<string, Uint8Array> {
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
