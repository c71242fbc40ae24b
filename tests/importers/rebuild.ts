import { parse } from "yaml";

import * as hanReading from "../../src/content/han-reading.js";
import { parseFeature } from "../../src/content/parse-feature.js";
import { createSlugger } from "../../src/content/slug.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { Source } from "../../src/diagnostics/source.js";
import type { Imported } from "../../src/importers/import-transcript.js";
import { guestDirectory, type DirectoryEntry } from "../../src/interview/guest-directory.js";
import type { FeatureHead } from "../../src/interview/feature-head.js";
import { interpretFeature, type Interpretation } from "../../src/interview/interpret-feature.js";
import { filePath, guestId, type GuestId } from "../../src/model/ids.js";
import { turnsOf, type Block, type Turn } from "../../src/model/interview.js";
import { settings } from "../interview/feature.js";

/** A feature that was imported, and read again as a build reads it. */
export interface Rebuilt {
  readonly slug: string;
  readonly value: FeatureHead & Pick<Interpretation, "interview">;
  readonly turns: readonly Turn[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Read what an import made as a build would: every feature, with the guests' files and the pictures beside it. */
export function rebuild(imported: Imported): Map<string, Rebuilt> {
  const texts = new Map(imported.files.map(({ path, content }) => [path, content]));
  const directory = directoryOf(texts);
  const copied = imported.copies.map(({ to }) => to);
  const pictures = new Set([...[...texts.keys()].filter((path) => path.endsWith(".svg")), ...copied]);
  const context = {
    directory: guestDirectory(directory),
    settings,
    slugger: createSlugger(hanReading),
    pictures: (file: string) =>
      pictures.has(file) ? { file: filePath(file), width: 1200, height: 800 } : undefined,
    pictureFiles: () => [...pictures].map(filePath),
  };
  const features = new Map<string, Rebuilt>();
  for (const { from, slug, path } of imported.reports) {
    const folder = path.endsWith("/index.md");
    const parts = [...texts]
      .filter(
        ([file]) => folder && file.startsWith(`content/features/${slug}/`) && /\/\d+-[^/]+\.md$/u.test(file),
      )
      .map(([file, content]) => {
        const entry = (file.split("/").at(-1) ?? "").replace(/^\d+-|\.md$/gu, "");
        return { source: new Source(file, content), name: { entry, translation: null } };
      });
    const index = new Source(path, texts.get(path) ?? "");
    const document = parseFeature(index, { entry: slug, translation: null }, folder ? parts : null);
    const told = document.value && interpretFeature(document.value, context);
    if (!told?.value)
      throw new Error(`${path}: ${document.diagnostics.map(({ message }) => message).join("\n")}`);
    const diagnostics = [...document.diagnostics, ...told.diagnostics];
    features.set(from, {
      slug,
      value: { ...told.value.head, interview: told.value.interview },
      turns: told.value.interview.sections.flatMap(turnsOf),
      errors: diagnostics.filter(({ severity }) => severity === "error"),
      warnings: diagnostics.filter(({ severity }) => severity === "warning"),
    });
  }
  return features;
}

function directoryOf(texts: ReadonlyMap<string, string>): Map<GuestId, DirectoryEntry> {
  const directory = new Map<GuestId, DirectoryEntry>();
  for (const [path, content] of texts) {
    const id = /^content\/guests\/(.+)\.md$/u.exec(path)?.[1];
    if (id === undefined) continue;
    const front = parse(content.split("---\n")[1] ?? "") as {
      name: string;
      role?: string;
      aliases?: string[];
    };
    directory.set(guestId(id), {
      file: filePath(path),
      name: front.name,
      role: front.role ?? null,
      affiliation: null,
      portrait: null,
      aliases: front.aliases ?? [],
    });
  }
  return directory;
}

/** All words of a feature in their order: intro, titles, leads, turns. */
export function wordsOf({ value }: Rebuilt): string {
  const { intro, sections } = value.interview;
  const standfirst = value.masthead.standfirst.map((part) => (typeof part === "string" ? part : "")).join("");
  return [
    value.masthead.title,
    plain(standfirst),
    ...intro.map(blockWords),
    ...sections.flatMap((section) => [
      section.title ?? "",
      ...section.lead.map(blockWords),
      ...turnsOf(section).flatMap(({ blocks }) => blocks.map(blockWords)),
    ]),
  ].join("\n");
}

function blockWords(block: Block): string {
  if (block.kind !== "prose") return "";
  return plain(block.html.map((part) => (typeof part === "string" ? part : "")).join(""));
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&#x26;", "&")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<");

/** Letters and digits alone: what must neither be lost nor moved. */
export function letters(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");
}
