import type { AssetFile } from "./asset-file.js";

/** A look that the theme has: the colours, sizes and faces of a site, as custom properties. */
export interface Look {
  /** What `theme.look` calls it: the file's name without `.css`. */
  readonly name: string;
  readonly css: string;
}

/** The looks among the files of a theme, by name; the site's own go before the built-in ones. */
export function looksOf(files: readonly AssetFile[]): Map<string, Look> {
  const looks = new Map<string, Look>();
  for (const { path, bytes } of [...files].sort((a, b) => Number(a.own) - Number(b.own))) {
    const name = /^looks\/([^/]+)\.css$/.exec(path)?.[1];
    if (name !== undefined) looks.set(name, { name, css: new TextDecoder().decode(bytes) });
  }
  return looks;
}
