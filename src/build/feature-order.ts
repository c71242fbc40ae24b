import type { FilePath, LanguageTag, SitePath } from "../model/ids.js";
import type { Edition } from "../model/feature.js";
import { shortHashOf } from "../model/hash.js";
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
  /** Differs where something does that the pages of all features and guests are made from. */
  readonly frame: string;
  /** Of each guest who has a page, by id: differs where anything does that is said of the guest. */
  readonly guests: Readonly<Record<string, string>>;
  /** Differs where a file of the site is published at another address. */
  readonly addresses: string;
  /** Those that the site shows, newest first. */
  readonly features: readonly OrderedFeature[];
}

/** A feature in all its languages. */
export interface OrderedFeature {
  /** The original first. */
  readonly editions: readonly [OrderedEdition, ...OrderedEdition[]];
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
  readonly title: string;
  /** What the site makes of it, where it is not as usual: when it is to be read, and its recording. */
  readonly unusual?: string;
}

/**
 * The order of a site's features.
 *
 * @param features - As they were read.
 * @param frame - Differs where something does that the pages of all features and guests are made from.
 */
export function orderOf(site: Site, features: readonly InterpretedFeature[], frame: string): FeatureOrder {
  const byFile = new Map(features.map((feature) => [feature.head.file, feature]));
  const ordered = (edition: Edition): OrderedEdition =>
    orderedEdition(edition, byFile.get(edition.file)?.head.sections ?? []);
  const inOrder = site.features.map(({ original, translations }) => ({
    editions: [ordered(original), ...translations.map(ordered)] as const,
    guests: original.masthead.guests.map(({ id }) => id),
  }));
  const { feeds, languages, pages } = site.settings;
  return {
    feedItems: feeds.items,
    languages,
    guestPages: pages.guests,
    frame,
    guests: pages.guests
      ? Object.fromEntries(site.guests.map((guest) => [guest.id, shortHashOf(JSON.stringify(guest))]))
      : {},
    addresses: shortHashOf(...Array.from(site.addresses, ([file, path]) => `${file} ${path}`)),
    features: inOrder,
  };
}

function orderedEdition(
  { file, language, path, fingerprint, publication, masthead }: Edition,
  sections: readonly FilePath[],
): OrderedEdition {
  const { title, recording } = masthead;
  const ordered = { language, path, files: [file, ...sections] as const, fingerprint, title };
  const { status, publishAt, expires } = publication;
  if (status === "published" && publishAt === null && expires === null && recording === null) return ordered;
  return { ...ordered, unusual: JSON.stringify([publication, recording]) };
}

/** That of a site without features. */
export const noOrder: FeatureOrder = {
  feedItems: 0,
  languages: [],
  guestPages: false,
  frame: "",
  guests: {},
  addresses: "",
  features: [],
};

/** The same after some editions were understood anew. @param fingerprintOf - By their first files. */
export function orderAfter(order: FeatureOrder, fingerprintOf: ReadonlyMap<FilePath, string>): FeatureOrder {
  if (fingerprintOf.size === 0) return order;
  const { features, ...rest } = order;
  const renewed = (edition: OrderedEdition): OrderedEdition => {
    const fingerprint = fingerprintOf.get(firstFile(edition));
    return fingerprint === undefined ? edition : { ...edition, fingerprint };
  };
  const isAnother = ({ editions }: OrderedFeature): boolean =>
    editions.some((edition) => fingerprintOf.has(firstFile(edition)));
  return {
    ...rest,
    features: features.map((feature) => {
      if (!isAnother(feature)) return feature;
      const [original, ...translations] = feature.editions;
      return { ...feature, editions: [renewed(original), ...translations.map(renewed)] };
    }),
  };
}

/** The file that an edition is called by. */
export function firstFile({ files }: OrderedEdition): FilePath {
  return files[0];
}
