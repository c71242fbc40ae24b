import { Source } from "../../src/diagnostics/source.js";
import { digestOf } from "../../src/interview/digest.js";
import type { Edition, Feature, Masthead } from "../../src/model/feature.js";
import type { Figure } from "../../src/model/figure.js";
import type { Appearance, Guest, GuestProfile } from "../../src/model/guest.js";
import {
  anchor,
  calendarDate,
  featureSlug,
  filePath,
  type GuestId,
  guestId,
  languageTag,
  sectionId,
  sitePath,
  topicId,
} from "../../src/model/ids.js";
import type { Block, Exchange, Section, Turn } from "../../src/model/interview.js";
import type { Page } from "../../src/model/page.js";
import type { RichText } from "../../src/model/rich-text.js";
import type { SiteSettings } from "../../src/model/settings.js";
import type { FreePage, Site } from "../../src/model/site.js";
import { loadLocales } from "../../src/render/check-words.js";
import { ViewContext } from "../../src/render/view-context.js";
import { programWords } from "../../src/render/program-words.js";

export const zh = languageTag("zh-Hans");
export const en = languageTag("en");

export function settings(over: Partial<SiteSettings> = {}): SiteSettings {
  return {
    file: filePath("content/site.yaml"),
    title: new Map([
      [zh, "灯下"],
      [en, "By Lamplight"],
    ]),
    tagline: null,
    origin: "https://lamp.example",
    basePath: "/",
    language: zh,
    languages: [zh, en],
    publisher: null,
    timezone: "Asia/Shanghai",
    speakers: { interviewer: ["记者"], voices: [] },
    pagination: { features: 20, home: 20 },
    pages: { features: true, guests: true, topics: true, series: true, archive: true },
    permalinks: { han: "pinyin", index: true },
    topics: [
      {
        id: topicId("lamps"),
        title: new Map([
          [zh, "灯"],
          [en, "Lamps"],
        ]),
      },
    ],
    social: [],
    feeds: { items: 20, formats: ["rss", "atom"] },
    sitemap: true,
    theme: { look: "table", paragraphs: "indented", properties: {}, writing: "horizontal" },
    pictures: { creditPatterns: [], missingAlt: "error", missingCredit: "warning" },
    mute: [],
    custom: {},
    ...over,
  };
}

export function figure(file: string, over: Partial<Figure> = {}): Figure {
  const picture = { file: filePath(file), width: 1200, height: 800 };
  return { picture, alt: "A lamp", caption: null, credit: null, ...over };
}

export function prose(...html: (string | RichText[number])[]): Block {
  return { kind: "prose", html };
}

export function question(id: string, text: string, over: Partial<Turn> = {}): Turn {
  return {
    id: anchor(id),
    kind: "question",
    speaker: { kind: "interviewer", id: "interviewer", name: "记者" },
    time: null,
    blocks: [prose(`<p>${text}</p>\n`)],
    text,
    file: filePath("content/features/x.md"),
    line: 1,
    ...over,
  };
}

export function answer(id: string, guest: string, text: string, over: Partial<Turn> = {}): Turn {
  const speaker = { kind: "guest", id: guestId(guest), name: guest } as const;
  return question(id, text, { kind: "answer", speaker, ...over });
}

export function section(
  id: string,
  title: string | null,
  exchanges: Exchange[],
  over: Partial<Section> = {},
): Section {
  return {
    id: sectionId(id),
    title,
    file: filePath("content/features/x.md"),
    line: 1,
    lead: [],
    exchanges,
    declined: [],
    ...over,
  };
}

export function appearance(id: string, name: string, over: Partial<Appearance> = {}): Appearance {
  return { id: guestId(id), name, role: null, affiliation: null, portrait: null, label: null, ...over };
}

export function masthead(over: Partial<Masthead> = {}): Masthead {
  return {
    title: "灯会自己灭",
    kicker: null,
    standfirst: [],
    summary: "一盏灯的事。",
    date: calendarDate("2024-03-01"),
    updated: null,
    guests: [],
    interviewers: [],
    topics: [],
    series: null,
    cover: null,
    facsimile: null,
    source: null,
    credits: [],
    edited: [],
    recording: null,
    corrections: [],
    custom: {},
    ...over,
  };
}

export function edition(
  slug: string,
  over: Partial<Edition> & { sections?: Section[]; intro?: Block[] } = {},
): Edition {
  const { sections = [], intro = [], ...own } = over;
  const language = own.language ?? zh;
  const original = own.original ?? true;
  const head = own.masthead ?? masthead();
  const interview = own.interview ?? { language, intro, sections, notes: [] };
  return {
    slug: featureSlug(slug),
    language,
    original,
    path: sitePath(original ? `/features/${slug}/` : `/${language}/features/${slug}/`),
    file: filePath(`content/features/${slug}${original ? "" : `.${language}`}.md`),
    publication: { status: "published", publishAt: null, expires: null },
    masthead: head,
    digest: digestOf(head, interview, []),
    fingerprint: slug,
    interview,
    ...own,
  };
}

export function feature(
  original: Edition,
  translations: Edition[] = [],
  over: Partial<Feature> = {},
): Feature {
  return {
    slug: original.slug,
    original,
    translations,
    aliases: [],
    ...over,
  };
}

export function profile(name: string, over: Partial<GuestProfile> = {}): GuestProfile {
  return {
    language: zh,
    file: null,
    name,
    role: null,
    affiliation: null,
    honorific: null,
    pronouns: null,
    portrait: null,
    links: [],
    biography: [],
    typedLinks: [],
    ...over,
  };
}

export function guest(id: string, own: GuestProfile, over: Partial<Guest> = {}): Guest {
  return {
    id: guestId(id),
    profile: own,
    translations: [],
    aliases: [],
    sortKey: id,
    oneOff: false,
    ...over,
  };
}

export function freePage(id: string, over: Partial<FreePage> = {}): FreePage {
  return {
    id,
    language: zh,
    original: true,
    path: sitePath(`/${id}/`),
    aliases: [],
    file: filePath(`content/pages/${id}.md`),
    title: id,
    description: "",
    body: [],
    navigation: null,
    links: [],
    custom: {},
    ...over,
  };
}

/** A site whose references both ways are worked out from its features. */
export function site(over: Partial<Site> = {}): Site {
  const features = over.features ?? [];
  const featuresOf = new Map<GuestId, Feature[]>();
  for (const each of features) {
    for (const { id } of each.original.masthead.guests)
      featuresOf.set(id, [...(featuresOf.get(id) ?? []), each]);
  }
  const addresses = features.flatMap(({ original, translations }) =>
    [original, ...translations].map(({ file, path }) => [file, path] as const),
  );
  return {
    settings: settings(),
    features,
    guests: [],
    featuresOf,
    pages: [],
    addresses: new Map(addresses),
    pictures: new Map(),
    hidden: [],
    ...over,
  };
}

/** The words that the program asks for, as their own keys; numbers and titles as they come. */
const locales = loadLocales(
  ["en", "zh-Hans"].map((language) => ({
    language,
    own: false,
    source: new Source(
      `templates/locales/${language}.yaml`,
      programWords
        .map((key) =>
          key === "list.page"
            ? `${key}: "{title} ({number})"`
            : `${key}: "${language} ${key}${key === "citing.interviewed-by" ? " {names}" : ""}"`,
        )
        .concat(language === "zh-Hans" ? ["credit.text: 文"] : [])
        .join("\n"),
    ),
  })),
).value;

export function context(of: Site): ViewContext {
  return new ViewContext(of, {
    locales,
    generator: "Colloquy 0.0.0",
    assets: {
      style: sitePath("/assets/style.css"),
      script: sitePath("/assets/script.js"),
      icon: sitePath("/assets/icon.svg"),
    },
  });
}

/** The page of an edition. */
export function featurePage(of: Feature, shown: Edition = of.original): Page {
  const editions = [of.original, ...of.translations];
  const alternates = editions.length > 1 ? editions.map(({ language, path }) => ({ language, path })) : [];
  return {
    kind: "feature",
    path: shown.path,
    language: shown.language,
    alternates,
    feature: of,
    edition: shown,
  };
}
