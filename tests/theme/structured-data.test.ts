import { describe, expect, it } from "vitest";
import { calendarDate } from "../../src/model/ids.js";
import { lampSite } from "../render/lamp-site.js";
import {
  answer,
  appearance,
  edition,
  en,
  feature,
  figure,
  guest,
  masthead,
  profile,
  question,
  section,
  settings,
  site,
} from "../render/site-builder.js";
import { renderSite } from "./built-in-theme.js";

/** What may stand in each type of schema.org that pages use, and what must (`!`); a name is a type, or text. */
const vocabulary: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  WebSite: {
    url: "url!",
    name: "text!",
    description: "text",
    inLanguage: "language!",
    publisher: "Organization",
  },
  Organization: { name: "text!", url: "url", logo: "url" },
  Article: {
    "@id": "id!",
    url: "url!",
    headline: "text!",
    description: "text",
    inLanguage: "language!",
    datePublished: "date!",
    dateModified: "date!",
    image: "url",
    author: "Person",
    editor: "Person",
    translator: "Person",
    publisher: "Organization",
    contributor: "Person",
    about: "reference",
    keywords: "text",
    isPartOf: "CreativeWorkSeries",
    position: "number",
    isBasedOn: "PublicationIssue",
    translationOfWork: "reference",
    workTranslation: "reference",
    correction: "CorrectionComment",
    hasPart: "Question",
  },
  Person: {
    "@id": "id",
    name: "text!",
    url: "url",
    jobTitle: "text",
    affiliation: "Organization",
    image: "url",
    alternateName: "text",
    honorificPrefix: "text",
    description: "text",
    sameAs: "url",
    subjectOf: "reference",
  },
  CreativeWorkSeries: { name: "text!", url: "url!" },
  PublicationIssue: {
    name: "text!",
    url: "url",
    issueNumber: "text",
    pagination: "text",
    datePublished: "date",
  },
  CorrectionComment: { text: "text!", datePublished: "date!" },
  Question: { "@id": "id!", name: "text!", suggestedAnswer: "Answer" },
  Answer: { "@id": "id!", author: "reference!" },
  ProfilePage: { url: "url!", inLanguage: "language!", mainEntity: "Person!" },
  BreadcrumbList: { itemListElement: "ListItem!" },
  ListItem: { position: "number!", name: "text!", item: "url!" },
};

const isUrl = (value: unknown) => typeof value === "string" && /^https:\/\/[^/]+\/\S*$/.test(value);
const simple: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string" && value.trim() !== "",
  number: (value) => typeof value === "number" && Number.isInteger(value),
  url: (value) => isUrl(value) && !String(value).endsWith("index.html"),
  id: isUrl,
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  language: (value) => typeof value === "string" && Intl.getCanonicalLocales(value)[0] === value,
  reference: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).join() === "@id" &&
    isUrl(Reflect.get(value, "@id")),
};

/** What is wrong with a thing, by the path to it. */
function problems(value: unknown, path: string, wanted: string): string[] {
  const check = simple[wanted];
  if (check) return check(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${wanted}`];
  if (typeof value !== "object" || value === null) return [`${path}: expected ${wanted}`];
  const properties = vocabulary[wanted];
  const { "@type": type, ...own } = value as Readonly<Record<string, unknown>>;
  if (type !== wanted || !properties) return [`${path}: ${String(type)}, expected ${wanted}`];
  const missing = Object.entries(properties)
    .filter(([name, of]) => of.endsWith("!") && own[name] === undefined)
    .map(([name]) => `${path}: ${name} is missing`);
  const inside = Object.entries(own).flatMap(([name, of]) => {
    const each = properties[name]?.replace("!", "");
    if (each === undefined) return [`${path}: ${wanted} has no ${name}`];
    const many = Array.isArray(of) ? (of as readonly unknown[]) : [of];
    return many.flatMap((one) => problems(one, `${path}.${name}`, each));
  });
  return [...missing, ...inside];
}

type Graph = readonly Readonly<Record<string, unknown>>[];

function graphOf(html: string): Graph | null {
  const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(found.length).toBeLessThan(2);
  const [, json] = found[0] ?? [];
  if (json === undefined) return null;
  const data = JSON.parse(json) as { "@context": string; "@graph": Graph };
  expect(data["@context"]).toBe("https://schema.org");
  return data["@graph"];
}

function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "@id" ? [String(each)] : idsIn(each as unknown),
  );
}

const rich = site({
  settings: settings({ publisher: { name: "灯下编辑部", url: "https://lamp.example/", logo: null } }),
  guests: [
    guest("ida", profile("Ida </script><b>", { role: "Keeper", links: [{ title: "x", url: "mailto:a@b" }] })),
  ],
  features: [
    feature(
      edition("lamps", {
        masthead: masthead({
          guests: [appearance("ida", "Ida </script><b>", { role: "Keeper", affiliation: "Light" })],
          interviewers: [{ kind: "interviewer", id: "interviewer", name: "Abe Lund" }],
          updated: calendarDate("2024-03-05"),
          corrections: [{ date: calendarDate("2024-03-09"), text: ["<p>Nine &amp; a half.</p>"] }],
          credits: [
            { work: "editing", names: ["Wren"] },
            { work: "photos", names: ["Nobody"] },
          ],
          series: { id: "nights", name: "Nights", part: 2 },
          source: {
            name: "The Quay",
            url: null,
            edition: "7",
            page: "3–5",
            date: calendarDate("2024-02-01"),
          },
          cover: figure("content/features/灯.jpg"),
        }),
        sections: [
          section("oil", "Oil", [
            {
              questions: [question("oil-q", "Which oil?")],
              replies: [answer("oil-ida", "ida", "Rape.")],
            },
            { questions: [], replies: [answer("oil-ida-2", "ida", "And fish.")] },
          ]),
        ],
      }),
      [edition("lamps", { language: en, original: false })],
    ),
  ],
});

describe.each([
  ["with a translation", renderSite(lampSite())],
  ["in which everything is said", renderSite(rich)],
])("the structured data of a site %s", (_, pages) => {
  const graphs = new Map([...pages].map(([path, html]) => [path, graphOf(html) ?? []]));
  const all = [...graphs].flatMap(([path, graph]) => graph.map((node) => [path, node] as const));

  it("has only types and properties of schema.org, of the right kind, and none that is needed is missing", () => {
    expect(all.length).toBeGreaterThan(10);
    expect(all.flatMap(([path, node]) => problems(node, path, String(node["@type"])))).toEqual([]);
  });

  it("names a thing by the address at which it stands", () => {
    const ids = all.flatMap(([, node]) => idsIn(node));
    const lost = ids.filter((id) => {
      const { pathname, hash } = new URL(id);
      const html = pages.get(decodeURIComponent(pathname));
      return (
        html === undefined || (hash !== "" && !html.includes(` id="${decodeURIComponent(hash.slice(1))}"`))
      );
    });
    expect(lost).toEqual([]);
    expect(ids.length).toBeGreaterThan(5);
  });

  it("is an article on each feature's page, a person on each guest's, and never a page of readers' questions", () => {
    for (const [path, html] of pages) {
      const types = (graphs.get(path) ?? []).map((node) => node["@type"]);
      const kind = /data-page="([^"]+)"/.exec(html)?.[1];
      const own = { feature: ["Article"], guest: ["ProfilePage"], home: ["WebSite"] }[kind ?? ""] ?? [];
      const trail = kind === "home" || kind === "not-found" ? [] : ["BreadcrumbList"];
      expect(types, path).toEqual([...own, ...trail]);
      expect(html).not.toMatch(/QAPage|FAQPage/);
    }
  });
});

describe("the article of an interview", () => {
  const [article] = graphOf(renderSite(rich).get("/features/lamps/") ?? "") ?? [];

  it("has whoever asked for its author where nobody has the credit, and the guests as what it is about", () => {
    expect(article).toMatchObject({
      author: [{ "@type": "Person", name: "Abe Lund" }],
      editor: [{ name: "Wren" }],
      contributor: [{ name: "Ida </script><b>", jobTitle: "Keeper", affiliation: { name: "Light" } }],
      about: [{ "@id": "https://lamp.example/guests/ida/" }],
      dateModified: "2024-03-09",
      correction: [{ datePublished: "2024-03-09", text: "Nine & a half." }],
      isBasedOn: { name: "The Quay, 7", pagination: "3–5" },
      workTranslation: [{ "@id": "https://lamp.example/en/features/lamps/" }],
    });
  });

  it("has each question with who answered it and where, and passes over answers that nobody asked for", () => {
    expect(article?.["hasPart"]).toEqual([
      {
        "@type": "Question",
        "@id": "https://lamp.example/features/lamps/#oil-q",
        name: "Which oil?",
        suggestedAnswer: [
          {
            "@type": "Answer",
            "@id": "https://lamp.example/features/lamps/#oil-ida",
            author: { "@id": "https://lamp.example/guests/ida/" },
          },
        ],
      },
    ]);
  });

  it("leads from a translation back to its original", () => {
    const [translated] = graphOf(renderSite(rich).get("/en/features/lamps/") ?? "") ?? [];
    expect(translated).toMatchObject({
      inLanguage: "en",
      translationOfWork: { "@id": "https://lamp.example/features/lamps/" },
    });
    expect(translated).not.toHaveProperty("workTranslation");
  });
});
