import type { Feature } from "../model/feature.js";
import type { Guest } from "../model/guest.js";
import type { FilePath, GuestId, LanguageTag, SitePath } from "../model/ids.js";
import type { TopicListing } from "../model/page.js";
import type { Site } from "../model/site.js";
import { pathInLanguage } from "../site/languages.js";
import { topicListings } from "../site/plan-pages.js";
import { dateWriter, type DateWriter } from "./dates.js";
import type { Locales } from "./check-words.js";
import { wordsOf, type Words } from "./words.js";
import { directionOf, languageName } from "./written-forms.js";

/** What views need besides the site. */
export interface ViewOptions {
  readonly locales: Locales;
  /** The program and its version. */
  readonly generator: string;
  /** Where the theme's files are published. */
  readonly assets: Readonly<Record<"style" | "script" | "icon", SitePath>>;
}

/**
 * A site with what is worked out once for all of its pages, so that ten thousand pages are no more work each than
 * one.
 */
export class ViewContext {
  readonly site: Site;
  readonly options: ViewOptions;
  readonly guests: ReadonlyMap<GuestId, Guest>;
  /** Whose file it is. */
  readonly guestOfFile: ReadonlyMap<FilePath, GuestId>;
  /** Where a feature stands among all, newest first, from 0. */
  readonly positions: ReadonlyMap<Feature, number>;
  readonly #words = new Map<string, Words>();
  readonly #languages = new Map<string, { readonly name: string; readonly direction: "ltr" | "rtl" }>();
  readonly #dates = new Map<string, DateWriter>();
  readonly #topics = new Map<string, readonly TopicListing[]>();

  constructor(site: Site, options: ViewOptions) {
    this.site = site;
    this.options = options;
    this.guests = new Map(site.guests.map((guest) => [guest.id, guest]));
    this.guestOfFile = new Map(
      site.guests.flatMap(({ id, profile, translations }) =>
        [profile, ...translations].flatMap(({ file }) => (file === null ? [] : [[file, id] as const])),
      ),
    );
    this.positions = new Map(site.features.map((feature, index) => [feature, index]));
  }

  /** The words of the interface in a language. */
  words(language: string): Words {
    return remembered(this.#words, language, () => wordsOf(language, this.options.locales));
  }

  /** How a language writes dates. */
  dates(language: string): DateWriter {
    return remembered(this.#dates, language, () => dateWriter(language));
  }

  /** A language's name in itself, and which way it is written. */
  language(tag: string): { readonly name: string; readonly direction: "ltr" | "rtl" } {
    return remembered(this.#languages, tag, () => ({ name: languageName(tag), direction: directionOf(tag) }));
  }

  /** The language in which lists and guests are shown to a reader of this one: it, or the site's own. */
  listLanguage(language: LanguageTag): LanguageTag {
    const { languages, language: own } = this.site.settings;
    return languages.includes(language) ? language : own;
  }

  /** The address of a list or a guest for a reader of a language. @param path - In the site's own language. */
  listPath(path: string, language: LanguageTag): SitePath {
    return pathInLanguage(path, this.listLanguage(language), this.site.settings);
  }

  /** The topics that have features, for a reader of a language. */
  topics(language: LanguageTag): readonly TopicListing[] {
    const shown = this.listLanguage(language);
    return remembered(this.#topics, shown, () => topicListings(this.site, shown));
  }

  /** How many features a guest is heard in. */
  featureCount(id: GuestId): number {
    return this.site.featuresOf.get(id)?.length ?? 0;
  }
}

function remembered<K extends object | string, V extends object | number>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
