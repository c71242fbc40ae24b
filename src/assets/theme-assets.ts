import { sitePath, type SitePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import type { SiteSettings } from "../model/settings.js";

/** A file of `templates/assets`. */
export interface AssetFile {
  /** Relative to `templates/`: `assets/style.css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is the site's own, which is used instead of the theme's file of the same path. */
  readonly own: boolean;
}

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
 * @param files - The files of `templates/assets`, the site's own among them.
 * @param settings - The site's; its custom properties are put at the end of the style sheet.
 */
export function themeAssets(files: readonly AssetFile[], settings: SiteSettings): ThemeAssets {
  const byPath = new Map<string, AssetFile>();
  for (const file of files) {
    if (!file.path.startsWith("assets/")) continue;
    if (file.own || !byPath.get(file.path)?.own) byPath.set(file.path, file);
  }
  const properties = customProperties(settings.theme.properties);
  const outputs = [...byPath.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }): Output => {
      if (path !== stylePath || properties === "") return { path, bytes };
      return { path, content: new TextDecoder().decode(bytes) + properties };
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

/** A rule outside of all layers, so that it goes before the theme's own. */
function customProperties(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties)
    .filter(([name, value]) => /^[\w-]+$/.test(name) && /^[^{};]*$/.test(value))
    .map(([name, value]) => `  --${name}: ${value};\n`);
  return lines.length === 0 ? "" : `\n:root {\n${lines.join("")}}\n`;
}
