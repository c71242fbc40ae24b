import type { Site } from "../model/site.js";
import type { LoadedSite } from "./loaded-site.js";
import type { SiteAsMade } from "./site-record.js";

/** What is written down of a site besides its files. */
export function siteAsMade(loaded: LoadedSite, site: Site): SiteAsMade {
  const { timezone, basePath } = site.settings;
  return { timezone, basePath, timed: isTimed(loaded, site) };
}

/** Whether another day alone would make another site. */
function isTimed({ hidden }: LoadedSite, { features }: Site): boolean {
  const isWaiting = [...hidden.values()].some((why) => why === "scheduled");
  const ends = features.some(({ original, translations }) =>
    [original, ...translations].some(({ publication }) => publication.expires !== null),
  );
  return isWaiting || ends;
}
