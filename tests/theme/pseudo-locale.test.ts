import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { calendarDate, guestId, languageTag, topicId } from "../../src/model/ids.js";
import {
  answer,
  appearance,
  edition,
  feature,
  figure,
  freePage,
  guest,
  masthead,
  profile,
  prose,
  question,
  section,
  settings,
  site,
} from "../render/site-builder.js";
import { loadBuiltInTheme, renderSite } from "./built-in-theme.js";
import { pseudo, pseudoLocale } from "./pseudo-locale.js";

// Dates, lists and numbers are written in Chinese, what people wrote is in Russian, and the words of the interface
// have an accent on each letter: a plain Latin word can only be one that a template or a view says by itself.
const language = languageTag("zh-XA");
const own = [language, "ru"].map((tag) => ({
  path: `locales/${tag}.yaml`,
  source: new Source(`templates/locales/${tag}.yaml`, pseudoLocale()),
  own: true,
}));

const people = [
  appearance("ida", "Ида", {
    role: "смотрит",
    affiliation: "маяк",
    portrait: figure("content/p.jpg", { alt: "лицо" }),
  }),
  appearance("bo", "Бо", { label: "Бо" }),
];
const sections = [
  section("oil", "Масло", [
    {
      questions: [
        question("oil-q", "Какое?", { speaker: { kind: "interviewer", id: "interviewer", name: "Вопрос" } }),
      ],
      replies: [
        answer("oil-ida", "ida", "Конопляное.", {
          time: 61,
          speaker: { kind: "guest", id: guestId("ida"), name: "Ида" },
          blocks: [
            prose("<p>Конопляное.</p>"),
            {
              kind: "figure",
              figure: figure("content/o.jpg", { alt: "масло", caption: "Масло", credit: "Ида" }),
            },
          ],
        }),
        answer("oil-bo", "bo", "Любое.", { speaker: { kind: "guest", id: guestId("bo"), name: "Бо" } }),
      ],
    },
  ]),
  section("sea", "Море", [], { declined: [guestId("bo")] }),
];
const whole = masthead({
  title: "Лампы",
  kicker: "Двое",
  summary: "О лампах.",
  standfirst: ["<p>О лампах.</p>"],
  guests: people,
  interviewers: [{ kind: "interviewer", id: "interviewer", name: "Вопрос" }],
  updated: calendarDate("2024-03-05"),
  topics: [topicId("lamps")],
  series: { id: "nights", name: "Ночи", part: 2 },
  cover: figure("content/c.jpg", { alt: "лампа", caption: "Лампа", credit: "Бо" }),
  facsimile: figure("content/f.jpg", { alt: "лист" }),
  source: { name: "Набережная", url: null, edition: "7", page: "3", date: calendarDate("2024-02-01") },
  credits: [{ work: "photos", names: ["Бо"] }],
  edited: ["<p>Короче.</p>"],
  recording: { src: "content/r.mp3", type: "audio/mpeg", duration: 100 },
  corrections: [{ date: calendarDate("2024-03-09"), text: ["<p>Нет.</p>"] }],
});
const lamps = (slug: string) =>
  feature(edition(slug, { language, masthead: whole, sections }), [
    edition(slug, {
      language: languageTag("ru"),
      original: false,
      masthead: masthead({ title: "Лампы", guests: people }),
      sections,
    }),
  ]);
const drafted = edition("draft", {
  language,
  masthead: masthead({ title: "Черновик", guests: people }),
  publication: { status: "draft", publishAt: null, expires: null },
});

const pages = renderSite(
  site({
    settings: settings({
      title: new Map([[language, "Лампа"]]),
      tagline: new Map([[language, "Говорим"]]),
      language,
      languages: [language, languageTag("ru")],
      publisher: { name: "Дом", url: null, logo: null },
      topics: [{ id: topicId("lamps"), title: new Map([[language, "Лампы"]]) }],
      pagination: { features: 1, home: 1 },
    }),
    features: [lamps("one"), lamps("two"), feature(drafted)],
    guests: [
      guest(
        "ida",
        profile("Ида", { language, role: "смотрит", biography: ["<p>Жила.</p>"], pronouns: "она" }),
      ),
      guest("bo", profile("Бо", { language })),
    ],
    pages: [freePage("about", { language, title: "О нас", body: ["<p>Мы.</p>"] })],
  }),
  loadBuiltInTheme(own).value,
);

/** What a person sees or hears of a page: its texts, and the attributes that are read out. */
function wordsOn(html: string): string[] {
  const seen = html
    .replace(/<script[^>]*>[^]*?<\/script>/g, "")
    // What shows how a citation is written for a program, and the addresses that are shown as such.
    .replace(/<(pre|code|kbd)\b[^]*?<\/\1>/g, "")
    .replace(
      /<meta (?:charset|name="(?:viewport|color-scheme|generator|robots|twitter:card)"|http-equiv|property="og:(?:type|url|image)"|property="article:)[^>]*>/g,
      "",
    );
  const attributes = [
    ...seen.matchAll(/\s(?:aria-label|title|alt|placeholder|content|label|data-copied)="([^"]*)"/g),
  ].map(([, value = ""]) => value);
  const texts = seen.replace(/<[^>]*>/g, "\n").split("\n");
  return [...attributes, ...texts]
    .map((text) => text.replace(/https?:\S+/g, "").trim())
    .filter((text) => text !== "");
}

/** Formats that have one name in every language. */
const withoutNames = (text: string) => text.replace(/BibTeX|CSL-JSON|GB\/T 7714/g, "");

describe("in a language that nobody has", () => {
  it("every kind of page is made", () => {
    const kinds = [...pages.values()].map((html) => /data-page="([^"]+)"/.exec(html)?.[1]);
    expect(new Set(kinds).size).toBe(12);
  });

  it.each([...pages].filter(([path]) => !path.startsWith("/ru/")))("%s says no word by itself", (_, html) => {
    const plain = wordsOn(html).filter((text) =>
      /[A-Za-z]{2,}/.test(withoutNames(text).replace(/&[a-z]+;/g, "")),
    );
    expect(plain).toEqual([]);
    expect(wordsOn(html).join(" ")).toContain("⟦");
  });
});

describe("a text of the pseudo-locale", () => {
  it("keeps its values, and is bracketed, accented and longer", () => {
    expect(pseudo("{count} answers")).toBe("⟦{count} áñšŵéŕš áñš⟧");
  });
});

const theme = fileURLToPath(new URL("../../templates/", import.meta.url));
const templates = readdirSync(theme, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".hbs"),
);

it.each(templates)("%s holds no letter outside of tags and calls", (path) => {
  const text = readFileSync(theme + path, "utf8")
    .replace(/\{\{[^]*?\}\}\}?/g, "")
    .replace(/<kbd>[^]*?<\/kbd>|<[^>]*>/g, "");
  expect(withoutNames(text)).not.toMatch(/\p{L}/u);
});
