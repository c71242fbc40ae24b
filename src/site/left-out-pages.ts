import type { Page } from "../model/page.js";
import { optionalPages, type OptionalPages } from "../model/settings.js";
import type { Site } from "../model/site.js";
import { planPages } from "./plan-pages.js";

/**
 * The pages that a site would have if its settings left none out, by address, with the key under `pages` that leaves
 * each out. Pages that the site has are not among them.
 */
export function leftOutPages(site: Site): ReadonlyMap<string, OptionalPages> {
  const { pages } = site.settings;
  const missing = optionalPages.filter((key) => !pages[key]);
  if (missing.length === 0) return new Map();
  const every = { features: true, guests: true, topics: true, series: true, archive: true };
  const plan = planPages({ ...site, settings: { ...site.settings, pages: every } });
  return new Map(
    plan.flatMap(({ kind, path }) => {
      const key = keyOf[kind];
      return key !== null && !pages[key] ? [[path, key] as const] : [];
    }),
  );
}

/** The key under `pages` that a kind of page hangs on. */
const keyOf: Readonly<Record<Page["kind"], OptionalPages | null>> = {
  home: null,
  feature: null,
  features: "features",
  guests: "guests",
  guest: "guests",
  topics: "topics",
  topic: "topics",
  series: "series",
  archive: "archive",
  year: "archive",
  page: null,
  "not-found": null,
};
