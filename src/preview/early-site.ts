import { findLastSite, type LastSite } from "../build/last-site.js";
import type { SiteOptions } from "../build/options.js";
import { realFileSystem } from "../io/real-file-system.js";

/** For so long an answer goes by the last look at the folder, in milliseconds. */
const fresh = 200;

/**
 * What can be shown of a site before it is read: what the last build or preview has left, as long as nothing has
 * changed. Whoever asks later than a moment after the last look has the folder looked through once more.
 *
 * @param options - What is previewed.
 * @returns Says what is known now; nothing from the first change on.
 */
export function earlySite(options: SiteOptions): () => LastSite | undefined {
  const { fs = realFileSystem, now = Date.now() } = options;
  let site = options.cache === true ? findLastSite(fs, options, now) : undefined;
  let lookedAt = performance.now();
  return () => {
    if (site && performance.now() - lookedAt > fresh) {
      if (!site.isStill()) site = undefined;
      lookedAt = performance.now();
    }
    return site;
  };
}
