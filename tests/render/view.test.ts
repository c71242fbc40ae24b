import { describe, expect, it } from "vitest";
import { languageTag, topicId } from "../../src/model/ids.js";
import type { Site } from "../../src/model/site.js";
import { viewOf } from "../../src/render/view.js";
import type { PageView } from "../../src/render/views/pages.js";
import { planPages } from "../../src/site/plan-pages.js";
import { lampFeature, lampSite } from "./lamp-site.js";
import { context, edition, feature, featurePage, masthead, settings, site, zh } from "./site-builder.js";

function viewAt<Kind extends PageView["kind"]>(
  kind: Kind,
  path: string,
  of: Site = lampSite(),
): Extract<PageView, { kind: Kind }> {
  const page = planPages(of).find((each) => each.path === path);
  if (!page) throw new Error(`no page at ${path}`);
  const view = viewOf(page, context(of));
  if (view.kind !== kind) throw new Error(`${path} is ${view.kind}`);
  return view as Extract<PageView, { kind: Kind }>;
}

/** Every field of a view by its path; fields that are `undefined` are told apart from those that are `null`. */
function undefinedFields(value: unknown, at = ""): string[] {
  if (value === undefined) return [at];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => undefinedFields(each, `${at}.${key}`));
}

describe("every view", () => {
  it("has every field, for every kind of page", () => {
    const of = lampSite();
    const made = planPages(of).map((page) => viewOf(page, context(of)));
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(12);
    expect(made.flatMap((view) => undefinedFields(view))).toEqual([]);
  });

  it("is made without features, guests or pages, too", () => {
    const of = site();
    const made = planPages(of).map((page) => viewOf(page, context(of)));
    expect(made.flatMap((view) => undefinedFields(view))).toEqual([]);
    const home = viewAt("home", "/", of);
    expect([home.lead, home.features, home.topics, home.guests]).toEqual([null, [], [], []]);
    expect(home.site.navigation.map(({ id }) => id)).toEqual(["features", "guests"]);
  });

  it("is the same whichever pages were shown before", () => {
    const of = lampSite();
    const alone = new Map(planPages(of).map((page) => [page, viewOf(page, context(of))]));
    for (const order of [[...alone.keys()], [...alone.keys()].reverse()]) {
      const shared = context(of);
      for (const page of order) expect(viewOf(page, shared)).toEqual(alone.get(page));
    }
  });

  it("names the page, the site, and the canonical address", () => {
    const view = viewAt(
      "feature",
      "/features/lamp/",
      lampSite({ settings: settings({ basePath: "/mag/" }) }),
    );
    expect(view.documentTitle).toBe("灯会自己灭 · 灯下");
    expect(view.canonical).toBe("https://lamp.example/mag/features/lamp/");
    expect(view.image).toBe("https://lamp.example/mag/media/features/cover.jpg");
    expect(viewAt("home", "/").documentTitle).toBe("灯下");
    expect(viewAt("home", "/en/").documentTitle).toBe("By Lamplight");
  });

  it("marks where in the navigation the page is", () => {
    const current = (path: string, kind: PageView["kind"]) =>
      viewAt(kind, path)
        .site.navigation.filter((each) => each.current)
        .map(({ id }) => id);
    expect(current("/features/lamp/", "feature")).toEqual(["features"]);
    expect(current("/guests/lin-zhao/", "guest")).toEqual(["guests"]);
    expect(current("/archive/2024/", "year")).toEqual(["archive"]);
    expect(current("/about/", "page")).toEqual(["about"]);
    expect(current("/", "home")).toEqual([]);
  });

  it("has the navigation, the feeds and the free pages of its language", () => {
    const { navigation, feeds } = viewAt("home", "/en/").site;
    expect(navigation.map(({ title, href }) => [title, href])).toEqual([
      ["en nav.features", "features/index.html"],
      ["en nav.guests", "guests/index.html"],
      ["en nav.topics", "topics/index.html"],
      ["en nav.archive", "archive/index.html"],
      ["About", "about/index.html"],
    ]);
    expect(feeds.map(({ href }) => href)).toEqual(["feed.xml", "atom.xml"]);
  });

  it("leads to the same page in other languages", () => {
    expect(viewAt("feature", "/en/features/lamp/").alternates).toEqual([
      {
        language: "zh-Hans",
        name: "简体中文",
        href: "../../../features/lamp/index.html",
        absolute: "https://lamp.example/features/lamp/",
        current: false,
      },
      {
        language: "en",
        name: "English",
        href: "index.html",
        absolute: "https://lamp.example/en/features/lamp/",
        current: true,
      },
    ]);
  });

  it("is written from right to left where the language is", () => {
    const ar = languageTag("ar");
    const of = site({ settings: settings({ language: ar, languages: [ar], title: new Map([[ar, "ضوء"]]) }) });
    expect(viewAt("home", "/", of).direction).toBe("rtl");
    expect(viewAt("home", "/").direction).toBe("ltr");
  });
});

describe("a feature's view", () => {
  const view = viewAt("feature", "/features/lamp/");
  const [oil, sea] = view.feature.sections;

  it("seats the cast, and says how often each is heard", () => {
    expect(view.feature.cast.map((each) => [each.seat, each.name, each.initial, each.label])).toEqual([
      [1, "林照", "林", "林照"],
      [2, "欧阳树", "欧", "欧阳"],
      [3, "Mara Finch", "M", "Mara Finch"],
    ]);
    expect(view.feature.cast.map((each) => [each.answerCount, each.firstAnswer, each.readingId])).toEqual([
      [2, "#oil-lin-zhao", "by-lin-zhao"],
      [1, "#oil-ou-yang", "by-ou-yang"],
      [0, null, "by-mara-finch"],
    ]);
    expect(view.feature.cast[0]?.href).toBe("../../guests/lin-zhao/index.html");
  });

  it("numbers sections as the language does, and says who is heard where", () => {
    expect([oil?.ordinal, sea?.ordinal, oil?.seats, sea?.seats]).toEqual(["一", "二", "1 2", ""]);
    expect(oil?.exchanges.map(({ answering, seats }) => [answering, seats])).toEqual([
      [2, "1 2"],
      [1, "1"],
    ]);
    expect(sea?.declined.map(({ name }) => name)).toEqual(["欧阳树"]);
    expect([view.feature.comparable, view.feature.hasContents]).toEqual([true, true]);
    expect(viewAt("feature", "/en/features/lamp/").feature.sections[0]?.ordinal).toBe("1");
    const { comparable, hasContents } = viewAt("feature", "/features/wick/").feature;
    expect([comparable, hasContents]).toEqual([false, false]);
  });

  it("makes a heading of a question's first paragraph", () => {
    const [first, second] = oil?.exchanges ?? [];
    expect(first?.questions.map(({ headingHtml, blocks }) => [headingHtml, blocks])).toEqual([
      ["灯油从哪里来？", []],
    ]);
    expect(second?.questions[0]?.headingHtml).toBe("<em>现在</em>呢？");
    expect(first?.replies[0]?.headingHtml).toBe("");
  });

  it("writes links, ids, pictures and quotations as seen from its own page", () => {
    const [prose, figure, quote] = oil?.exchanges[0]?.replies[0]?.blocks ?? [];
    expect(prose?.html).toBe(
      '<p>岛上自己榨，见<a href="../wick/index.html#wick-q">芯</a>和<a href="#oil-q">上文</a>。</p>\n<h3 id="press">油坊</h3>\n',
    );
    expect(figure?.figure?.picture).toEqual({
      src: "../../media/features/%E7%81%AF%201.jpg",
      alt: "A lamp",
      width: 1200,
      height: 800,
    });
    expect(quote?.pullQuote).toEqual({ text: "灯会自己灭", name: "欧阳树", href: "#oil-ou-yang", seat: 2 });
  });

  it("shows the label in the margin and the time of a turn", () => {
    const [lin, ou] = oil?.exchanges[0]?.replies ?? [];
    expect([lin?.speaker, lin?.time, ou?.speaker, ou?.time]).toEqual([
      "林照",
      { seconds: 227, text: "3:47", href: "../../media/features/lamp.mp3#t=227" },
      "欧阳",
      null,
    ]);
  });

  it("names credits in the language's words, and those it has none for as typed", () => {
    expect(view.feature.credits.map(({ label }) => label)).toEqual(["文", "weather"]);
  });

  it("writes dates as the language does, the same on any machine", () => {
    expect([view.feature.date, view.feature.updated]).toEqual([
      { iso: "2024-03-01", text: "2024年3月1日" },
      { iso: "2024-03-09", text: "2024年3月9日" },
    ]);
    expect(viewAt("feature", "/features/wick/").feature.date.text).toBe("December 31, 2023");
  });

  it("leads from a translation to its original and to guests in its own language", () => {
    const english = viewAt("feature", "/en/features/lamp/");
    expect(english.feature.translationOf).toEqual({
      title: "灯会自己灭",
      href: "../../../features/lamp/index.html",
      language: "zh-Hans",
    });
    expect(english.feature.cast[0]?.href).toBe("../../guests/lin-zhao/index.html");
    expect(view.feature.translationOf).toBeNull();
  });

  it("knows its neighbours, its series, its recording", () => {
    expect([view.feature.newer, view.feature.older]).toEqual([
      null,
      { title: "A Wick & a Match", href: "../wick/index.html", language: "en" },
    ]);
    expect(view.feature.series).toEqual({ name: "夜", part: 2, href: "../../series/night/index.html" });
    expect(view.feature.recording).toEqual({
      src: "../../media/features/lamp.mp3",
      type: "audio/mpeg",
      medium: "audio",
      duration: "1:02:03",
      host: null,
      captions: "transcript.vtt",
    });
  });

  it("leads a reader whose language the site has no lists in to those of the site's own", () => {
    const fr = languageTag("fr");
    const only = feature(edition("lampe", { language: fr, masthead: masthead({ title: "La lampe" }) }));
    const french = viewOf(featurePage(only), context(lampSite({ features: [only] })));
    expect(french.breadcrumbs.map(({ href }) => href)).toEqual(["../../index.html", "../index.html"]);
    expect(french.site.feeds[0]?.href).toBe("../../feed.xml");
  });
});

describe("a list", () => {
  it("shows the edition in the page's language, or else the original with its language", () => {
    const shown = (path: string) =>
      viewAt("features", path).features.map(({ title, language, href }) => [title, language, href]);
    expect(shown("/features/")).toEqual([
      ["灯会自己灭", null, "lamp/index.html"],
      ["A Wick & a Match", "en", "wick/index.html"],
    ]);
    expect(shown("/en/features/")).toEqual([
      ["Lamps Go Out", null, "lamp/index.html"],
      ["A Wick & a Match", null, "../../features/wick/index.html"],
    ]);
  });

  it("lets somebody speak for the feature", () => {
    const { lead } = viewAt("home", "/");
    expect(lead?.quote).toEqual({
      text: "灯会自己灭",
      name: "欧阳树",
      href: "features/lamp/index.html#oil-ou-yang",
    });
  });

  it("names few of many slices, and where it leaves some out", () => {
    const many = Array.from({ length: 30 }, (_, index) => feature(edition(`f-${index}`)));
    const of = site({ features: many, settings: settings({ pagination: { features: 2, home: 2 } }) });
    const { pagination, total, documentTitle } = viewAt("features", "/features/page/7/", of);
    expect(pagination.pages.map(({ number, gap }) => (gap ? `…${number}` : number))).toEqual([
      1,
      "…5",
      6,
      7,
      8,
      9,
      "…15",
    ]);
    expect([pagination.previous, pagination.next, pagination.count, total]).toEqual([
      "../6/index.html",
      "../8/index.html",
      15,
      30,
    ]);
    expect(documentTitle).toBe("zh-Hans nav.features (7) · 灯下");
    expect(viewAt("features", "/features/page/2/", of).pagination.previous).toBe("../../index.html");
  });

  it("groups guests by the letter they are read under, and shows a reading that was typed", () => {
    const { groups } = viewAt("guests", "/guests/");
    expect(
      groups.map(({ letter, guests }) => [letter, guests.map(({ name, reading }) => [name, reading])]),
    ).toEqual([
      ["L", [["林照", "Lin Zhao"]]],
      ["F", [["Mara Finch", null]]],
      ["O", [["欧阳树", null]]],
    ]);
  });

  it("has the guests most heard first", () => {
    expect(viewAt("home", "/").guests.map(({ id, featureCount }) => [id, featureCount])).toEqual([
      ["mara-finch", 2],
      ["lin-zhao", 1],
      ["ou-yang", 1],
    ]);
  });

  it("says which language the name of a series is in where the page is in another", () => {
    expect(viewAt("series", "/series/night/").titleLanguage).toBeNull();
    const english = viewAt("series", "/en/series/night/", lampSite({ features: [lampFeature] }));
    expect([english.title, english.titleLanguage]).toEqual(["夜", "zh-Hans"]);
  });

  it("puts a series in the order of its parts, and a year by months", () => {
    expect(
      viewAt("series", "/series/night/").parts.map(({ part, feature: { title } }) => [part, title]),
    ).toEqual([
      [1, "A Wick & a Match"],
      [2, "灯会自己灭"],
    ]);
    expect(viewAt("year", "/en/archive/2023/").months.map(({ name }) => name)).toEqual(["December"]);
    expect(
      viewAt("archive", "/archive/").years.map(({ year, href, featureCount }) => [year, href, featureCount]),
    ).toEqual([
      ["2024", "2024/index.html", 1],
      ["2023", "2023/index.html", 1],
    ]);
  });

  it("tells a topic in the page's language", () => {
    const english = viewAt("topic", "/en/topics/lamps/");
    expect([english.title, english.titleLanguage]).toEqual(["Lamps", null]);
    const untranslated = { id: topicId("lamps"), title: new Map([[zh, "灯"]]) };
    const other = lampSite({ settings: settings({ topics: [untranslated] }) });
    const chinese = viewAt("topic", "/en/topics/lamps/", other);
    expect([chinese.title, chinese.titleLanguage]).toEqual(["灯", "zh-Hans"]);
    expect(
      viewAt("topics", "/topics/").topics.map(({ title, featureCount, newest }) => [
        title,
        featureCount,
        newest.length,
      ]),
    ).toEqual([["灯", 1, 1]]);
    expect(viewAt("topic", "/topics/lamps/").guests.map(({ id }) => id)).toEqual([
      "mara-finch",
      "lin-zhao",
      "ou-yang",
    ]);
  });
});

describe("a guest's view", () => {
  it("has every answer with its question, the newest interview first, and the role as of each", () => {
    const view = viewAt("guest", "/guests/mara-finch/");
    expect(
      view.interviews.map(({ feature: { title }, person }) => [title, person.role, person.seat]),
    ).toEqual([
      ["灯会自己灭", null, 3],
      ["A Wick & a Match", "Apprentice", 1],
    ]);
    expect(view.answerCount).toBe(1);

    const lin = viewAt("guest", "/guests/lin-zhao/");
    const [interview] = lin.interviews;
    expect(interview?.person.role).toBe("守灯人");
    expect(lin.guest.role).toBe("前守灯人");
    expect(
      interview?.answers.map(({ section, questions, answers }) => [
        section,
        questions.length,
        answers.length,
      ]),
    ).toEqual([
      ["油", 1, 1],
      ["油", 1, 1],
    ]);
    expect(lin.answerCount).toBe(2);
  });

  it("says once where a section begins", () => {
    const [interview] = viewAt("guest", "/guests/lin-zhao/").interviews;
    expect(interview?.answers.map(({ opensSection }) => opensSection)).toEqual([true, false]);
    const [, wick] = viewAt("guest", "/guests/mara-finch/").interviews;
    expect(wick?.answers.map(({ section, opensSection }) => [section, opensSection])).toEqual([
      [null, false],
    ]);
  });

  it("leads from an answer to its feature, and takes no ids from there", () => {
    const [interview] = viewAt("guest", "/guests/lin-zhao/").interviews;
    const [turn] = interview?.answers[0]?.answers ?? [];
    expect(turn?.href).toBe("../../features/lamp/index.html#oil-lin-zhao");
    expect(turn?.blocks[0]?.html).toContain('href="../../features/lamp/index.html#oil-q"');
    expect(turn?.blocks[0]?.html).not.toContain(" id=");
  });

  it("is told in the page's language where there is a translation, else says which language it is", () => {
    const english = viewAt("guest", "/en/guests/lin-zhao/");
    expect([english.guest.name, english.guest.language, english.interviews[0]?.feature.title]).toEqual([
      "Lin Zhao",
      null,
      "Lamps Go Out",
    ]);
    const other = viewAt("guest", "/en/guests/ou-yang/");
    expect([other.guest.name, other.guest.language]).toEqual(["欧阳树", "zh-Hans"]);
  });
});

describe("the 404 page", () => {
  it("has links that hold at any depth", () => {
    const view = viewAt("not-found", "/404.html", lampSite({ settings: settings({ basePath: "/mag/" }) }));
    expect(view.hidden).toBe(true);
    expect(view.newest[0]?.href).toBe("/mag/features/lamp/");
    expect(view.assets.style).toBe("/mag/assets/style.css");
    expect(view.assets.icon).toBe("/mag/assets/icon.svg");
  });
});
