import { sitePath, type SitePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import type { SiteSettings } from "../model/settings.js";
import type { AssetFile } from "./asset-file.js";
import { looksOf } from "./look.js";

/** What a theme brings along, and the addresses that pages need of it. */
export interface ThemeAssets {
  readonly outputs: readonly Output[];
  readonly style: SitePath;
  readonly script: SitePath;
  readonly icon: SitePath;
}

/**
 * The files that a theme brings along, and at which address each is published. Whoever needs an address asks here:
 * names may come to depend on the bytes.
 *
 * @param files - The files of `templates/`, the site's own among them.
 * @param settings - The site's; its look and its custom properties are put at the end of the style sheet, so that a
 *   page asks for one.
 */
export function themeAssets(files: readonly AssetFile[], settings: SiteSettings): ThemeAssets {
  const byPath = new Map<string, AssetFile>();
  for (const file of files) {
    if (!file.path.startsWith("assets/")) continue;
    if (file.own || !byPath.get(file.path)?.own) byPath.set(file.path, file);
  }
  const { look, properties } = settings.theme;
  const last = customProperties(properties) + inItsLayer(looksOf(files).get(look)?.css ?? "");
  const outputs = [...byPath.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }): Output => {
      if (path !== stylePath || last === "") return { path, bytes };
      return { path, content: new TextDecoder().decode(bytes) + last };
    });
  return {
    outputs,
    style: sitePath(`/${stylePath}`),
    script: sitePath(`/${scriptPath}`),
    icon: sitePath(`/${iconPath}`),
  };
}

const stylePath = "assets/style.css";
const scriptPath = "assets/script.js";
const iconPath = "assets/icon.svg";

/** A rule outside of all layers, so that it goes before the theme's own. The settings refused what could leave it. */
function customProperties(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};\n`);
  return lines.length === 0 ? "" : `\n:root {\n${lines.join("")}}\n`;
}

/** The look last: a brace that is missing in it spoils nothing else. */
function inItsLayer(look: string): string {
  return look === "" ? "" : `\n@layer look {\n${look}}\n`;
}
