import type { Edition, Feature } from "../model/feature.js";
import { calendarDate, type CalendarDate, type LanguageTag } from "../model/ids.js";
import type { Site } from "../model/site.js";
import { lastChange } from "../site/edition-dates.js";
import { inLanguage } from "../site/languages.js";

/** What a feed in one of the site's languages holds. */
export interface FeedEntry {
  readonly feature: Feature;
  readonly edition: Edition;
}

/**
 * The newest features for a feed, at most as many as the settings say. The feed of the site's own language has all of
 * them, in the original where there is no translation; the feed of another language only what is written in it.
 */
export function feedEntries({ features, settings }: Site, language: LanguageTag): FeedEntry[] {
  const entries: FeedEntry[] = [];
  for (const feature of features) {
    if (entries.length >= settings.feeds.items) break;
    const edition = inLanguage(feature.original, feature.translations, language);
    if (edition.language === language || language === settings.language) entries.push({ feature, edition });
  }
  return entries;
}

/** The day of the last change to any of these; the start of Unix time where there are none. */
export function lastChangeOf(editions: readonly Edition[]): CalendarDate {
  return editions.map(lastChange).reduce((a, b) => (a > b ? a : b), calendarDate("1970-01-01"));
}
