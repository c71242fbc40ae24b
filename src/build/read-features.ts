import { setImmediate } from "node:timers/promises";
import type { FeatureFiles } from "../content/content-file.js";
import type { UnderstoodFeature } from "./understand-documents.js";

/** How many features are read between two turns of the event loop. */
const atOnce = 64;

/**
 * Read the features of a site that can be read.
 *
 * Between some of them the event loop takes a turn: only then does Node free what native code has lent.
 */
export async function readFeatures(
  features: readonly FeatureFiles[],
  read: (files: FeatureFiles) => UnderstoodFeature | undefined,
): Promise<UnderstoodFeature[]> {
  const understood: UnderstoodFeature[] = [];
  for (const [index, files] of features.entries()) {
    if (index % atOnce === 0) await setImmediate();
    const feature = read(files);
    if (feature) understood.push(feature);
  }
  return understood;
}
