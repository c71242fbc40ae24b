import type { FilePath } from "../model/ids.js";
import { firstFile, type FeatureOrder, type OrderedEdition, type OrderedFeature } from "./feature-order.js";

/** Of a site's features, by the first files of their originals, and of its guests, by their ids. */
export interface FeaturesAndGuests {
  readonly features: ReadonlySet<FilePath>;
  readonly guests: ReadonlySet<string>;
}

/**
 * The features and guests whose pages are made from the same in two states of a site, as far as that can be told
 * without the facts of each page: nothing differs that all of these pages have in common, nor in what they say
 * themselves, in what a feature says of its neighbours, in the features of a guest, nor in where the files are that
 * they lead to. Pure.
 *
 * Of those that are not among them, the facts have to be looked at.
 *
 * @param leading - Those that lead to files.
 */
export function samePages(
  before: FeatureOrder,
  now: FeatureOrder,
  leading: FeaturesAndGuests,
): FeaturesAndGuests {
  if (before.frame !== now.frame) return { features: new Set(), guests: new Set() };
  const moved = before.addresses !== now.addresses;
  const places = new Map(before.features.map((feature, at) => [nameOf(feature), at]));
  const unchanged = new Set<FilePath>();
  const features = new Set<FilePath>();
  for (const [at, feature] of now.features.entries()) {
    const name = nameOf(feature);
    const place = places.get(name);
    if (place === undefined || !areSame(before.features[place], feature, saysTheSame)) continue;
    if (moved && leading.features.has(name)) continue;
    unchanged.add(name);
    const isBesideTheSame = [-1, 1].every((step) =>
      areSame(before.features[place + step], now.features[at + step], isCalledTheSame),
    );
    if (isBesideTheSame) features.add(name);
  }

  const heardBefore = featuresByGuest(before);
  const guests = Array.from(featuresByGuest(now)).filter(([id, heard]) => {
    if (before.guests[id] !== now.guests[id] || (moved && leading.guests.has(id))) return false;
    const had = heardBefore.get(id);
    return had?.length === heard.length && heard.every((name, at) => name === had[at] && unchanged.has(name));
  });
  return { features, guests: new Set(guests.map(([id]) => id)) };
}

/** The first file of its original. */
function nameOf({ editions: [original] }: OrderedFeature): FilePath {
  return firstFile(original);
}

function featuresByGuest({ guests, features }: FeatureOrder): ReadonlyMap<string, readonly FilePath[]> {
  const heard = new Map<string, FilePath[]>(Object.keys(guests).map((id) => [id, []]));
  for (const feature of features) for (const id of feature.guests) heard.get(id)?.push(nameOf(feature));
  return heard;
}

function areSame(
  one: OrderedFeature | undefined,
  other: OrderedFeature | undefined,
  isSame: (one: OrderedEdition, other: OrderedEdition) => boolean,
): boolean {
  if (!one || !other) return one === other;
  if (one.editions.length !== other.editions.length) return false;
  return one.editions.every((edition, at) => {
    const counterpart = other.editions[at];
    return counterpart !== undefined && isSame(edition, counterpart);
  });
}

function saysTheSame(one: OrderedEdition, other: OrderedEdition): boolean {
  return (
    one.fingerprint === other.fingerprint && one.unusual === other.unusual && isCalledTheSame(one, other)
  );
}

function isCalledTheSame(one: OrderedEdition, other: OrderedEdition): boolean {
  return one.title === other.title && one.path === other.path && one.language === other.language;
}
