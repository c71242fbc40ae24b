import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { wholeFile } from "../diagnostics/place.js";
import { filePath, type FilePath, type LanguageTag } from "../model/ids.js";
import type { ContentFile, FeatureFiles } from "./content-file.js";
import { readFeatureFolder } from "./feature-folder.js";
import { entryOf, isMarkdown, readMarkdownName } from "./file-name.js";
import { isIgnoredFile } from "./ignored-file.js";

/** What each file under `content/` is. */
export interface ContentMap {
  /** By entry, each original before its translations, as the other lists. */
  readonly guests: readonly ContentFile[];
  readonly features: readonly FeatureFiles[];
  readonly pages: readonly ContentFile[];
}

/** Where the settings of a site are. */
const settingsFile = filePath("content/site.yaml");

/** Find `site.yaml` among the files of a site; a near miss such as `site.yml` is named. */
export function findSettings(files: readonly FilePath[]): Checked<FilePath> {
  if (files.includes(settingsFile)) return checked(settingsFile);
  const similar = files.find((file) => /^content\/site\.ya?ml$/i.test(file));
  const params = { found: similar?.slice("content/".length) ?? null };
  return unusable([diagnose("missing-settings", { file: similar ?? settingsFile }, params)]);
}

/**
 * Say what each file under `content/` is, from the paths alone.
 *
 * The same paths give the same map in whatever order they come. Files that are no part of a site are left out (see
 * `isIgnoredFile`); Markdown in a place where nothing reads it is reported.
 *
 * @param files - Every file of the site, from its root; what is not under `content/` is passed over.
 * @param languages - Of the site; `null` where the settings could not be read.
 */
export function mapContent(
  files: readonly FilePath[],
  languages: readonly LanguageTag[] | null,
): Checked<ContentMap> {
  const all = files.filter((file) => file.startsWith("content/") && !isIgnoredFile(file)).sort(byText);
  const documents = all.filter(isMarkdown);
  const diagnostics: Diagnostic[] = foldersNamedAsFiles(all);
  const guests: ContentFile[] = [];
  const pages: ContentFile[] = [];
  const features: FeatureFiles[] = [];
  const folders = new Map<string, FilePath[]>();

  for (const file of documents) {
    const [, room = "", ...rest] = file.split("/");
    if (room === "features" && rest.length === 2) {
      const folder = rest[0] ?? "";
      const inside = folders.get(folder);
      if (inside === undefined) folders.set(folder, [file]);
      else inside.push(file);
      continue;
    }
    const name = readMarkdownName(file, languages);
    const isRoom = room === "guests" || room === "pages" || room === "features";
    if ("code" in name) diagnostics.push(name);
    else if (!isRoom || rest.length !== 1 || name.stem === "index") diagnostics.push(unread(file));
    else {
      const found = { entry: entryOf(name.stem), translation: name.language, file };
      if (room === "guests") guests.push(found);
      else if (room === "pages") pages.push(found);
      else features.push({ ...found, sections: null });
    }
  }
  for (const [folder, inside] of folders) {
    const read = readFeatureFolder(folder, inside, languages);
    diagnostics.push(...read.diagnostics);
    features.push(...(read.value ?? []));
  }
  const map = {
    guests: settle(guests, diagnostics),
    features: settle(features, diagnostics),
    pages: settle(pages, diagnostics),
  };
  return checked(map, diagnostics);
}

/** One file for each document, originals first; what is there twice or translates nothing is reported. */
function settle<File extends ContentFile>(files: readonly File[], diagnostics: Diagnostic[]): File[] {
  const sorted = [...files].sort(
    (a, b) =>
      byText(a.entry, b.entry) || byText(a.translation ?? "", b.translation ?? "") || byText(a.file, b.file),
  );
  const firsts = new Map<string, File>();
  for (const one of sorted) {
    const key = `${one.entry}/${one.translation ?? ""}`;
    const first = firsts.get(key);
    const original = firsts.get(`${one.entry}/`);
    if (first !== undefined) {
      const related = [{ message: "The first", place: wholeFile(first.file) }];
      const params = { other: first.file, id: one.entry };
      diagnostics.push(diagnose("duplicate-document", { file: one.file }, params, related));
    } else if (one.translation !== null && original === undefined) {
      const params = { original: originalOf(one.file), language: one.translation };
      diagnostics.push(diagnose("missing-original", { file: one.file }, params));
    } else firsts.set(key, one);
  }
  return [...firsts.values()];
}

function originalOf(file: FilePath): string {
  return file.replace(/\.[^./]+\.md$/, ".md");
}

function foldersNamedAsFiles(files: readonly FilePath[]): Diagnostic[] {
  const folders = new Set<string>();
  for (const file of files) {
    if (!/\.md\//i.test(file)) continue;
    for (const match of file.matchAll(/\.md\//gi)) folders.add(file.slice(0, match.index + 3));
  }
  return [...folders].map((folder) =>
    diagnose("folder-named-as-file", { file: folder }, { name: folder.slice(folder.lastIndexOf("/") + 1) }),
  );
}

const rooms = ["features", "guests", "pages"];

/** Say where a Markdown file that nothing reads would be read. */
function unread(file: FilePath): Diagnostic {
  const steps = file.split("/").slice(1);
  const [room = "", folder = ""] = steps;
  const name = steps.at(-1) ?? "";
  const near = steps.length > 1 ? nearest(room, rooms) : undefined;
  return diagnose("unread-file", { file }, { expected: expectedPlaces() });

  function expectedPlaces(): string[] {
    const isIndex = name.startsWith("index.");
    if (near === undefined) return rooms.map((one) => `content/${one}/${name}`);
    if (steps.length === 2) return isIndex ? [`content/pages/${near}.md`] : [`content/${near}/${name}`];
    if (near === "features") return [`content/features/${folder}/${name}`];
    return [`content/${near}/${isIndex ? `${steps.at(-2) ?? ""}.md` : name}`];
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
