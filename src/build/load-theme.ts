import type { AssetFile } from "../assets/asset-file.js";
import { checkLook } from "../assets/check-look.js";
import { themeAssets, type ThemeAssets } from "../assets/theme-assets.js";
import { decode } from "../content/decode.js";
import { Source } from "../diagnostics/source.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { builtInTemplates } from "../io/built-in-theme.js";
import type { FileSystem } from "../io/file-system.js";
import { realFileSystem } from "../io/real-file-system.js";
import { shortHashOf } from "../model/hash.js";
import { filePath, type FilePath, type LanguageTag } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { checkLocales } from "../render/check-words.js";
import { dependenciesOf, loadTheme, type Theme, type ThemeFile } from "../render/theme.js";
import type { PageKind } from "../render/views/common.js";
import { settingPlaces } from "./setting-places.js";
import { SourceReader } from "./source-reader.js";

/** The theme that a site is shown with, and the files that it brings along. */
export interface LoadedTheme {
  readonly theme: Theme;
  readonly assets: ThemeAssets;
  /** Differs where anything does that a kind of page is made with in a language: a template, a word. */
  readonly keyOf: (kind: PageKind, language: LanguageTag) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read the built-in theme with the site's own `templates/` over it.
 *
 * @param root - Absolute path of the site's folder.
 * @param files - The site's files; those under `templates/` are used.
 */
export function loadSiteTheme(
  fs: FileSystem,
  root: string,
  files: readonly FilePath[],
  settings: SiteSettings,
): LoadedTheme {
  const reader = new SourceReader(fs, root);
  // The package's own folder may be the site's, too: then its templates are no overrides.
  const isBuiltIn =
    fs === realFileSystem && fs.realPath(`${root}/templates`) === realFileSystem.realPath(builtInTemplates);
  const own = isBuiltIn ? [] : files.filter((file) => file.startsWith("templates/"));
  const all = [
    ...listBuiltIn().map(({ path, bytes }) => ({ path, bytes, own: false })),
    ...own.flatMap((file) => {
      const bytes = reader.bytes(file);
      return bytes === undefined ? [] : [{ path: file.slice("templates/".length), bytes, own: true }];
    }),
  ];
  const texts = all.flatMap((file) => toThemeFile(file, reader));
  const { value: theme, diagnostics } = loadTheme(texts);
  const assets = themeAssets(all, settings);
  return {
    theme,
    assets,
    keyOf: keysOf(theme, texts, assets),
    diagnostics: [
      ...reader.takeDiagnostics(),
      ...diagnostics,
      ...checkLocales(theme.locales, settings),
      ...checkLook(all, settings, settingPlaces(settings, reader)),
    ],
  };
}

/** Worked out once for each kind and language. The switch of languages says some words in every language. */
function keysOf(
  theme: Theme,
  files: readonly ThemeFile[],
  { style, script, icon }: ThemeAssets,
): LoadedTheme["keyOf"] {
  const known = new Map<string, string>();
  return (kind, language) => {
    const name = `${kind} ${language}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const wanted = new Set(dependenciesOf(theme, kind, language));
    const used = files.filter(({ path }) => wanted.has(path) || path.startsWith("locales/"));
    const texts = used.flatMap(({ path, source, own }) => [path, own ? "own" : "", source.text]);
    const key = shortHashOf([style, script, icon].join("\n"), ...texts);
    known.set(name, key);
    return key;
  };
}

/** Style sheets, scripts and fonts are published as they are; only what is read as text is decoded. */
function toThemeFile({ path, bytes, own }: AssetFile, reader: SourceReader): ThemeFile[] {
  if (path.startsWith("assets/") || !/\.(?:hbs|ya?ml|css|js)$/.test(path)) return [];
  const file = filePath(`templates/${path}`);
  if (!own) return [{ path, source: builtInSource(file, bytes), own, isInOrder: true }];
  const { value, diagnostics } = decode(file, bytes);
  for (const diagnostic of diagnostics) reader.report(diagnostic);
  return value ? [{ path, source: value, own }] : [];
}

const builtInSources = new Map<FilePath, Source>();

/** What comes with the package is known to be UTF-8, and is not the site's to mend. */
function builtInSource(file: FilePath, bytes: Uint8Array): Source {
  const known = builtInSources.get(file);
  if (known) return known;
  const source = new Source(file, new TextDecoder().decode(bytes));
  builtInSources.set(file, source);
  return source;
}

let builtIn: readonly Omit<AssetFile, "own">[] | undefined;

/** The files of the package do not change while a process runs. */
function listBuiltIn(): readonly Omit<AssetFile, "own">[] {
  builtIn ??= [...walk("")];
  return builtIn;
}

function* walk(folder: string): Generator<Omit<AssetFile, "own">> {
  for (const { name, kind } of realFileSystem.list(`${builtInTemplates}${folder}`)) {
    if (kind === "folder") yield* walk(`${folder}/${name}`);
    else if (kind === "file") {
      const path = `${folder}/${name}`;
      yield { path: path.slice(1), bytes: realFileSystem.read(`${builtInTemplates}${path}`) };
    }
  }
}
