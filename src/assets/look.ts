import { sourcesIn, type AssetFile } from "./asset-file.js";

/**
 * The looks of a theme, the site's own among them: the colours, sizes and faces of a site, as custom properties.
 *
 * @returns The CSS of each by its name, which is its file's without `.css`.
 */
export function looksOf(files: readonly AssetFile[]): Map<string, string> {
  const looks = [...sourcesIn("looks/", files)].filter(([path]) => path.endsWith(".css"));
  return new Map(looks.map(([path, css]) => [path.slice("looks/".length, -".css".length), css]));
}
