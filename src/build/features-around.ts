import type { Digest } from "../model/digest.js";
import type { FilePath } from "../model/ids.js";
import { firstFile, type FeatureOrder, type OrderedFeature } from "./feature-order.js";

/**
 * The features that have to be read to make the pages that show some of them: these, their neighbours, all features of
 * their guests where these have pages, those that feeds may have, and whatever all of these lead to.
 *
 * Should one be missing, what a page is made from differs from what it was made from before, and shows it.
 *
 * @param touched - Some of the features.
 * @param digestOf - What is known of an edition, by its first file.
 * @returns All files of all their editions.
 */
export function featuresAround(
  order: FeatureOrder,
  touched: readonly OrderedFeature[],
  digestOf: (file: FilePath) => Digest | undefined,
): ReadonlySet<FilePath> {
  const { features, guestPages } = order;
  const guests = new Set(guestPages ? touched.flatMap((feature) => feature.guests) : []);
  const shown = new Set([
    ...touched,
    ...features.filter((feature) => feature.guests.some((id) => guests.has(id))),
  ]);
  for (const feature of newest(order)) shown.add(feature);
  const wanted = new Set([...shown, ...neighbours(features, touched), ...ledTo(features, shown, digestOf)]);
  return new Set([...wanted].flatMap(({ editions }) => editions.flatMap(({ files }) => files)));
}

/** Those that feeds have: of all languages together, and of each. */
function* newest({ features, feedItems, languages }: FeatureOrder): Generator<OrderedFeature> {
  yield* features.slice(0, feedItems);
  for (const language of languages) {
    let found = 0;
    for (const feature of features) {
      if (found === feedItems) break;
      if (!feature.editions.some((edition) => edition.language === language)) continue;
      found++;
      yield feature;
    }
  }
}

function neighbours(
  features: readonly OrderedFeature[],
  touched: readonly OrderedFeature[],
): readonly OrderedFeature[] {
  return touched.flatMap((feature) => {
    const at = features.indexOf(feature);
    return [features[at - 1], features[at + 1]].filter((each) => each !== undefined);
  });
}

function ledTo(
  features: readonly OrderedFeature[],
  from: ReadonlySet<OrderedFeature>,
  digestOf: (file: FilePath) => Digest | undefined,
): readonly OrderedFeature[] {
  const files = new Set<FilePath>();
  for (const edition of [...from].flatMap(({ editions }) => editions)) {
    const digest = digestOf(firstFile(edition));
    for (const file of digest?.files ?? []) files.add(file);
    for (const { target } of digest?.links ?? []) if (target.to === "file") files.add(target.file);
  }
  if (files.size === 0) return [];
  return features.filter(({ editions }) =>
    editions.some((edition) => edition.files.some((file) => files.has(file))),
  );
}
