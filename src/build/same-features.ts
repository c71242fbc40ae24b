import type { FilePath } from "../model/ids.js";
import { firstFile, type FeatureOrder, type OrderedEdition, type OrderedFeature } from "./feature-order.js";

/**
 * The features whose pages are made from the same in two states of a site, as far as that can be told without the facts
 * of each page: nothing differs that all of these pages have in common, nor in their own editions, nor in what they say
 * of their neighbours, nor in where the files are that they lead to. Pure.
 *
 * Of a feature that is not among them, the facts have to be looked at.
 *
 * @param leading - The features that lead to files, by the first files of their originals.
 * @returns The first files of their originals.
 */
export function sameFeatures(
  before: FeatureOrder,
  now: FeatureOrder,
  leading: ReadonlySet<FilePath>,
): ReadonlySet<FilePath> {
  if (before.frame !== now.frame) return new Set();
  const moved = before.addresses !== now.addresses;
  const places = new Map(before.features.map((feature, at) => [nameOf(feature), at]));
  const same = now.features.filter((feature, at) => {
    const place = places.get(nameOf(feature));
    if (place === undefined || (moved && leading.has(nameOf(feature)))) return false;
    return (
      areSame(before.features[place], feature, saysTheSame) &&
      areSame(before.features[place - 1], now.features[at - 1], isCalledTheSame) &&
      areSame(before.features[place + 1], now.features[at + 1], isCalledTheSame)
    );
  });
  return new Set(same.map(nameOf));
}

/** The first file of its original. */
function nameOf({ editions: [original] }: OrderedFeature): FilePath {
  return firstFile(original);
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
