import type { FeatureDocument } from "../content/document.js";
import { diagnose, placeOf, type Diagnostic, type Where } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { Interview, Section, Turn } from "../model/interview.js";
import type { InterpretedFeature } from "./assemble-features.js";
import { compareEditions, type EditionDifference } from "./compare-editions.js";
import { changedSince } from "./edition-dates.js";

/**
 * Report where translations part from their originals: sections and turns that do not correspond, and originals that
 * were changed since.
 *
 * @param features - In any order; a translation without its original was reported and is passed over.
 */
export function checkTranslations(features: readonly InterpretedFeature[]): Diagnostic[] {
  const originals = new Map(
    features.flatMap((each) => (each.head.translation === null ? [[each.head.entry, each]] : [])),
  );
  return features.flatMap((translation) => {
    if (translation.head.translation === null) return [];
    const original = originals.get(translation.head.entry);
    if (original === undefined) return [];
    return [...outdated(original, translation), ...differing(original, translation)];
  });
}

function outdated(original: InterpretedFeature, translation: InterpretedFeature): Diagnostic[] {
  const changed = changedSince(original.head.masthead, translation.head.masthead);
  if (changed === null) return [];
  const { source, front } = translation.document;
  const path = front.value.updated === undefined ? ["date"] : ["updated"];
  const from = original.document;
  const key = from.front.value.updated === changed ? "updated" : "corrections";
  const related = [
    {
      message: "the change of the original",
      place: from.source.placeOf(from.front.spanOf([key])),
    },
  ];
  const params = { changed, updated: front.value.updated ?? null };
  return [diagnose("outdated-translation", { source, span: front.spanOf(path) }, params, related)];
}

function differing(original: InterpretedFeature, translation: InterpretedFeature): Diagnostic[] {
  if (original.head.digest.shape === translation.head.digest.shape) return [];
  const [from, to] = [original.interview, translation.interview];
  const inFolders = original.head.sections !== null && translation.head.sections !== null;
  // That a section's file is missing on either side was reported when the folder was read.
  const compared = inFolders
    ? ([sharedSections(from, to), sharedSections(to, from)] as const)
    : ([from, to] as const);
  return compareEditions(...compared).map((difference) => report(difference, original, translation));
}

function sharedSections(one: Interview, other: Interview): Interview {
  const shared = new Set(other.sections.map(({ id }) => id));
  return { ...one, sections: one.sections.filter(({ id }) => shared.has(id)) };
}

function report(
  difference: EditionDifference,
  original: InterpretedFeature,
  translation: InterpretedFeature,
): Diagnostic {
  const { found, expected } = difference;
  const related = expected
    ? [{ message: "the original", place: placeOf(lineOf(expected, original.document)) }]
    : [];
  if (difference.kind === "sections") {
    const where = difference.found ?? translation.interview.sections.at(-1);
    const params = { found: difference.found?.id ?? null, expected: difference.expected?.id ?? null };
    return diagnose("differing-sections", lineOf(where, translation.document), params, related);
  }
  const { section, number } = difference;
  const params = {
    section: section.title ?? section.id,
    number,
    found: difference.found ? turnWords(difference.found, translation) : null,
    expected: difference.expected ? turnWords(difference.expected, translation) : null,
  };
  const where = found ?? lastTurn(section) ?? section;
  return diagnose("differing-turns", lineOf(where, translation.document), params, related);
}

/** A turn as a message names it, the guest by the name that the translation has. */
function turnWords({ kind, speaker }: Turn, { head }: InterpretedFeature) {
  const named = head.masthead.guests.find(({ id }) => speaker.kind === "guest" && id === speaker.id);
  return { kind, name: named?.name ?? speaker.name };
}

function lastTurn({ exchanges }: Section): Turn | undefined {
  const last = exchanges.at(-1);
  return last?.replies.at(-1) ?? last?.questions.at(-1);
}

/** The line that a section or a turn begins on. */
function lineOf(place: Section | Turn | undefined, document: FeatureDocument): Where {
  if (place === undefined) return { file: document.file };
  const source = sourceOf(place.file, document);
  if (source === undefined) return { file: place.file };
  const start = source.offsetOfLine(place.line);
  return { source, span: { start, end: start + source.lineText(place.line).length } };
}

function sourceOf(file: string, { source, sections }: FeatureDocument): Source | undefined {
  if (source.path === file) return source;
  return sections?.find((section) => section.file === file)?.source;
}
