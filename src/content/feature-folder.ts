import { checked, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { FilePath, LanguageTag } from "../model/ids.js";
import type { ContentFile, FeatureFiles } from "./content-file.js";
import { entryOf, readMarkdownName, readSectionName } from "./file-name.js";

/** A section's file with its place in the order. */
interface SectionFile extends ContentFile {
  readonly order: number;
  readonly stem: string;
}

/**
 * Part the Markdown files of a feature's folder into the feature's own file and its sections, language by language.
 *
 *     index.md  10-measures.md  20-experience.md  index.en.md  10-measures.en.md
 *
 * Sections are in the order of their numbers; those without a number follow, by name. A folder with an `index.md`
 * and no section is a feature that is one file.
 *
 * @param folder - Its name.
 * @param files - Its Markdown files.
 * @param languages - See `readMarkdownName`.
 */
export function readFeatureFolder(
  folder: string,
  files: readonly FilePath[],
  languages: readonly LanguageTag[] | null,
): Checked<readonly FeatureFiles[]> {
  const diagnostics: Diagnostic[] = [];
  const indexes: ContentFile[] = [];
  const sections: SectionFile[] = [];
  const entry = entryOf(folder);
  let misnamedIndex = false;
  for (const file of files) {
    const name = readMarkdownName(file, languages);
    if ("code" in name) {
      diagnostics.push(name);
      misnamedIndex ||= /\/index\.[^/]*$/i.test(file);
    } else if (name.stem === "index") indexes.push({ entry, translation: name.language, file });
    else {
      const { order, entry: id } = readSectionName(name.stem);
      sections.push({ entry: id, translation: name.language, file, order, stem: name.stem });
    }
  }
  sections.sort((a, b) => (a.order === b.order ? byText(a.stem, b.stem) : a.order - b.order));
  if (!misnamedIndex) diagnostics.push(...withoutIndex(`content/features/${folder}`, indexes, sections));

  const originals = sections.filter(({ translation }) => translation === null);
  const features = indexes.map((index): FeatureFiles => {
    const own = sections.filter(({ translation }) => translation === index.translation);
    if (index.translation !== null) diagnostics.push(...compare(index, originals, own));
    return { ...index, sections: originals.length === 0 && own.length === 0 ? null : own.map(plain) };
  });
  return checked(features, diagnostics);
}

/** The first section of each language that has no file of the feature's own. */
function withoutIndex(
  folder: string,
  indexes: readonly ContentFile[],
  sections: readonly SectionFile[],
): Diagnostic[] {
  const known = new Set(indexes.map(({ translation }) => translation));
  return sections.flatMap(({ translation, file }) => {
    if (known.has(translation)) return [];
    known.add(translation);
    return [diagnose("missing-index", { file }, { folder, translation })];
  });
}

/** Sections that only one of an original and its translation has. */
function compare(
  index: ContentFile,
  originals: readonly SectionFile[],
  translated: readonly SectionFile[],
): Diagnostic[] {
  const language = index.translation ?? "";
  const here = new Set(translated.map(({ entry }) => entry));
  const there = new Set(originals.map(({ entry }) => entry));
  const missing = originals.filter(({ entry }) => !here.has(entry));
  const additional = translated.filter(({ entry }) => !there.has(entry));
  return [
    ...missing.map(({ entry, file }) => diagnose("untranslated-section", { file }, { section: entry, language })),
    ...additional.map(({ file }) =>
      diagnose("missing-original", { file }, { original: file.replace(/\.[^./]+\.md$/, ".md"), language }),
    ),
  ];
}

function plain({ entry, translation, file }: SectionFile): ContentFile {
  return { entry, translation, file };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
