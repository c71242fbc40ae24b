/**
 * What templates get. A view is a plain object in which every field is present (`null`, not absent), every address is
 * ready to be written into an attribute of the page at hand, and every `…Html` is sanitised HTML that this program
 * made; all else is text, to be escaped.
 */
export interface CommonView {
  /** Which template of `templates/pages` is used. */
  readonly kind: PageKind;
  /** The page's own headline, without the site's title. */
  readonly title: string;
  /** Language of `title` where it is not the page's. */
  readonly titleLanguage: string | null;
  /** For `<title>`: the headline and the site's title. */
  readonly documentTitle: string;
  /** Plain words, at most about 200 characters; empty where there is nothing to say. */
  readonly description: string;
  /** Language of the page's own words. @see BCP 47 */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** What the language is written in: `Latn`, `Hans`, `Jpan`, `Arab`. @see ISO 15924 */
  readonly script: string;
  /** Absolute. */
  readonly canonical: string;
  /** Not to be indexed: the 404 page, and drafts. */
  readonly hidden: boolean;
  readonly site: SiteView;
  /** The same page in other languages, this one included; empty where there is only this one. */
  readonly alternates: readonly LanguageLinkView[];
  /** For `hreflang="x-default"`: absolute; `null` where there are no alternates. */
  readonly defaultAlternate: string | null;
  /** The switch of languages: each language of the site, in its order; empty where there is only one. */
  readonly languages: readonly LanguageChoiceView[];
  /** The way from home to here, home first, without this page. */
  readonly breadcrumbs: readonly LinkView[];
  /** For the link preview; absolute. */
  readonly image: string | null;
  /** What the page is about, for machines: an element with JSON-LD for the head. Empty on the 404 page. */
  readonly structuredDataHtml: string;
  readonly assets: {
    /** Where the theme's files are, with a slash at the end. */
    readonly folder: string;
    readonly style: string;
    readonly script: string;
    /** An SVG, shown in tabs and bookmarks. */
    readonly icon: string;
  };
}

/** The kinds of page, each with a template of that name. */
export const pageKinds = [
  "home",
  "feature",
  "features",
  "guests",
  "guest",
  "topics",
  "topic",
  "series",
  "archive",
  "year",
  "page",
  "not-found",
] as const;

/** A kind of page. */
export type PageKind = (typeof pageKinds)[number];

/** What is the same on every page of a language. */
export interface SiteView {
  readonly title: string;
  readonly tagline: string | null;
  readonly home: string;
  readonly publisher: {
    readonly name: string;
    readonly url: string | null;
    readonly logo: PictureView | null;
  } | null;
  /** In order: features, guests, topics (where there are any), archive, then the free pages that ask for it. */
  readonly navigation: readonly NavigationView[];
  readonly feeds: readonly { readonly title: string; readonly type: string; readonly href: string }[];
  readonly social: readonly { readonly name: string; readonly href: string }[];
  /** The custom values of `site.yaml`. */
  readonly custom: Readonly<Record<string, unknown>>;
  /** How paragraphs of Chinese and Japanese are set apart. */
  readonly paragraphs: "indented" | "spaced";
  /** How the talk of a feature in the page's language is set on a screen. */
  readonly writing: "horizontal" | "vertical";
  /** The program and its version, for `<meta name="generator">`. */
  readonly generator: string;
}

/** Words that lead to a page where the site has it. */
export interface NameView {
  readonly title: string;
  /** `null` where the site leaves such pages out. */
  readonly href: string | null;
  /** Language of `title` where it is not the page's. */
  readonly language: string | null;
}

/** A link with its words. */
export interface LinkView {
  readonly title: string;
  readonly href: string;
  /** Language of `title` where it is not the page's. */
  readonly language: string | null;
}

/** A link of the site's navigation. */
export interface NavigationView extends LinkView {
  /** Stable: `features`, `guests`, `topics`, `archive`, or a free page's id. */
  readonly id: string;
  /** Whether this page, or one below it, is being shown. */
  readonly current: boolean;
}

/** The same page in another language. */
export interface LanguageLinkView {
  readonly language: string;
  /** The language's name in itself: 中文, English. */
  readonly name: string;
  readonly href: string;
  /** Absolute, for `hreflang`. */
  readonly absolute: string;
  readonly current: boolean;
}

/** A language of the site in the switch of languages. */
export interface LanguageChoiceView {
  readonly language: string;
  /** The language's name in itself: 中文, English. */
  readonly name: string;
  /** To this page in that language, or else to the front page in it. */
  readonly href: string;
  readonly current: boolean;
  /** Where this page is not written in that language: words in that language that say so. */
  readonly note: string | null;
}

/** A picture file. */
export interface PictureView {
  readonly src: string;
  readonly alt: string;
  /** Pixels; `null` where the format has none. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture with its words. */
export interface FigureView {
  readonly picture: PictureView;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A calendar day. */
export interface DateView {
  /** `2024-03-01`, for `datetime`. */
  readonly iso: string;
  /** As the page's language writes it. */
  readonly text: string;
}

/** The neighbours of a long list's slice. */
export interface PaginationView {
  /** This slice, from 1. */
  readonly number: number;
  /** How many slices there are. */
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** The first, the last, and those around this one. */
  readonly pages: readonly {
    readonly number: number;
    readonly href: string;
    readonly current: boolean;
    /** Whether slices between the one before and this one are left out. */
    readonly gap: boolean;
  }[];
}
