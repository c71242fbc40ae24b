import type { FilePath, LanguageTag, TopicId } from "./ids.js";

/** A text that may differ by language: `{"zh-Hans": "…", en: "…"}`; always has the site's own language. */
export type Localized = ReadonlyMap<LanguageTag, string>;

/** The kinds of pages that a site can do without; `guests` are the list and each guest's own, and so are the others. */
export const optionalPages = ["features", "guests", "topics", "series", "archive"] as const;

/** One of the kinds of pages that a site can do without. */
export type OptionalPages = (typeof optionalPages)[number];

/** The forms in which a feed is published. */
export const feedFormats = ["rss", "atom"] as const;

/** One of the forms of a feed. */
export type FeedFormat = (typeof feedFormats)[number];

/** What `site.yaml` says, with every default applied. */
export interface SiteSettings {
  readonly file: FilePath;
  readonly title: Localized;
  readonly tagline: Localized | null;
  /** Absolute, without a trailing slash and without the base path: `https://example.org`. */
  readonly origin: string;
  /** The path under which the site is served: starts and ends with `/`. */
  readonly basePath: string;
  /** The site's own language, first in `languages`. */
  readonly language: LanguageTag;
  readonly languages: readonly LanguageTag[];
  readonly publisher: {
    readonly name: string;
    readonly url: string | null;
    readonly logo: FilePath | null;
  } | null;
  /** IANA name; only decides which day a moment belongs to. */
  readonly timezone: string;
  readonly speakers: {
    /** Labels of whoever asks, the first being the one that is shown. */
    readonly interviewer: readonly string[];
    /** Labels that are no person. */
    readonly voices: readonly string[];
  };
  readonly pagination: {
    /** Features on one page of a list; `null` for all of them. */
    readonly features: number | null;
    /** Features on the first page, below the newest. */
    readonly home: number;
  };
  /** Which of the pages that a site can do without it has. */
  readonly pages: Readonly<Record<OptionalPages, boolean>>;
  readonly permalinks: {
    /** How a title or a name in Han characters becomes a slug. */
    readonly han: "pinyin" | "keep";
    /** Whether links inside the site name `index.html`, so that they work from disk. */
    readonly index: boolean;
  };
  readonly topics: readonly { readonly id: TopicId; readonly title: Localized }[];
  readonly social: readonly { readonly name: string; readonly url: string }[];
  readonly feeds: { readonly items: number; readonly formats: readonly FeedFormat[] };
  /** Whether there is a sitemap. */
  readonly sitemap: boolean;
  readonly theme: {
    /** The file of `templates/looks` that has the colours, sizes and faces, without `.css`. */
    readonly look: string;
    /** How paragraphs of Chinese and Japanese text are set apart. */
    readonly paragraphs: "indented" | "spaced";
    /** Custom properties of the style sheet, without the leading `--`. */
    readonly properties: Readonly<Record<string, string>>;
    /** How the talk of a feature in Chinese or Japanese is set on a screen; other languages are always horizontal. */
    readonly writing: "horizontal" | "vertical";
  };
  readonly pictures: {
    /** Regular expressions (flag `u`) for a credit at the end of a caption; the group `credit` is the credit. */
    readonly creditPatterns: readonly string[];
    readonly missingAlt: "error" | "warning" | "off";
    readonly missingCredit: "error" | "warning" | "off";
  };
  /** Codes of warnings that are not shown: for the site, or for one file. */
  readonly mute: readonly { readonly code: string; readonly file: FilePath | null }[];
  /** The site's own values: `custom:` and every `x-…` key, untouched. */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** The text in a language, or else in the site's own. */
export function localized(text: Localized, language: LanguageTag): string {
  const exact = text.get(language);
  if (exact !== undefined) return exact;
  const [first = ""] = text.values();
  return first;
}
