import { sitePath, type LanguageTag, type SitePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import { localized, type Localized } from "../model/settings.js";
import { defaultAlternate } from "../site/languages.js";
import { listPath } from "../site/routes.js";
import { absoluteAddress, notFoundPath } from "./address.js";
import { feedPaths } from "./feed-paths.js";
import { structuredData } from "./json-ld.js";
import { languageChoices } from "./view-languages.js";
import { writingIn } from "./vertical.js";
import type { ViewScope } from "./view-scope.js";
import type { CommonView, LinkView, NavigationView, PageKind, SiteView } from "./views/common.js";
import { scriptOf, shortened } from "./written-forms.js";

/** What is a page's own among the fields that all views have. */
export interface OwnFields<Kind extends PageKind> {
  readonly kind: Kind;
  readonly title: string;
  readonly description?: string;
  readonly breadcrumbs: readonly LinkView[];
  /** The picture for link previews, as published. */
  readonly image?: SitePath | undefined;
  /** Behind the title where the page is a later slice of a long list, from 1. */
  readonly slice?: number;
}

/** The fields that the views of all pages have. */
export function commonView<Kind extends PageKind>(
  scope: ViewScope,
  own: OwnFields<Kind>,
): CommonView & { readonly kind: Kind } {
  const { page, context, language, words } = scope;
  const { settings } = context.site;
  const siteTitle = localized(settings.title, language);
  const title =
    own.slice !== undefined && own.slice > 1
      ? words.say("list.page", { title: own.title, number: own.slice })
      : own.title;
  const otherwise = defaultAlternate(page, settings);
  return {
    kind: own.kind,
    title: own.title,
    documentTitle: title === siteTitle ? title : `${title} · ${siteTitle}`,
    description: shortened(own.description ?? "", 200),
    language,
    direction: context.language(language).direction,
    script: scriptOf(language),
    canonical: absoluteAddress(page.path, settings),
    hidden: page.path === notFoundPath || isDraft(page),
    site: siteView(scope),
    alternates: page.alternates.map((alternate) => ({
      language: alternate.language,
      name: context.language(alternate.language).name,
      href: scope.href(alternate.path),
      absolute: absoluteAddress(alternate.path, settings),
      current: alternate.path === page.path,
    })),
    defaultAlternate: otherwise && absoluteAddress(otherwise, settings),
    languages: languageChoices(scope),
    breadcrumbs: own.breadcrumbs,
    image: own.image === undefined ? null : absoluteAddress(own.image, settings),
    structuredDataHtml: structuredData(scope, own),
    assets: {
      folder: scope.href(sitePath("/assets/x")).slice(0, -1),
      style: scope.href(context.options.assets.style),
      script: scope.href(context.options.assets.script),
      icon: scope.href(context.options.assets.icon),
    },
  };
}

/** A draft is on a site for its editors only. */
function isDraft(page: Page): boolean {
  return page.kind === "feature" && page.edition.publication.status === "draft";
}

/** A link to one of the lists, with its word: the first step of most breadcrumbs. */
export function listLink(scope: ViewScope, list: "home" | keyof typeof listPath): LinkView {
  const path = list === "home" ? "/" : listPath[list];
  return { title: scope.words.say(`nav.${list}`), href: scope.listHref(path), language: null };
}

/** A text that may differ by language, with its language where it is not the page's. */
export function localizedLink(
  text: Localized,
  href: string,
  { language, context }: ViewScope,
): { readonly title: string; readonly href: string; readonly language: LanguageTag | null } {
  const own = text.has(language) ? null : context.site.settings.language;
  return { title: localized(text, language), href, language: own };
}

function siteView(scope: ViewScope): SiteView {
  const { context, language, words } = scope;
  const { settings, pictures } = context.site;
  const { publisher } = settings;
  const logo = publisher?.logo == null ? undefined : pictures.get(publisher.logo);
  const feeds = feedPaths(context.listLanguage(language), settings);
  return {
    title: localized(settings.title, language),
    tagline: settings.tagline && localized(settings.tagline, language),
    home: scope.listHref("/"),
    publisher: publisher && {
      name: publisher.name,
      url: publisher.url,
      logo: logo ? scope.picture(logo, publisher.name) : null,
    },
    navigation: navigation(scope),
    feeds: [
      { title: words.say("feed.rss"), type: "application/rss+xml", href: scope.href(feeds.rss) },
      { title: words.say("feed.atom"), type: "application/atom+xml", href: scope.href(feeds.atom) },
    ],
    social: settings.social.map(({ name, url }) => ({ name, href: url })),
    custom: settings.custom,
    paragraphs: settings.theme.paragraphs,
    writing: writingIn(language, settings),
    generator: context.options.generator,
  };
}

function navigation(scope: ViewScope): NavigationView[] {
  const { page, context, language } = scope;
  const { site } = context;
  const lists = (["features", "guests", "topics", "archive"] as const)
    .filter((id) => id !== "topics" || context.topics(language).length > 0)
    .filter((id) => id !== "archive" || site.features.length > 0)
    .map((id) => ({ id, ...listLink(scope, id), current: id === listOf[page.kind] }));
  const pages = site.pages
    .filter((each) => each.navigation !== null && each.language === language)
    .sort((a, b) => (a.navigation ?? 0) - (b.navigation ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, title, path }) => ({
      id,
      title,
      href: scope.href(path),
      language: null,
      current: path === page.path,
    }));
  return [...lists, ...pages];
}

/** The list of the navigation that a page belongs to. */
const listOf: Readonly<Record<PageKind, keyof typeof listPath | null>> = {
  home: null,
  feature: "features",
  features: "features",
  series: "features",
  guests: "guests",
  guest: "guests",
  topics: "topics",
  topic: "topics",
  archive: "archive",
  year: "archive",
  page: null,
  "not-found": null,
};
