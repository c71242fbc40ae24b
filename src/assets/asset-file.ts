/** A file of `templates/` that is published, or becomes part of what is. */
export interface AssetFile {
  /** Relative to `templates/`: `assets/style.css`, `looks/table.css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is the site's own, which is used instead of the theme's file of the same path. */
  readonly own: boolean;
}
