import { findSettings, mapContent, type ContentMap } from "../content/content-map.js";
import { parseSettings } from "../content/parse-settings.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileSystem } from "../io/file-system.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import type { SiteSettings } from "../model/settings.js";
import { SourceReader } from "./source-reader.js";

/** A site's folder as it was found, its files not yet understood. */
export interface SiteFolder {
  readonly settings: SiteSettings;
  readonly map: ContentMap;
  readonly files: readonly SiteFile[];
  readonly reader: SourceReader;
}

/**
 * Find a site's files and read its settings.
 *
 * @returns No folder where there is no `content/` or no `site.yaml` that can be used; what stands in the rest is
 *   reported all the same.
 */
export function readSiteFolder(
  fs: FileSystem,
  root: string,
): { folder: SiteFolder | undefined; diagnostics: Diagnostic[] } {
  const listed = listSite(fs, root);
  if (!listed.value) return { folder: undefined, diagnostics: [...listed.diagnostics] };
  const reader = new SourceReader(fs, root);
  const paths = listed.value.map(({ path }) => path);
  const found = findSettings(paths);
  const source = found.value && reader.source(found.value);
  const settings = source && parseSettings(source);
  const map = mapContent(paths, settings?.value?.languages ?? null);
  const diagnostics = [
    ...listed.diagnostics,
    ...found.diagnostics,
    ...(settings?.diagnostics ?? []),
    ...map.diagnostics,
  ];
  if (!settings?.value || !map.value) {
    return { folder: undefined, diagnostics: [...diagnostics, ...reader.takeDiagnostics()] };
  }
  return { folder: { settings: settings.value, map: map.value, files: listed.value, reader }, diagnostics };
}
