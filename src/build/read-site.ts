import { findSettings, mapContent, type ContentMap } from "../content/content-map.js";
import { parseSettings } from "../content/parse-settings.js";
import { unusable, type Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileSystem } from "../io/file-system.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import { shortHashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { SiteMemory, type ReadSettings } from "./site-memory.js";
import { SourceReader } from "./source-reader.js";

/** What has a bearing on how a site is read once more. */
export interface ReadingAgain {
  /** Files that were seen to change since. */
  readonly changed: readonly FilePath[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The path at which the site will live, where it is not that of `url`. */
  readonly base: string | undefined;
  /** The files, where they have just been listed. */
  readonly listed?: Checked<readonly SiteFile[]> | undefined;
  /** All files of the features that are to be read; absent means all features. */
  readonly only?: ReadonlySet<FilePath> | undefined;
}

/** A site's folder as it was found, its files not yet understood. */
export interface SiteFolder {
  readonly settings: SiteSettings;
  /** Differs where the settings do. */
  readonly settingsKey: string;
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
  memory = new SiteMemory(),
  { changed, now, base, listed = listSite(fs, root), only }: ReadingAgain = {
    changed: [],
    now: 0,
    base: undefined,
  },
): { folder: SiteFolder | undefined; diagnostics: Diagnostic[] } {
  if (!listed.value) return { folder: undefined, diagnostics: [...listed.diagnostics] };
  memory.refresh(listed.value, new Set(changed), now);
  const reader = new SourceReader(fs, root, memory.hashes);
  const paths = listed.value.map(({ path }) => path);
  const found = findSettings(paths);
  const settings = found.value && readSettings(found.value, reader, memory, base);
  const wanted = only
    ? paths.filter((path) => !path.startsWith("content/features/") || only.has(path))
    : paths;
  const map = mapContent(wanted, settings?.value?.languages ?? null);
  const diagnostics = [
    ...listed.diagnostics,
    ...found.diagnostics,
    ...(settings?.diagnostics ?? []),
    ...map.diagnostics,
  ];
  if (!settings?.value || !map.value) {
    return { folder: undefined, diagnostics: [...diagnostics, ...reader.takeDiagnostics()] };
  }
  const { value, key } = settings;
  return {
    folder: { settings: value, settingsKey: key, map: map.value, files: listed.value, reader },
    diagnostics,
  };
}

function readSettings(
  file: FilePath,
  reader: SourceReader,
  memory: SiteMemory,
  base: string | undefined,
): ReadSettings | undefined {
  const content = reader.content([file]);
  if (content === undefined) return undefined;
  if (memory.settings?.content === content) return memory.settings.read;
  const text = reader.text(file);
  const parsed = text.value ? parseSettings(text.value) : unusable(text.diagnostics);
  const value = parsed.value && base !== undefined ? { ...parsed.value, basePath: base } : parsed.value;
  const read = { value, diagnostics: parsed.diagnostics, key: value ? keyOf(value) : "" };
  memory.settings = { content, read };
  return read;
}

/** Maps of words by language are written out, too. */
function keyOf(settings: SiteSettings): string {
  const text = JSON.stringify(settings, (_key, value: unknown) =>
    value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value,
  );
  return shortHashOf(text);
}
