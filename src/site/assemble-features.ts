import type { FeatureDocument } from "../content/document.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { FeatureHead } from "../interview/feature-head.js";
import { readAddress } from "../markdown/address.js";
import type { Edition, Feature, Masthead } from "../model/feature.js";
import type { FilePath } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import { pathOfEdition } from "./languages.js";
import { aliasPaths, featurePath } from "./routes.js";

/** A feature in one language, as far as it has to be in memory. */
export interface InterpretedFeature {
  readonly head: FeatureHead;
  /** Differs where anything does that it was understood from. */
  readonly fingerprint: string;
  /** Read from its files when it is asked for. */
  readonly document: FeatureDocument;
  /** Read from its files when it is asked for. */
  readonly interview: Interview;
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
    const { entry, translation } = each.head;
    if (translation === null) continue;
    const group = translations.get(entry);
    if (group) group.push(each);
    else translations.set(entry, [each]);
  }
  const diagnostics: Diagnostic[] = [];
  const toEdition = (each: InterpretedFeature, original: InterpretedFeature): Edition => {
    const { file, language, publication, masthead, digest } = each.head;
    const recording = findRecording(each, files);
    diagnostics.push(...recording.diagnostics);
    const { slug } = original.head;
    const isOriginal = each === original;
    return {
      slug,
      language,
      original: isOriginal,
      path: pathOfEdition(featurePath(slug), language, isOriginal),
      file,
      publication,
      masthead: { ...masthead, recording: recording.value },
      digest,
      get fingerprint() {
        return each.fingerprint;
      },
      get interview() {
        return each.interview;
      },
    };
  };
  const assembled = features
    .filter(({ head }) => head.translation === null)
    .map((original): Feature => {
      const { slug, entry, aliases } = original.head;
      const others = translations.get(entry) ?? [];
      return {
        slug,
        original: toEdition(original, original),
        translations: others.map((each) => toEdition(each, original)),
        aliases: aliasPaths(aliases),
      };
    });
  return { features: assembled, diagnostics };
}

/** A recording that lies beside the feature gets its path from the site's root; one elsewhere stays an address. */
function findRecording(
  feature: InterpretedFeature,
  files: ReadonlySet<string>,
): { value: Masthead["recording"]; diagnostics: Diagnostic[] } {
  const { file: page, masthead } = feature.head;
  const { recording } = masthead;
  if (recording === null) return { value: null, diagnostics: [] };
  const address = readAddress(recording.src, page);
  if (address.kind === "foreign") return { value: recording, diagnostics: [] };
  if (address.kind === "inside" && address.target.to === "file") {
    const file: FilePath = address.target.file;
    if (files.has(file)) return { value: { ...recording, src: file }, diagnostics: [] };
  }
  const { source, front } = feature.document;
  const where = { source, span: front.spanOf(["recording", "src"]) };
  return { value: null, diagnostics: [diagnose("missing-recording", where, { src: recording.src })] };
}
