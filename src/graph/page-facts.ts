import { filesIn } from "../interview/digest.js";
import type { Edition, Feature } from "../model/feature.js";
import { shortHashOf } from "../model/hash.js";
import type { FilePath, GuestId, LanguageTag } from "../model/ids.js";
import type { Page, TopicListing } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { PageKind } from "../render/views/common.js";
import type { ViewContext } from "../render/view-context.js";
import { inLanguage } from "../site/languages.js";
import type { Fact, Facts } from "./facts.js";

/** What is known of a site's sources without looking into them. */
export interface SourceKeys {
  /** Differs where the settings do. */
  readonly settings: string;
  /** Differs where a template does that a kind of page uses, or a word of the interface. */
  readonly templates: (kind: PageKind, language: LanguageTag) => string;
}

/**
 * Works out what each page of a site is made from. What many pages have in common is worked out once.
 *
 * A page that shows something which is not among its facts would go stale: whatever a view reads from the site
 * belongs here. `tests/build/incremental.test.ts` holds the two together.
 */
export class PageFacts {
  readonly #site: Site;
  readonly #context: ViewContext;
  readonly #keys: SourceKeys;
  readonly #topics = new Map<readonly TopicListing[], string>();
  readonly #frames = new Map<LanguageTag, string>();
  readonly #heard = new Map<TopicListing, string>();
  readonly #listed = new Map<Feature, string>();
  #people: string | undefined;

  constructor(context: ViewContext, keys: SourceKeys) {
    this.#site = context.site;
    this.#context = context;
    this.#keys = keys;
  }

  /** What a page is made from. */
  of(page: Page): Facts {
    return [
      { name: "settings", value: this.#keys.settings },
      { name: "templates", value: this.#keys.templates(page.kind, page.language) },
      { name: "what stands around every page", value: this.#frame(page.language) },
      { name: "the page's languages", value: JSON.stringify([page.language, page.alternates]) },
      ...this.#own(page),
    ];
  }

  /** Differs where something does that the pages of all features and guests are made from. */
  ofAll(): string {
    const { settings, guests, features } = this.#site;
    const editions = features.flatMap(({ original, translations }) => [original, ...translations]);
    // A feature may be in a language that the site does not have.
    const languages = new Set([...settings.languages, ...editions.map(({ language }) => language)]);
    return hashOf([
      this.#keys.settings,
      Array.from(languages, (language) => [
        language,
        this.#keys.templates("feature", language),
        this.#keys.templates("guest", language),
        this.#frame(language),
      ]),
      guests.map(({ id, sortKey }) => [id, sortKey]),
    ]);
  }

  /** What a feed of these editions is made from. */
  ofFeed(entries: readonly { readonly feature: Feature; readonly edition: Edition }[]): Facts {
    return [
      { name: "settings", value: this.#keys.settings },
      { name: "the editions of the feed", value: entries.map(({ edition }) => edition.path).join(" ") },
      ...entries.flatMap(({ feature }) => this.#whole(feature)),
    ];
  }

  #own(page: Page): Fact[] {
    switch (page.kind) {
      case "feature":
        return this.#ofFeature(page.feature, page.language);
      case "guest":
        return [
          { name: "the guest", value: JSON.stringify(page.guest) },
          ...this.#addresses(
            page.guest.id,
            [page.guest.profile, ...page.guest.translations].flatMap(({ biography }) => filesIn(biography)),
          ),
          ...page.features.flatMap((feature) => this.#whole(feature)),
          ...this.#list(page.features),
        ];
      case "home": {
        const shown = page.features.slice(0, this.#site.settings.pagination.home + 1);
        return [
          ...this.#list(shown),
          { name: "the number of features", value: String(page.features.length > shown.length) },
          this.#everyone(),
          this.#topicLists(this.#context.topics(page.language)),
        ];
      }
      case "features":
        return this.#slice(page.slice);
      case "year":
        return [{ name: "the year", value: page.year }, ...this.#slice(page.slice)];
      case "topic":
        return [
          { name: "the topic", value: page.topic.id },
          ...this.#slice(page.slice),
          this.#everyone(),
          this.#heardOn(page.topic),
        ];
      case "topics":
        return [this.#topicLists(page.topics)];
      case "series":
        return [
          { name: "the series", value: JSON.stringify([page.id, page.name]) },
          ...this.#list(page.features),
        ];
      case "archive":
        return [
          ...page.years.map(({ year, path, features }) => ({
            name: `the year ${year}`,
            value: `${path} ${features.length}`,
          })),
          ...this.#list(page.years.flatMap(({ features }) => features)),
        ];
      case "guests":
        return [this.#everyone()];
      case "page":
        return [
          { name: page.page.file, value: JSON.stringify(page.page) },
          ...this.#addresses(page.page.file, [
            ...page.page.links.flatMap(({ target }) => (target.to === "file" ? [target.file] : [])),
            ...filesIn(page.page.body),
          ]),
        ];
      case "not-found":
        return this.#list(this.#site.features.slice(0, 5));
    }
  }

  #ofFeature(feature: Feature, language: LanguageTag): Fact[] {
    const guests = feature.original.masthead.guests.concat(
      ...feature.translations.map(({ masthead }) => masthead.guests),
    );
    return [
      ...this.#whole(feature),
      { name: "the neighbours", value: this.#neighbours(feature, language) },
      {
        name: "how its guests are ordered",
        value: JSON.stringify(guests.map(({ id }) => this.#context.guests.get(id)?.sortKey ?? null)),
      },
    ];
  }

  /** All that the editions of a feature say. */
  #whole({ original, translations }: Feature): Fact[] {
    return [original, ...translations].flatMap((edition) => {
      const { file, path, publication, masthead, digest, fingerprint } = edition;
      const rest = JSON.stringify([path, publication, masthead.recording]);
      return [
        { name: file, value: `${fingerprint} ${rest}` },
        ...this.#addresses(file, [
          ...digest.files,
          ...digest.links.flatMap(({ target }) => (target.to === "file" ? [target.file] : [])),
        ]),
      ];
    });
  }

  /** Where the files are published that a text leads to. */
  #addresses(from: FilePath | GuestId, files: readonly FilePath[]): Fact[] {
    if (files.length === 0) return [];
    const { addresses } = this.#site;
    const found = [...new Set(files)].map((file) => addresses.get(file) ?? null);
    return [{ name: `what ${from} leads to`, value: JSON.stringify(found) }];
  }

  #neighbours(feature: Feature, language: LanguageTag): string {
    const at = this.#context.positions.get(feature);
    if (at === undefined) return "";
    const { features } = this.#site;
    return JSON.stringify(
      [features[at - 1], features[at + 1]].map((neighbour) => {
        if (neighbour === undefined) return null;
        const {
          path,
          language: own,
          masthead,
        } = inLanguage(neighbour.original, neighbour.translations, language);
        return [path, own, masthead.title];
      }),
    );
  }

  #slice({
    number,
    paths,
    features,
    total,
  }: {
    number: number;
    paths: readonly string[];
    features: readonly Feature[];
    total: number;
  }): Fact[] {
    return [
      { name: "the length of the list", value: `${number} ${paths.length} ${paths[0] ?? ""} ${total}` },
      ...this.#list(features),
    ];
  }

  /** What lists show of features, in their order. */
  #list(features: readonly Feature[]): Fact[] {
    const order = { name: "the order of the list", value: features.map(({ slug }) => slug).join(" ") };
    return [
      order,
      ...features.map((feature) => ({
        name: `${feature.original.file} in lists`,
        value: this.#inLists(feature),
      })),
    ];
  }

  #inLists(feature: Feature): string {
    const known = this.#listed.get(feature);
    if (known !== undefined) return known;
    const { original, translations } = feature;
    const value = [original, ...translations].map(editionInLists).join(" ");
    this.#listed.set(feature, value);
    return value;
  }

  #topicLists(topics: readonly TopicListing[]): Fact {
    let value = this.#topics.get(topics);
    if (value === undefined) {
      value = hashOf(
        topics.map(({ id, path, features }) => [
          id,
          path,
          features.length,
          features.slice(0, 3).map((feature) => this.#inLists(feature)),
        ]),
      );
      this.#topics.set(topics, value);
    }
    return { name: "the topics", value };
  }

  #heardOn(topic: TopicListing): Fact {
    let value = this.#heard.get(topic);
    if (value === undefined) {
      const ids = topic.features.flatMap(({ original }) => original.masthead.guests.map(({ id }) => id));
      value = hashOf([...new Set(ids)]);
      this.#heard.set(topic, value);
    }
    return { name: "who is heard on the topic", value };
  }

  /** Everyone with the number of features of each, in the order of the site. */
  #everyone(): Fact {
    this.#people ??= hashOf(this.#site.guests.map((guest) => [guest, this.#context.featureCount(guest.id)]));
    return { name: "the guests", value: this.#people };
  }

  #frame(language: LanguageTag): string {
    const known = this.#frames.get(language);
    if (known !== undefined) return known;
    const { pages, features, settings, pictures } = this.#site;
    const value = hashOf([
      pages
        .filter(({ navigation }) => navigation !== null)
        .map(({ id, title, path, language: own, navigation }) => [id, title, path, own, navigation]),
      this.#context.topics(language).length > 0,
      features.length > 0,
      settings.publisher?.logo == null ? null : (pictures.get(settings.publisher.logo) ?? null),
    ]);
    this.#frames.set(language, value);
    return value;
  }
}

/**
 * Whether a page is made from all that one of these editions says, and not only from what lists show of it.
 *
 * @param files - Of the editions.
 */
export function showsTextOf(page: Page, files: ReadonlySet<FilePath>): boolean {
  const shown = page.kind === "feature" ? [page.feature] : page.kind === "guest" ? page.features : [];
  return shown.some(({ original, translations }) =>
    [original, ...translations].some(({ file }) => files.has(file)),
  );
}

/** Whether there is a recording is known only when all files are. */
function editionInLists({ path, language, masthead, digest }: Edition): string {
  return `${path} ${language} ${digest.listed} ${masthead.recording?.src ?? ""}`;
}

function hashOf(value: unknown): string {
  return shortHashOf(JSON.stringify(value));
}
