import { type LanguageTag, type SitePath } from "../model/ids.js";
import type { FeedFormat, SiteSettings } from "../model/settings.js";
import { pathInLanguage } from "../site/languages.js";

/** Where a feed of one of the site's languages is. */
export function feedPath(format: FeedFormat, language: LanguageTag, settings: SiteSettings): SitePath {
  return pathInLanguage(files[format], language, settings);
}

const files: Readonly<Record<FeedFormat, string>> = { rss: "/feed.xml", atom: "/atom.xml" };
