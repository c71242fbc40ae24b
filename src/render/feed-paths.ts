import { type LanguageTag, type SitePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { pathInLanguage } from "../site/languages.js";

/** Where the feeds of one of the site's languages are. */
export function feedPaths(
  language: LanguageTag,
  settings: SiteSettings,
): { readonly rss: SitePath; readonly atom: SitePath } {
  return {
    rss: pathInLanguage("/feed.xml", language, settings),
    atom: pathInLanguage("/atom.xml", language, settings),
  };
}
