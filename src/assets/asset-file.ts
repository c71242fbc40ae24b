/** A file of `templates/` that is published, or becomes part of what is. */
export interface AssetFile {
  /** Relative to `templates/`: `assets/script.js`, `styles/61-turns.css`, `looks/table.css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is the site's own, which is used instead of the theme's file of the same path. */
  readonly own: boolean;
}

/** The files of a folder by their paths, in the order of these; of two with one path, the site's own. */
export function filesIn(folder: string, files: readonly AssetFile[]): Map<string, AssetFile> {
  const found = files.filter(({ path }) => path.startsWith(folder));
  found.sort((a, b) => (a.path === b.path ? Number(a.own) - Number(b.own) : a.path < b.path ? -1 : 1));
  return new Map(found.map((file) => [file.path, file]));
}

/** The same as text. */
export function sourcesIn(folder: string, files: readonly AssetFile[]): Map<string, string> {
  const decoder = new TextDecoder();
  return new Map([...filesIn(folder, files)].map(([path, { bytes }]) => [path, decoder.decode(bytes)]));
}
