import { describe, expect, test } from "vitest";
import { calendarDate, guestId, languageTag, topicId } from "../../src/model/ids.js";
import type { Feature, Publication } from "../../src/model/feature.js";
import type { Page } from "../../src/model/page.js";
import type { Site } from "../../src/model/site.js";
import { planPages, topicListings } from "../../src/site/plan-pages.js";
import { hiddenBecause, newestFirst } from "../../src/site/visible-features.js";
import * as make from "../render/site-builder.js";

const { en, zh } = make;

interface Given {
  readonly date?: string;
  readonly topics?: readonly string[];
  readonly series?: Feature["original"]["masthead"]["series"];
}

function feature(slug: string, { date = "2024-03-01", topics = [], series = null }: Given = {}): Feature {
  const masthead = make.masthead({ date: calendarDate(date), topics: topics.map(topicId), series });
  return make.feature(make.edition(slug, { masthead }));
}

const oneLanguage = (over: Parameters<typeof make.settings>[0] = {}) =>
  make.settings({ languages: [zh], topics: [], ...over });

const paths = (site: Site): string[] => planPages(site).map(({ path }) => path);

function pageAt(site: Site, path: string): Page {
  const page = planPages(site).find((one) => one.path === path);
  if (!page) throw new Error(`No page at ${path}`);
  return page;
}

describe("the plan of pages", () => {
  test("of an empty site has a first page, lists that say that they are empty, and the page of what is missing", () => {
    expect(paths(make.site({ settings: oneLanguage() }))).toEqual([
      "/",
      "/features/",
      "/guests/",
      "/404.html",
    ]);
  });

  test("has a page for each feature, guest, topic, year and free page", () => {
    const site = make.site({
      settings: oneLanguage(),
      features: [
        feature("b", { date: "2024-02-01", topics: ["lamps"] }),
        feature("a", { date: "2023-12-31" }),
      ],
      guests: [make.guest("liu", make.profile("刘一"))],
      pages: [make.freePage("about")],
    });
    expect(paths(site)).toEqual([
      "/",
      "/features/",
      "/guests/",
      "/guests/liu/",
      "/topics/",
      "/topics/lamps/",
      "/archive/",
      "/archive/2024/",
      "/archive/2023/",
      "/features/b/",
      "/features/a/",
      "/about/",
      "/404.html",
    ]);
  });

  test("has lists and guests in each language of the site, the site's own at the root, each with the others", () => {
    const site = make.site({ guests: [make.guest("liu", make.profile("刘一"))] });
    expect(paths(site)).toEqual([
      "/",
      "/features/",
      "/guests/",
      "/guests/liu/",
      "/en/",
      "/en/features/",
      "/en/guests/",
      "/en/guests/liu/",
      "/404.html",
    ]);
    expect(pageAt(site, "/en/guests/liu/")).toMatchObject({
      language: "en",
      alternates: [
        { language: "zh-Hans", path: "/guests/liu/" },
        { language: "en", path: "/en/guests/liu/" },
      ],
    });
  });

  test("has a translation under its language, and the two know of each other; what is not translated stands alone", () => {
    const translated = make.feature(make.edition("a"), [
      make.edition("a", { original: false, language: en }),
    ]);
    const site = make.site({ features: [translated, feature("b")] });
    const both = [
      { language: "zh-Hans", path: "/features/a/" },
      { language: "en", path: "/en/features/a/" },
    ];
    expect(pageAt(site, "/features/a/").alternates).toEqual(both);
    expect(pageAt(site, "/en/features/a/").alternates).toEqual(both);
    expect(pageAt(site, "/features/b/").alternates).toEqual([]);
    expect(paths(site)).not.toContain("/en/features/b/");
  });

  test("cuts a list into pages, each with the addresses of all", () => {
    const features = ["e", "d", "c", "b", "a"].map((slug) => feature(slug));
    const site = make.site({ settings: oneLanguage({ pagination: { features: 2, home: 2 } }), features });
    const slices = planPages(site).filter((page) => page.kind === "features");
    const all = ["/features/", "/features/page/2/", "/features/page/3/"];
    expect(slices.map(({ path }) => path)).toEqual(all);
    expect(slices.map(({ slice }) => slice.features.map(({ slug }) => slug))).toEqual([
      ["e", "d"],
      ["c", "b"],
      ["a"],
    ]);
    for (const [index, { slice }] of slices.entries())
      expect(slice).toMatchObject({ number: index + 1, paths: all, total: 5 });
  });

  test("has no page more where the last one is just full", () => {
    const features = ["d", "c", "b", "a"].map((slug) => feature(slug));
    const site = make.site({ settings: oneLanguage({ pagination: { features: 2, home: 2 } }), features });
    expect(paths(site)).toContain("/features/page/2/");
    expect(paths(site)).not.toContain("/features/page/3/");
  });

  test("paginates topics and years in each language", () => {
    const features = ["b", "a"].map((slug) => feature(slug, { topics: ["lamps"] }));
    const all = paths(
      make.site({ settings: make.settings({ pagination: { features: 1, home: 1 } }), features }),
    );
    for (const list of ["/topics/lamps/", "/archive/2024/"])
      expect(all).toEqual(
        expect.arrayContaining([list, `${list}page/2/`, `/en${list}`, `/en${list}page/2/`]),
      );
  });

  test("puts a series in the order of its parts, those without one behind by date", () => {
    const series = (part: number | null) => ({ id: "nights", name: "Nights", part });
    const features = [
      feature("loose-new", { date: "2024-05-01", series: series(null) }),
      feature("second", { date: "2024-04-01", series: series(2) }),
      feature("loose-old", { date: "2024-02-01", series: series(null) }),
      feature("first", { date: "2024-03-01", series: series(1) }),
      feature("other"),
    ];
    const page = pageAt(make.site({ settings: oneLanguage(), features }), "/series/nights/");
    expect(page.kind === "series" && page.features.map(({ slug }) => slug)).toEqual([
      "first",
      "second",
      "loose-old",
      "loose-new",
    ]);
  });

  test("gives a guest's page the features that the guest is in", () => {
    const liu = make.guest("liu", make.profile("刘一"));
    const heard = make.feature(
      make.edition("a", { masthead: make.masthead({ guests: [make.appearance("liu", "刘一")] }) }),
    );
    const site = make.site({ settings: oneLanguage(), features: [heard, feature("b")], guests: [liu] });
    expect(pageAt(site, "/guests/liu/")).toMatchObject({ guest: liu, features: [heard] });
    expect(site.featuresOf.get(guestId("liu"))).toEqual([heard]);
  });
});

describe("topics", () => {
  test("stand in the order of the settings, undeclared ones after them by id, empty ones not at all", () => {
    const topics = ["rivers", "empty", "lamps"].map((id) => ({
      id: topicId(id),
      title: new Map([[zh, id]]),
    }));
    const features = [
      feature("a", { topics: ["zebra", "lamps"] }),
      feature("b", { topics: ["apple", "rivers", "lamps"] }),
    ];
    const listings = topicListings(make.site({ settings: make.settings({ topics }), features }), en);
    expect(
      listings.map(({ id, path, features: under }) => [id, path, under.map(({ slug }) => slug)]),
    ).toEqual([
      ["rivers", "/en/topics/rivers/", ["b"]],
      ["lamps", "/en/topics/lamps/", ["a", "b"]],
      ["apple", "/en/topics/apple/", ["b"]],
      ["zebra", "/en/topics/zebra/", ["a"]],
    ]);
  });
});

describe("what is shown", () => {
  const today = calendarDate("2024-06-01");
  const why = (over: Partial<Publication>, drafts = false) =>
    hiddenBecause({ status: "published", publishAt: null, expires: null, ...over }, { today, drafts });

  test("is what is published, from the day that it is to be, to the last day that it is to be", () => {
    expect(why({})).toBeUndefined();
    expect(why({ publishAt: today })).toBeUndefined();
    expect(why({ publishAt: calendarDate("2024-06-02") })).toBe("scheduled");
    expect(why({ expires: today })).toBeUndefined();
    expect(why({ expires: calendarDate("2024-05-31") })).toBe("expired");
    expect(why({ status: "draft" })).toBe("draft");
  });

  test("is with drafts also what is not out yet, but not what has expired", () => {
    expect(why({ status: "draft", publishAt: calendarDate("2024-06-02") }, true)).toBeUndefined();
    expect(why({ expires: calendarDate("2024-05-31") }, true)).toBe("expired");
  });

  test("is newest first, in one day the later part of a series, then by slug, whatever order it came in", () => {
    const series = (part: number) => ({ id: "s", name: "S", part });
    const ordered = [
      feature("new", { date: "2024-05-02" }),
      feature("part-2", { date: "2024-05-01", series: series(2) }),
      feature("part-1", { date: "2024-05-01", series: series(1) }),
      feature("a", { date: "2024-05-01" }),
      feature("b", { date: "2024-05-01" }),
      feature("old", { date: "2023-01-01" }),
    ];
    expect(newestFirst([...ordered].reverse())).toEqual(ordered);
  });
});

test("a page of a language that is not the site's own never stands at the root", () => {
  const ar = languageTag("ar");
  const site = make.site({ settings: make.settings({ language: en, languages: [en, ar] }) });
  for (const page of planPages(site)) expect(page.path.startsWith("/ar/")).toBe(page.language === ar);
});

test("names the languages of a page in the order of the site's, whichever was written first", () => {
  const original = make.edition("lamps", { language: en });
  const translation = make.edition("lamps", { language: zh, original: false });
  const site = make.site({
    settings: make.settings({ languages: [zh, en] }),
    features: [make.feature(original, [translation])],
  });
  expect(pageAt(site, "/features/lamps/").alternates.map(({ language }) => language)).toEqual([zh, en]);
});
