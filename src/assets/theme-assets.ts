import { sitePath, type SitePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import type { SiteSettings } from "../model/settings.js";
import { filesIn, type AssetFile } from "./asset-file.js";
import { stylePath, styleSheet } from "./style-sheet.js";
import { publishedAsset } from "./theme-script.js";

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
 */
export function themeAssets(files: readonly AssetFile[], settings: SiteSettings): ThemeAssets {
  const published = filesIn("assets/", files);
  published.delete(stylePath);
  return {
    outputs: [
      ...[...published.values()].map(publishedAsset),
      { path: stylePath, content: styleSheet(files, settings) },
    ],
    style: sitePath(`/${stylePath}`),
    script: sitePath(`/${scriptPath}`),
    icon: sitePath(`/${iconPath}`),
  };
}

const scriptPath = "assets/script.js";
const iconPath = "assets/icon.svg";
