import { sitePath, type LanguageTag, type SitePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import { localized, type Localized } from "../model/settings.js";
import { defaultAlternate } from "../site/languages.js";
import { listPath } from "../site/routes.js";
import { absoluteAddress, notFoundPath } from "./address.js";
import { feedPath } from "./feed-paths.js";
import { structuredData } from "./json-ld.js";
import { once } from "./once.js";
import { languageChoices } from "./view-languages.js";
import { writingIn } from "./vertical.js";
import type { ViewContext } from "./view-context.js";
import type { ViewScope } from "./view-scope.js";
import type { CommonView, LinkView, NavigationView, PageKind, SiteView } from "./views/common.js";
import { scriptOf, shortened } from "./written-forms.js";

/** What is a page's own among the fields that all views have. */
export interface OwnFields<Kind extends PageKind> {
  readonly kind: Kind;
  readonly title: string;
  /** Of the title, where that is not the page's. */
  readonly titleLanguage?: string | null;
  readonly description?: string;
  readonly breadcrumbs: readonly LinkView[];
  /** The picture for link previews, as published. */
  readonly image?: SitePath | undefined;
  /** Behind the title where the page is a later slice of a long list, from 1. */
  readonly slice?: number;
}

/**
 * The view of a page: the fields that all views have, and those of its kind.
 *
 * @param scope - The page's point of view.
 * @param own - What is its own among the fields that all views have.
 * @param fields - The fields of its kind.
 */
export function pageView<Kind extends PageKind, Fields extends object>(
  scope: ViewScope,
  own: OwnFields<Kind>,
  fields: Fields,
): CommonView & { readonly kind: Kind } & Fields {
  const { page, context, language, words } = scope;
  const { settings } = context.site;
  const siteTitle = localized(settings.title, language);
  const title =
    own.slice !== undefined && own.slice > 1
      ? words.say("list.page", { title: own.title, number: own.slice })
      : own.title;
  const otherwise = defaultAlternate(page, settings);
  const frame = frameOf(scope);
  const structuredDataHtml = once(() => structuredData(scope, own));
  const common = {
    kind: own.kind,
    title: own.title,
    titleLanguage: own.titleLanguage ?? null,
    documentTitle: title === siteTitle ? title : `${title} · ${siteTitle}`,
    description: shortened(own.description ?? "", 200),
    language,
    direction: context.language(language).direction,
    script: scriptOf(language),
    canonical: absoluteAddress(page.path, settings),
    hidden: page.path === notFoundPath || isDraft(page),
    site: frame.site,
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
    get structuredDataHtml() {
      return structuredDataHtml();
    },
    assets: frame.assets,
  };
  return Object.assign(common, fields);
}

/** A draft is on a site for its editors only. */
function isDraft(page: Page): boolean {
  return page.kind === "feature" && page.edition.publication.status === "draft";
}

/** The way from home to a page by way of a list, for breadcrumbs; a list that the site leaves out is no step of it. */
export function wayBy(scope: ViewScope, list?: List): LinkView[] {
  const { words } = scope;
  const home = { title: words.say("nav.home"), href: scope.listHref("/"), language: null };
  return list === undefined ? [home] : [home, ...listLinks(scope, [list]).map(({ link }) => link)];
}

type List = keyof typeof listPath;

/** Those of the lists that the site has, with links to them. */
function listLinks(
  scope: ViewScope,
  lists: readonly List[],
): { readonly list: List; readonly link: LinkView }[] {
  const { pages } = scope.context.site.settings;
  return lists
    .filter((list) => pages[list])
    .map((list) => ({
      list,
      link: { title: scope.words.say(`nav.${list}`), href: scope.listHref(listPath[list]), language: null },
    }));
}

/** A text that may differ by language, with its language where it is not the page's. */
export function localizedName(
  text: Localized,
  { language, context }: ViewScope,
): { readonly title: string; readonly language: LanguageTag | null } {
  const own = text.has(language) ? null : context.site.settings.language;
  return { title: localized(text, language), language: own };
}

type Frame = Pick<CommonView, "site" | "assets">;

const frames = new WeakMap<ViewContext, Map<string, Frame>>();

/** What stands around a page. It is the same for all pages of a kind that lie side by side: it is made once for them. */
function frameOf(scope: ViewScope): Frame {
  const { page, context, language } = scope;
  // What it leads to stands in folders of its own, so it is never inside the page's folder, where it would have
  // another address than from beside.
  if (!/^(?:feature|guest|topic|series|year)$/.test(page.kind)) return makeFrame(scope);
  let known = frames.get(context);
  if (!known) frames.set(context, (known = new Map<string, Frame>()));
  const key = `${language} ${page.kind} ${page.path.replace(/[^/]*\/?$/, "")}`;
  let frame = known.get(key);
  if (!frame) known.set(key, (frame = makeFrame(scope)));
  return frame;
}

function makeFrame(scope: ViewScope): Frame {
  const { style, script, icon } = scope.context.options.assets;
  return {
    site: siteView(scope),
    assets: {
      folder: scope.href(sitePath("/assets/x")).slice(0, -1),
      style: scope.href(style),
      script: scope.href(script),
      icon: scope.href(icon),
    },
  };
}

function siteView(scope: ViewScope): SiteView {
  const { context, language, words } = scope;
  const { settings, pictures } = context.site;
  const { publisher } = settings;
  const logo = publisher?.logo == null ? undefined : pictures.get(publisher.logo);
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
    feeds: settings.feeds.formats.map((format) => ({
      title: words.say(`feed.${format}`),
      type: `application/${format}+xml`,
      href: scope.href(feedPath(format, context.listLanguage(language), settings)),
    })),
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
  const lists = listLinks(scope, ["features", "guests", "topics", "archive"])
    .filter(({ list }) => list !== "topics" || context.topics(language).length > 0)
    .filter(({ list }) => list !== "archive" || site.features.length > 0)
    .map(({ list, link }) => ({ id: list, ...link, current: list === listOf[page.kind] }));
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
const listOf: Readonly<Record<PageKind, List | null>> = {
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
