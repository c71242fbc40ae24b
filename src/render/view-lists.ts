import type { Edition, Feature } from "../model/feature.js";
import type { Guest } from "../model/guest.js";
import type { TopicId } from "../model/ids.js";
import type { ListSlice, TopicListing } from "../model/page.js";
import { inLanguage } from "../site/languages.js";
import { topicPath } from "../site/routes.js";
import { localizedName } from "./view-common.js";
import { appearanceView } from "./view-people.js";
import type { ViewContext } from "./view-context.js";
import type { ViewScope } from "./view-scope.js";
import type { NameView, PaginationView } from "./views/common.js";
import type { FeatureItemView, TopicItemView } from "./views/pages.js";

/** A feature in a list: its edition in the page's language, or else the original. */
export function featureItem(feature: Feature, scope: ViewScope): FeatureItemView {
  const edition = editionOf(feature, scope);
  const { masthead, digest } = edition;
  const { quote } = digest;
  return {
    title: masthead.title,
    href: scope.href(edition.path),
    kicker: masthead.kicker,
    summary: masthead.summary,
    date: scope.day(masthead.date),
    guests: masthead.guests.map((guest, index) => appearanceView(guest, index + 1, edition, scope)),
    cover: masthead.cover && scope.picture(masthead.cover.picture, masthead.cover.alt),
    quote: quote && {
      text: quote.text,
      name: quote.name,
      href: scope.anchorHref(edition.path, quote.answer),
    },
    readingMinutes: digest.minutes,
    language: scope.foreign(edition.language),
    languageName: scope.foreign(edition.language) && scope.words.languageName(edition.language),
    topics: feature.original.masthead.topics.map((id) => topicName(id, scope)),
  };
}

/** The edition of a feature for a reader of the page's language. */
export function editionOf({ original, translations }: Feature, { language }: ViewScope): Edition {
  return inLanguage(original, translations, language);
}

/** A topic's name, and the way to its page where the site has one. */
export function topicName(id: TopicId, scope: ViewScope): NameView {
  const href = scope.optionalHref("topics", topicPath(id));
  const topic = scope.context.site.settings.topics.find((each) => each.id === id);
  return topic ? { ...localizedName(topic.title, scope), href } : { title: id, href, language: null };
}

/** A topic in a list. */
export function topicItem({ id, features }: TopicListing, scope: ViewScope): TopicItemView {
  return {
    id,
    ...topicName(id, scope),
    href: scope.listHref(topicPath(id)),
    featureCount: features.length,
    newest: features.slice(0, 3).map((feature) => featureItem(feature, scope)),
  };
}

/**
 * Those of the guests who are heard most often, at most twelve; equals stay in the order of the site. They are shown
 * for their pages, so that a site without such pages shows none.
 */
export function mostHeard(guests: readonly Guest[], context: ViewContext): Guest[] {
  if (!context.site.settings.pages.guests) return [];
  return guests
    .filter(({ id }) => context.featureCount(id) > 0)
    .sort((a, b) => context.featureCount(b.id) - context.featureCount(a.id))
    .slice(0, 12);
}

/** How many neighbours of a slice are named on either side. */
const neighbours = 2;

/** The neighbours of a slice, and the first and the last: never all, of which there may be hundreds. */
export function pagination({ number, paths }: ListSlice, scope: ViewScope): PaginationView {
  const hrefOf = (of: number): string | null => {
    const path = paths[of - 1];
    return path === undefined ? null : scope.href(path);
  };
  const shown = paths.flatMap((path, index) => {
    const each = index + 1;
    const isNear = Math.abs(each - number) <= neighbours;
    return isNear || each === 1 || each === paths.length ? [{ number: each, path }] : [];
  });
  return {
    number,
    count: paths.length,
    previous: hrefOf(number - 1),
    next: hrefOf(number + 1),
    pages: shown.map(({ number: each, path }, index) => ({
      number: each,
      href: scope.href(path),
      current: each === number,
      gap: each > (shown[index - 1]?.number ?? 0) + 1,
    })),
  };
}
