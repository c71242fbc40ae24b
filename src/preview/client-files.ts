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

/** What the preview's script consists of, by name; each is an ES module but for `first.js`. */
function readClientFiles(): ReadonlyMap<string, Uint8Array> {
  const own = names.map((name): [string, Uint8Array] => {
    const text = new TextDecoder().decode(realFileSystem.read(pathOf(`./client/${name}`)));
    // A browser finds no packages by their names, and takes what exports something, be it nothing, for a module.
    const sent = text.replace(/from "idiomorph"/, 'from "./idiomorph.js"').replace(/^export \{\};$/m, "");
    return [name, new TextEncoder().encode(sent)];
  });
  const morph = createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.esm.js");
  return new Map([...own, ["idiomorph.js", realFileSystem.read(morph)]]);
}

const names = [
  "first.js",
  "main.js",
  "page-memory.js",
  "running-scripts.js",
  "update-page.js",
  "update-head.js",
  "refresh-assets.js",
  "panel.js",
  "panel-style.js",
  "corner.js",
  "counted.js",
  "problem-dialog.js",
  "turn-link.js",
  "free-place.js",
  "elements.js",
  "own-page.js",
  "prose.js",
  "put-away.js",
];

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
