import type { FeatureDocument } from "../content/document.js";
import type { Digest } from "../model/digest.js";
import type { Masthead, Publication } from "../model/feature.js";
import type { FeatureSlug, FilePath, LanguageTag } from "../model/ids.js";

/**
 * A feature in one language without its conversation: all that the rest of the site needs of it. Plain data, which
 * may be written down and read again.
 */
export interface FeatureHead {
  readonly file: FilePath;
  /** The files of its sections, in order; `null` for a feature that is one file. */
  readonly sections: readonly FilePath[] | null;
  /** What an original and its translations have in common. */
  readonly entry: string;
  /** The language of a translation; `null` for an original. */
  readonly translation: LanguageTag | null;
  readonly slug: FeatureSlug;
  readonly language: LanguageTag;
  readonly publication: Publication;
  /** Old addresses, as typed. */
  readonly aliases: readonly string[];
  /** Codes of warnings that are not shown for it. */
  readonly mute: readonly string[];
  readonly masthead: Masthead;
  readonly digest: Digest;
}

/** What is known of a feature once it was interpreted. */
export function headOf(
  { file, sections, entry, translation, slug, front: { value } }: FeatureDocument,
  { language, masthead, digest }: Pick<FeatureHead, "language" | "masthead" | "digest">,
): FeatureHead {
  const { status, publishAt = null, expires = null, aliases, mute } = value;
  return {
    file,
    sections: sections?.map((section) => section.file) ?? null,
    entry,
    translation,
    slug,
    publication: { status, publishAt, expires },
    aliases,
    mute,
    language,
    masthead,
    digest,
  };
}
