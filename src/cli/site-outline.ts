import { parse } from "yaml";
import { isFileError, type FileSystem } from "../io/file-system.js";

/** What `new` and `import` look up in a site that may not even be in order. */
export interface SiteOutline {
  /** The language of `site.yaml`; `en` where it says none. */
  readonly language: string;
  /** Names of guests by id; where a file gives no name, the id. */
  readonly guests: ReadonlyMap<string, string>;
  /** Slugs that features have by their file or folder. */
  readonly features: ReadonlySet<string>;
}

/**
 * Look through a site without checking it.
 *
 * @param root - Absolute.
 * @returns `undefined` where there is no `content/`.
 */
export function readSiteOutline(fs: FileSystem, root: string): SiteOutline | undefined {
  if (fs.stat(`${root}/content`)?.kind !== "folder") return undefined;
  const settings = yamlOf(textOf(fs, `${root}/content/site.yaml`));
  const language = settings["language"];
  const guests = new Map<string, string>();
  for (const name of namesIn(fs, `${root}/content/guests`)) {
    const id = /^([^.]+)\.md$/.exec(name)?.[1];
    if (id === undefined) continue;
    const front = /^---\r?\n([^]*?)\r?\n---/.exec(textOf(fs, `${root}/content/guests/${name}`))?.[1] ?? "";
    const given = yamlOf(front)["name"];
    guests.set(id, typeof given === "string" ? given : id);
  }
  const features = new Set(namesIn(fs, `${root}/content/features`).map((name) => name.replace(/\..*$/, "")));
  return { language: typeof language === "string" ? language : "en", guests, features };
}

function namesIn(fs: FileSystem, folder: string): string[] {
  if (fs.stat(folder)?.kind !== "folder") return [];
  return fs
    .list(folder)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("."))
    .sort();
}

function textOf(fs: FileSystem, path: string): string {
  try {
    return new TextDecoder().decode(fs.read(path));
  } catch (thrown) {
    if (isFileError(thrown)) return "";
    throw thrown;
  }
}

function yamlOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
