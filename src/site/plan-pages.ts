import type { Feature } from "../model/feature.js";
import { sitePath, type LanguageTag, type SitePath } from "../model/ids.js";
import type { ListSlice, Page, TopicListing, YearListing } from "../model/page.js";
import type { FreePage, Site } from "../model/site.js";
import { pathInLanguage } from "./languages.js";
import { guestPath, homePath, listPath, seriesPath, topicPath, yearPath } from "./routes.js";

/**
 * Decide which pages the site has: those that its settings leave out are not among them. Pure, and in an order that depends on the site alone.
 *
 * Features, translations and free pages have one page each; home, guests and lists have one in each language of the
 * site.
 */
export function planPages(site: Site): Page[] {
  const pages: Page[] = [];
  for (const language of site.settings.languages) {
    for (const page of listPages(site, language)) pages.push(page);
  }
  for (const feature of site.features) {
    const editions = [feature.original, ...feature.translations];
    const alternates = alternatesOf(editions, site);
    for (const edition of editions) {
      pages.push({
        kind: "feature",
        path: edition.path,
        language: edition.language,
        alternates,
        feature,
        edition,
      });
    }
  }
  for (const page of site.pages) {
    pages.push({
      kind: "page",
      path: page.path,
      language: page.language,
      alternates: alternatesOf(editionsOf(page, site), site),
      page,
    });
  }
  pages.push({
    kind: "not-found",
    path: sitePath("/404.html"),
    language: site.settings.language,
    alternates: [],
  });
  return pages;
}

function* listPages(site: Site, language: LanguageTag): Generator<Page> {
  const { settings } = site;
  const { pages: wanted } = settings;
  const base = (path: string) => ({
    path: pathInLanguage(path, language, settings),
    language,
    alternates: everywhere(path, site),
  });

  yield { kind: "home", ...base(homePath), features: site.features };
  if (wanted.features) {
    for (const page of slices(listPath.features, language, site, site.features)) {
      yield { kind: "features", ...page };
    }
  }
  if (wanted.guests) {
    yield { kind: "guests", ...base(listPath.guests), guests: site.guests };
    for (const guest of site.guests) {
      yield {
        kind: "guest",
        ...base(guestPath(guest.id)),
        guest,
        features: site.featuresOf.get(guest.id) ?? [],
      };
    }
  }

  const topics = wanted.topics ? topicListings(site, language) : [];
  if (topics.length > 0) yield { kind: "topics", ...base(listPath.topics), topics };
  for (const topic of topics) {
    for (const page of slices(topicPath(topic.id), language, site, topic.features)) {
      yield { kind: "topic", ...page, topic };
    }
  }

  for (const [id, series] of wanted.series ? seriesOf(site) : []) {
    yield { kind: "series", ...base(seriesPath(id)), id, ...series };
  }

  const years = wanted.archive ? yearListings(site, language) : [];
  if (years.length > 0) yield { kind: "archive", ...base(listPath.archive), years };
  for (const year of years) {
    for (const page of slices(yearPath(year.year), language, site, year.features)) {
      yield { kind: "year", ...page, year: year.year };
    }
  }
}

/** Cut a list into pages: `/features/`, `/features/page/2/` … A list of nothing has one page that says so. */
function* slices(
  path: string,
  language: LanguageTag,
  site: Site,
  features: readonly Feature[],
): Generator<{ path: SitePath; language: LanguageTag; alternates: Page["alternates"]; slice: ListSlice }> {
  const size = site.settings.pagination.features ?? Math.max(1, features.length);
  const count = Math.max(1, Math.ceil(features.length / size));
  const plain = Array.from({ length: count }, (_, index) =>
    index === 0 ? path : `${path}page/${index + 1}/`,
  );
  const paths = plain.map((each) => pathInLanguage(each, language, site.settings));
  for (const [index, each] of plain.entries()) {
    const slice = {
      number: index + 1,
      paths,
      features: features.slice(index * size, (index + 1) * size),
      total: features.length,
    };
    yield {
      path: pathInLanguage(each, language, site.settings),
      language,
      alternates: everywhere(each, site),
      slice,
    };
  }
}

/** The topics that something is published under, in the order of `site.yaml`, undeclared ones after it by id. */
export function topicListings(site: Site, language: LanguageTag): TopicListing[] {
  const features = new Map<string, Feature[]>(site.settings.topics.map(({ id }) => [id, []]));
  const undeclared = new Set<string>();
  for (const feature of site.features) {
    for (const id of feature.original.masthead.topics) {
      const list = features.get(id);
      if (list) list.push(feature);
      else {
        features.set(id, [feature]);
        undeclared.add(id);
      }
    }
  }
  const ids = [...site.settings.topics.map(({ id }) => id as string), ...[...undeclared].sort()];
  return ids.flatMap((id) => {
    const under = features.get(id) ?? [];
    const named = under.flatMap(({ original }) => original.masthead.topics).find((topic) => topic === id);
    if (named === undefined) return [];
    return [{ id: named, path: pathInLanguage(topicPath(id), language, site.settings), features: under }];
  });
}

function yearListings(site: Site, language: LanguageTag): YearListing[] {
  const years = new Map<string, Feature[]>();
  for (const feature of site.features) {
    const year = feature.original.masthead.date.slice(0, 4);
    const list = years.get(year);
    if (list) list.push(feature);
    else years.set(year, [feature]);
  }
  return [...years].map(([year, features]) => ({
    year,
    path: pathInLanguage(yearPath(year), language, site.settings),
    features,
  }));
}

/** The series with their parts in order: by part, those without one by date. */
function seriesOf(site: Site): Map<string, { name: string; features: readonly Feature[] }> {
  const series = new Map<string, { name: string; features: Feature[] }>();
  for (const feature of [...site.features].reverse()) {
    const own = feature.original.masthead.series;
    if (own === null) continue;
    const known = series.get(own.id);
    if (known) known.features.push(feature);
    else series.set(own.id, { name: own.name, features: [feature] });
  }
  for (const { features } of series.values()) {
    features.sort(
      (a, b) =>
        (a.original.masthead.series?.part ?? Infinity) - (b.original.masthead.series?.part ?? Infinity) || 0,
    );
  }
  return series;
}

function everywhere(path: string, site: Site): Page["alternates"] {
  const { languages } = site.settings;
  if (languages.length < 2) return [];
  return languages.map((language) => ({ language, path: pathInLanguage(path, language, site.settings) }));
}

function editionsOf(page: FreePage, site: Site): FreePage[] {
  return site.pages.filter(({ id }) => id === page.id);
}

/** In the order of the site's languages, as on lists, so that the switch is the same everywhere; others come last. */
function alternatesOf(
  editions: readonly { readonly language: LanguageTag; readonly path: SitePath }[],
  { settings }: Site,
): Page["alternates"] {
  if (editions.length < 2) return [];
  const rank = (language: LanguageTag) => {
    const index = settings.languages.indexOf(language);
    return index === -1 ? settings.languages.length : index;
  };
  return editions
    .map(({ language, path }) => ({ language, path }))
    .sort((a, b) => rank(a.language) - rank(b.language));
}
