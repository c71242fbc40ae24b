import { checked, gather, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, placeOf, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import { featureSlug, sectionId, type SectionId } from "../model/ids.js";
import type { FeatureDocument, SectionDocument } from "./document.js";
import { mapChecked } from "./map-checked.js";
import { keysOf, parseDocument, type DocumentName } from "./parse-document.js";
import { featureSchema } from "./schema/feature.js";
import { sectionSchema } from "./schema/section.js";

const feature = {
  kind: "a feature",
  required: "title",
  schema: featureSchema,
  keys: keysOf(featureSchema.shape),
  instead: { title: "Untitled", date: "0001-01-01" },
  // Without these, turns would be reported that are right.
  vital: ["guests", "interviewers", "voices", "sections", "figures"],
};

const section = {
  kind: "a section",
  required: "title",
  schema: sectionSchema,
  keys: keysOf(sectionSchema.shape),
  instead: { title: "Untitled" },
  vital: [],
};

/** A section's file, read. */
export interface SectionSource {
  readonly source: Source;
  readonly name: DocumentName;
}

/**
 * Read a feature: one file, or the `index.md` of its folder with the files of its sections. A function of the
 * sources and their names alone.
 *
 * @param index - The feature's own file.
 * @param name - What its place says of it.
 * @param sections - In order; `null` for a feature that is one file.
 */
export function parseFeature(
  index: Source,
  name: DocumentName,
  sections: readonly SectionSource[] | null,
): Checked<FeatureDocument> {
  const parsed = parseDocument(index, name, feature);
  const parts = gather((sections ?? []).map(parseSection));
  const diagnostics = [...parsed.diagnostics, ...parts.diagnostics, ...duplicateIds(parts.values)];
  if (parsed.value === undefined) return unusable(diagnostics);
  const slug = featureSlug(parsed.value.front.value.slug ?? name.entry);
  // A feature that lacks a section which could not be read would be reported for what stands in that section.
  const complete = parts.values.length === (sections ?? []).length;
  if (!complete) return unusable(diagnostics);
  const value: FeatureDocument = {
    ...parsed.value,
    kind: "feature",
    slug,
    sections: sections === null ? null : parts.values,
  };
  return checked(value, diagnostics);
}

function parseSection({ source, name }: SectionSource): Checked<SectionDocument> {
  return mapChecked(parseDocument(source, name, section), (parsed) => ({
    ...parsed,
    kind: "section",
    id: sectionId(parsed.front.value.id ?? name.entry),
  }));
}

function duplicateIds(sections: readonly SectionDocument[]): Diagnostic[] {
  const firsts = new Map<SectionId, SectionDocument>();
  return sections.flatMap((one) => {
    const first = firsts.get(one.id);
    if (first === undefined) {
      firsts.set(one.id, one);
      return [];
    }
    const where = { source: one.source, span: idSpan(one) };
    const related = [{ message: "The first", place: placeOf({ source: first.source, span: idSpan(first) }) }];
    return [diagnose("duplicate-section-file", where, { id: one.id, other: first.file }, related)];
  });
}

/** The `id` that was typed; where the id is the file's name, the title stands for the file. */
function idSpan({ front }: SectionDocument): Span {
  return front.spanOf([front.value.id === undefined ? "title" : "id"]);
}
