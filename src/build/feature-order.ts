import type { FilePath, LanguageTag, SitePath } from "../model/ids.js";
import type { Site } from "../model/site.js";
import type { InterpretedFeature } from "../site/assemble-features.js";

/** What has to be known of a site to make a few of its pages. */
export interface FeatureOrder {
  /** How many features a feed has at most. */
  readonly feedItems: number;
  /** Those of the site. */
  readonly languages: readonly LanguageTag[];
  /** Whether guests have pages, which show of all their features what they say. */
  readonly guestPages: boolean;
  /** Those that the site shows, newest first. */
  readonly features: readonly OrderedFeature[];
}

/** A feature in all its languages. */
export interface OrderedFeature {
  readonly editions: readonly OrderedEdition[];
  /** Ids of its guests. */
  readonly guests: readonly string[];
}

/** A feature in one language. */
export interface OrderedEdition {
  readonly language: LanguageTag;
  /** Of its page. */
  readonly path: SitePath;
  /** All files that it consists of, the first one first. */
  readonly files: readonly [FilePath, ...FilePath[]];
  /** What it was understood as: differs where anything does that it was understood from. */
  readonly fingerprint: string;
}

/** The order of a site's features. @param features - As they were read. */
export function orderOf(site: Site, features: readonly InterpretedFeature[]): FeatureOrder {
  const byFile = new Map(features.map((feature) => [feature.head.file, feature]));
  const ordered = site.features.map(({ original, translations }) => ({
    editions: [original, ...translations].map(({ file, language, path, fingerprint }) => {
      const sections = byFile.get(file)?.head.sections ?? [];
      return { language, path, files: [file, ...sections] as const, fingerprint };
    }),
    guests: original.masthead.guests.map(({ id }) => id),
  }));
  const { feeds, languages, pages } = site.settings;
  return { feedItems: feeds.items, languages, guestPages: pages.guests, features: ordered };
}

/** That of a site without features. */
export const noOrder: FeatureOrder = { feedItems: 0, languages: [], guestPages: false, features: [] };

/** The same after some editions were understood anew. @param fingerprintOf - By their first files. */
export function orderAfter(
  { features, ...rest }: FeatureOrder,
  fingerprintOf: ReadonlyMap<FilePath, string>,
): FeatureOrder {
  const renewed = (edition: OrderedEdition): OrderedEdition => ({
    ...edition,
    fingerprint: fingerprintOf.get(firstFile(edition)) ?? edition.fingerprint,
  });
  return { ...rest, features: features.map((each) => ({ ...each, editions: each.editions.map(renewed) })) };
}

/** The file that an edition is called by. */
export function firstFile({ files }: OrderedEdition): FilePath {
  return files[0];
}
