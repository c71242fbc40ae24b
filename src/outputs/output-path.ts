import type { SitePath } from "../model/ids.js";

/** The file that stands at an address: `/features/x/` → `features/x/index.html`; `/404.html` → `404.html`. */
export function outputPath(path: SitePath): string {
  const file = path.slice(1);
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}
