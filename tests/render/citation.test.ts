import { describe, expect, it } from "vitest";
import type { Masthead } from "../../src/model/feature.js";
import { calendarDate, languageTag } from "../../src/model/ids.js";
import { citationView } from "../../src/render/citation.js";
import { ViewScope } from "../../src/render/view-scope.js";
import {
  appearance,
  context,
  edition,
  en,
  feature,
  featurePage,
  guest,
  masthead,
  profile,
  settings,
  site,
} from "./site-builder.js";

const mara = guest("mara-finch", profile("Mara Finch"), { sortKey: "Finch, Mara" });

/** How an edition with this masthead is cited. */
function cited(over: Partial<Masthead>, { slug = "lamp", language = en, original = true } = {}) {
  const own = masthead({
    title: "Lamps Go Out",
    date: calendarDate("2024-03-01"),
    guests: [appearance("mara-finch", "Mara Finch"), appearance("shan-jingyi", "Shan Jingyi")],
    interviewers: [{ kind: "interviewer", id: "interviewer", name: "Gu Wenxi" }],
    ...over,
  });
  const shown = edition(slug, { masthead: own, language, original });
  const of = site({
    guests: [mara],
    features: [feature(shown)],
    settings: settings({ publisher: { name: "Lamp & Co.", url: null, logo: null } }),
  });
  return citationView(shown, new ViewScope(featurePage(feature(shown)), context(of)));
}

describe("a feature in BibTeX", () => {
  it("has those who are interviewed as authors, by family name only where the guest's file tells it", () => {
    expect(cited({}).bibtex).toBe(
      [
        "@misc{lamp-2024,",
        "  author = {Finch, Mara and",
        "    {Shan Jingyi}},",
        "  title = {{Lamps Go Out}},",
        "  howpublished = {By Lamplight},",
        "  note = {en citing.interviewed-by Gu Wenxi},",
        "  publisher = {Lamp \\& Co.},",
        "  year = {2024},",
        "  month = mar,",
        "  day = {1},",
        "  url = {https://lamp.example/features/lamp/}",
        "}",
      ].join("\n"),
    );
  });

  it("escapes what TeX would read, and keeps every brace in a pair", () => {
    const { bibtex } = cited({ title: "50% of {A_B} & C#1 \\x^2 ~ $5\n{" });
    expect(bibtex).toContain(
      "  title = {{50\\% of \\textbraceleft{}A\\_B\\textbraceright{} \\& C\\#1 \\textbackslash{}x\\textasciicircum{}2 \\textasciitilde{} \\$5 \\textbraceleft{}}},\n",
    );
    const count = (brace: string): number => bibtex.split(brace).length;
    expect(count("{")).toBe(count("}"));
  });

  it("has a key of ASCII for a slug in Han characters and for a translation", () => {
    expect(cited({}, { slug: "灯-1" }).key).toBe("u706f-1-2024");
    expect(cited({}, { original: false }).key).toBe("lamp-2024-en");
  });

  it("names nobody who did not ask, publish or translate", () => {
    expect(cited({ interviewers: [] }).bibtex).not.toContain("note");
    const translated = cited({ credits: [{ work: "translation", names: ["Ida Corwen"] }] });
    expect(translated.bibtex).toContain("  translator = {{Ida Corwen}},\n");
  });
});

describe("a feature in CSL-JSON", () => {
  it("is a list with one interview", () => {
    expect(JSON.parse(cited({ title: 'A "lamp"' }).csl)).toEqual([
      {
        id: "lamp-2024",
        type: "interview",
        title: 'A "lamp"',
        author: [{ family: "Finch", given: "Mara" }, { literal: "Shan Jingyi" }],
        interviewer: [{ literal: "Gu Wenxi" }],
        "container-title": "By Lamplight",
        publisher: "Lamp & Co.",
        issued: { "date-parts": [[2024, 3, 1]] },
        language: "en",
        URL: "https://lamp.example/features/lamp/",
      },
    ]);
  });
});

describe("a feature in the form of GB/T 7714", () => {
  const zh = languageTag("zh-Hans");
  const four = ["单静仪", "仇大水", "曾小满", "林照"].map((name, index) => appearance(`g${index}`, name));

  it("has the day of the last change, and leaves the day of reading open", () => {
    const { authors, rest } = cited(
      { title: "书船，十八站", guests: four.slice(0, 3), updated: calendarDate("2024-03-09") },
      { language: zh },
    ).gbt7714;
    expect(authors + rest).toBe(
      "单静仪, 仇大水, 曾小满. 书船，十八站[EB/OL]. (2024-03-09)[引用日期]. https://lamp.example/features/lamp/.",
    );
  });

  it("names three people at most, and says in the language of the text that there are more", () => {
    expect(cited({ guests: four }, { language: zh }).gbt7714.authors).toBe("单静仪, 仇大水, 曾小满, 等");
    expect(cited({ guests: four }).gbt7714.authors).toBe("单静仪, 仇大水, 曾小满, et al");
  });

  it("puts a family name first, in capitals, where it is known", () => {
    expect(cited({}).gbt7714.authors).toBe("FINCH M, Shan Jingyi");
  });

  it("takes a name in another language than the guest's order as it is", () => {
    const { authors } = cited({ guests: [appearance("mara-finch", "玛拉·芬奇")] }).gbt7714;
    expect(authors).toBe("玛拉·芬奇");
  });
});
