import type { FeatureDocument } from "../content/document.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Interpretation } from "../interview/interpret-feature.js";
import { readAddress } from "../markdown/address.js";
import type { Edition, Feature, Masthead } from "../model/feature.js";
import type { FilePath } from "../model/ids.js";
import { pathOfEdition } from "./languages.js";
import { aliasPaths, featurePath } from "./routes.js";

/** A feature's document with what was understood of it. */
export interface InterpretedFeature {
  readonly document: FeatureDocument;
  readonly interpretation: Interpretation;
}

/**
 * Put each original together with its translations and give them addresses.
 *
 * @param features - In any order; a translation has an original among them, or is left out (that was reported).
 * @param files - All files of `content/`, to find recordings among.
 */
export function assembleFeatures(
  features: readonly InterpretedFeature[],
  files: ReadonlySet<string>,
): { features: Feature[]; diagnostics: Diagnostic[] } {
  const translations = new Map<string, InterpretedFeature[]>();
  for (const each of features) {
    if (each.document.translation === null) continue;
    const { entry } = each.document;
    const group = translations.get(entry);
    if (group) group.push(each);
    else translations.set(entry, [each]);
  }
  const diagnostics: Diagnostic[] = [];
  const toEdition = (each: InterpretedFeature, original: InterpretedFeature): Edition => {
    const { document, interpretation } = each;
    const recording = findRecording(each, files);
    diagnostics.push(...recording.diagnostics);
    const { slug } = original.document;
    const { status, publishAt = null, expires = null } = document.front.value;
    const isOriginal = each === original;
    return {
      slug,
      language: interpretation.language,
      original: isOriginal,
      path: pathOfEdition(featurePath(slug), interpretation.language, isOriginal),
      file: document.file,
      publication: { status, publishAt, expires },
      masthead: { ...interpretation.masthead, recording: recording.value },
      digest: interpretation.digest,
      interview: interpretation.interview,
    };
  };
  const assembled = features
    .filter(({ document }) => document.translation === null)
    .map((original): Feature => {
      const { aliases } = original.document.front.value;
      const others = translations.get(original.document.entry) ?? [];
      return {
        slug: original.document.slug,
        original: toEdition(original, original),
        translations: others.map((each) => toEdition(each, original)),
        aliases: aliasPaths(aliases),
      };
    });
  return { features: assembled, diagnostics };
}

/** A recording that lies beside the feature gets its path from the site's root; one elsewhere stays an address. */
function findRecording(
  { document, interpretation }: InterpretedFeature,
  files: ReadonlySet<string>,
): { value: Masthead["recording"]; diagnostics: Diagnostic[] } {
  const { recording } = interpretation.masthead;
  if (recording === null) return { value: null, diagnostics: [] };
  const address = readAddress(recording.src, document.file);
  if (address.kind === "foreign") return { value: recording, diagnostics: [] };
  if (address.kind === "inside" && address.target.to === "file") {
    const file: FilePath = address.target.file;
    if (files.has(file)) return { value: { ...recording, src: file }, diagnostics: [] };
  }
  const where = { source: document.source, span: document.front.spanOf(["recording", "src"]) };
  return { value: null, diagnostics: [diagnose("missing-recording", where, { src: recording.src })] };
}
