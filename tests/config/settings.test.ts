import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parseSettings } from "../../src/content/parse-settings.js";
import { inReadingOrder } from "../../src/diagnostics/diagnostic.js";
import { Source } from "../../src/diagnostics/source.js";

const least = "title: 对坐\nurl: https://duizuo.example/\nlanguage: zh-Hans\n";

function parse(yaml: string) {
  const source = new Source("content/site.yaml", yaml);
  const { value, diagnostics } = parseSettings(source);
  return { value, diagnostics: inReadingOrder(diagnostics) };
}

function settings(yaml: string) {
  const { value, diagnostics } = parse(least + yaml);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no settings");
  return value;
}

function problems(yaml: string): string[] {
  return parse(least + yaml).diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
}

function firstMessage(yaml: string): string | undefined {
  return parse(least + yaml).diagnostics[0]?.message;
}

describe("parseSettings", () => {
  it("applies every default to the three keys that a site needs", () => {
    const { speakers, pictures, ...rest } = settings("");
    expect(rest).toEqual({
      file: "content/site.yaml",
      title: new Map([["zh-Hans", "对坐"]]),
      tagline: null,
      origin: "https://duizuo.example",
      basePath: "/",
      language: "zh-Hans",
      languages: ["zh-Hans"],
      publisher: null,
      timezone: "UTC",
      pagination: { features: 20, home: 20 },
      pages: { features: true, guests: true, topics: true, series: true, archive: true },
      permalinks: { han: "pinyin", index: true },
      topics: [],
      social: [],
      feeds: { items: 20, formats: ["rss", "atom"] },
      sitemap: true,
      theme: { look: "table", paragraphs: "indented", properties: {}, writing: "horizontal" },
      mute: [],
      custom: {},
    });
    expect(speakers.interviewer[0]).toBe("记者");
    expect(speakers.interviewer).toEqual(
      expect.arrayContaining(["本刊", "问", "Interviewer", "Q", "Reporter", "Editor"]),
    );
    expect(speakers.voices).toEqual([]);
    expect(pictures).toMatchObject({ missingAlt: "error", missingCredit: "warning" });
  });

  it("shows readers the interviewer's label of the site's own language", () => {
    const english = parse("title: a\nurl: https://a.example\nlanguage: en\n").value;
    expect(english?.speakers.interviewer[0]).toBe("Interviewer");
    const taiwan = parse("title: a\nurl: https://a.example\nlanguage: zh-TW\n").value;
    expect(taiwan?.speakers.interviewer[0]).toBe("記者");
  });

  it("parts the address into origin and base path", () => {
    const address = (url: string) => parse(`title: a\nlanguage: en\nurl: ${url}\n`).value;
    expect(address("https://a.example")).toMatchObject({ origin: "https://a.example", basePath: "/" });
    expect(address("http://a.example:8080/talks/2024")).toMatchObject({
      origin: "http://a.example:8080",
      basePath: "/talks/2024/",
    });
  });

  it("refuses addresses that no site has", () => {
    for (const url of [
      "duizuo.example",
      "/talks/",
      "ftp://a.example/",
      "javascript:alert(1)",
      "https://a.example/?x=1",
      "https://a.example/#top",
      "https://me:pw@a.example/",
    ]) {
      expect(parse(`title: a\nlanguage: en\nurl: ${JSON.stringify(url)}\n`).diagnostics).toMatchObject([
        { code: "wrong-value", place: { line: 3, column: 6 } },
      ]);
    }
  });

  it("takes texts in one language or in several", () => {
    const { title, tagline, topics } = settings(
      "languages: [en, zh-hans]\ntagline: {en: Sit, zh-Hans: 坐}\ntopics:\n  water: {en: Water, zh-Hans: 水}\n  craft: 手艺\n",
    );
    expect(title).toEqual(new Map([["zh-Hans", "对坐"]]));
    expect([...(tagline ?? [])]).toEqual([
      ["zh-Hans", "坐"],
      ["en", "Sit"],
    ]);
    expect(topics.map(({ id, title: words }) => [id, ...words.values()])).toEqual([
      ["water", "水", "Water"],
      ["craft", "手艺"],
    ]);
  });

  it("puts the site's own language first, in its usual case", () => {
    expect(settings("languages: [en, zh-hans, en]\n").languages).toEqual(["zh-Hans", "en"]);
  });

  it("reports languages that are none, that are not declared, and that lack the site's own", () => {
    expect(problems("languages: [zh_Hans, English]\n")).toEqual([
      "4:13 invalid-language",
      "4:22 invalid-language",
    ]);
    expect(firstMessage("languages: [zh_Hans]\n")).toContain('did you mean "zh-Hans"?');
    expect(problems("languages: [en, fr]\n")).toEqual(["4:12 wrong-value"]);
    expect(problems("tagline: {zh-Hans: a, fr: b}\n")).toEqual(["4:27 undeclared-language"]);
    expect(problems("languages: [zh-Hans, en]\ntagline: {en: a}\n")).toEqual(["5:10 missing-key"]);
  });

  it("knows time zones and suggests the nearest", () => {
    expect(settings("timezone: Asia/Shanghai\n").timezone).toBe("Asia/Shanghai");
    expect(firstMessage("timezone: Asia/Shangai\n")).toContain('did you mean "Asia/Shanghai"?');
    expect(firstMessage("timezone: Beijing\n")).toContain('did you mean "Asia/Shanghai"?');
    expect(firstMessage("timezone: Berlin\n")).toContain('did you mean "Europe/Berlin"?');
    expect(problems("timezone: +08:00\n")).toEqual(["4:11 unknown-timezone"]);
  });

  it("reads every shorthand as its long form", () => {
    expect(
      settings(
        "speakers: {interviewer: 问, voices: 旁白}\npagination: 5\npublisher: The Reed\nsocial:\n  Mastodon: https://m.example/@a\nmute: unread-file\n",
      ),
    ).toMatchObject({
      speakers: { interviewer: ["问"], voices: ["旁白"] },
      pagination: { features: 5 },
      publisher: { name: "The Reed", url: null, logo: null },
      social: [{ name: "Mastodon", url: "https://m.example/@a" }],
      mute: [{ code: "unread-file", file: null }],
    });
    expect(
      settings(
        "pagination: {features: 7}\npermalinks: {han: keep, index: false}\nmute:\n  - {code: unread-file, file: content/notes.md}\n",
      ),
    ).toMatchObject({
      pagination: { features: 7 },
      permalinks: { han: "keep", index: false },
      mute: [{ code: "unread-file", file: "content/notes.md" }],
    });
  });

  it("takes which pages, feeds and lists a site has", () => {
    const yaml =
      "pages: {guests: false, archive: no}\nfeeds: {formats: rss}\nsitemap: false\npagination: {features: all, home: 5}\n";
    expect(problems(yaml)).toEqual(["4:33 wrong-value"]);
    expect(settings(yaml.replace("no}", "false}"))).toMatchObject({
      pages: { features: true, guests: false, topics: true, series: true, archive: false },
      feeds: { items: 20, formats: ["rss"] },
      sitemap: false,
      pagination: { features: null, home: 5 },
    });
    expect(settings("feeds: {formats: []}\npagination: all\n")).toMatchObject({
      feeds: { formats: [] },
      pagination: { features: null, home: 20 },
    });
    expect(problems("pages: {guest: false}\nfeeds: {formats: json}\n")).toEqual([
      "4:9 unknown-key",
      "5:18 wrong-value",
    ]);
  });

  it("reports unknown keys with the nearest known one", () => {
    expect(firstMessage("speakers: {interviewers: 问}\n")).toBe(
      'Unexpected key "interviewers"; did you mean "interviewer"?',
    );
    expect(firstMessage("paginaton: 3\n")).toBe('Unexpected key "paginaton"; did you mean "pagination"?');
    expect(problems("search: true\n")).toEqual(["4:1 unknown-key"]);
  });

  it("reports wrong values at their own place, all in one run, and falls back to defaults", () => {
    const yaml =
      "pagination: many\npermalinks: {han: latin, index: yes}\nfeeds: {items: 0}\npictures: {missingAlt: ignore}\n";
    expect(problems(yaml)).toEqual([
      "4:13 wrong-value",
      "5:19 wrong-value",
      "5:33 wrong-value",
      "6:16 wrong-value",
      "7:24 wrong-value",
    ]);
    expect(parse(least + yaml).value).toMatchObject({ pagination: { features: 20 }, feeds: { items: 20 } });
  });

  it("reports what is missing at the start of the file", () => {
    expect(parse("tagline: a\nlanguage: en\n").diagnostics).toMatchObject([
      { code: "missing-key", params: { key: "title" }, place: { line: 1, column: 1 } },
      { code: "missing-key", params: { key: "url" }, place: { line: 1, column: 1 } },
    ]);
    expect(parse("").diagnostics).toMatchObject([{ code: "empty-file" }]);
  });

  it("refuses to mute errors and codes that do not exist", () => {
    expect(problems("mute: [unread-fil, {code: wrong-type}]\n")).toEqual([
      "4:8 unknown-code",
      "4:27 muted-error",
    ]);
  });

  it("keeps custom properties of the theme inside of their declarations", () => {
    expect(
      settings("theme: {paragraphs: spaced, properties: {--accent: '#a33', measure: 34em}}\n").theme,
    ).toMatchObject({
      paragraphs: "spaced",
      properties: { accent: "#a33", measure: "34em" },
    });
    const value = (typed: string) =>
      problems(`theme:\n  properties:\n    accent: ${JSON.stringify(typed)}\n`);
    for (const fit of ["oklch(0.4 0.1 20)", "calc(1px * (2 + 3))", '"A face"', "[a] 1fr"])
      expect(value(fit), fit).toEqual([]);
    for (const unfit of [
      "red; } body { display: none",
      "red;",
      "{}",
      "}",
      "red /* not",
      "url(x.png)",
      "calc(1px",
      "1px)",
      "([)]",
      '"Face',
      "'Face\"",
      "red !important",
      "\\3b",
    ])
      expect(value(unfit), unfit).toEqual(["6:13 unfit-css"]);
    expect(problems("theme: {properties: {'a b': red}}\n")).toEqual(["4:29 wrong-value"]);
  });

  it("takes a logo from the folder of site.yaml, and from nowhere outside of it", () => {
    expect(settings("publisher: {name: a, logo: ./art/logo.svg}\n").publisher?.logo).toBe(
      "content/art/logo.svg",
    );
    expect(problems("publisher: {name: a, logo: ../../secret.svg}\n")).toEqual(["4:28 wrong-value"]);
  });

  it("reports a pattern that is no regular expression, or has no credit in it", () => {
    expect(
      problems(
        "pictures:\n  creditPatterns:\n    - 'Photo: (?<credit>.+)$'\n    - 'Photo: ('\n    - 'Photo: .+'\n",
      ),
    ).toEqual(["7:7 invalid-pattern", "8:7 invalid-pattern"]);
  });

  it("never throws, whatever the text", () => {
    const keys = fc.constantFrom(
      "title",
      "url",
      "language",
      "languages",
      "speakers",
      "theme",
      "topics",
      "mute",
      "pictures",
      "x-a",
      "custom",
      "__proto__",
    );
    const values = fc.constantFrom(
      "",
      " a",
      " [a, ~]",
      " {a: b}",
      " {zh-Hans: a}",
      " https://a.example/",
      " zh-Hans",
      "\n  properties: {a: b}",
      " [[]]",
      " {__proto__: x}",
    );
    const yaml = fc
      .array(
        fc.tuple(keys, values).map(([k, v]) => `${k}:${v}\n`),
        { maxLength: 8 },
      )
      .map((lines) => lines.join(""));
    fc.assert(
      fc.property(fc.oneof(yaml, fc.string({ unit: "binary" })), (text) => {
        const { value, diagnostics } = parse(text);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        for (const { message } of diagnostics)
          expect(message).not.toMatch(/Invalid input|another value|undefined|\[object/);
      }),
      { numRuns: 300 },
    );
  });

  it("reads the example site", () => {
    const yaml = readFileSync(new URL("../../content/site.yaml", import.meta.url), "utf8");
    expect(parse(yaml).diagnostics).toEqual([]);
  });
});

describe("the default credit patterns", () => {
  const patterns = settings("").pictures.creditPatterns.map((pattern) => new RegExp(pattern, "u"));
  const creditOf = (caption: string) =>
    patterns.map((pattern) => pattern.exec(caption)?.groups?.["credit"]).find(Boolean);

  it("find the credit at the end of a caption", () => {
    expect(creditOf("清晨的码头。吴桐 摄")).toBe("吴桐");
    expect(creditOf("清晨的码头 吴桐摄")).toBe("吴桐");
    expect(creditOf("清晨的码头。欧阳小林/摄")).toBe("欧阳小林");
    expect(creditOf("清晨的码头（吴桐 摄）")).toBe("吴桐");
    expect(creditOf("清晨的码头。图/吴桐")).toBe("吴桐");
    expect(creditOf("摄影：吴桐")).toBe("吴桐");
    expect(creditOf("清晨的码头。图片来源：县图书馆资料室")).toBe("县图书馆资料室");
    expect(creditOf("The quay at dawn. Photo: Wu Tong")).toBe("Wu Tong");
    expect(creditOf("The quay at dawn. Photograph by Wu Tong.")).toBe("Wu Tong");
    expect(creditOf("The quay at dawn (Photo Wu Tong)")).toBe("Wu Tong");
    expect(creditOf("The quay at dawn. Picture courtesy of Éva Nagy")).toBe("Éva Nagy");
  });

  it("find none where there is none", () => {
    for (const caption of [
      "清晨的码头",
      "他在江边拍摄",
      "地图/示意",
      "A photograph Anna took in May",
      "The photo was taken at dawn",
      "A photograph by the window of the old house.",
      "本图书馆的书架",
    ]) {
      expect([caption, creditOf(caption)]).toEqual([caption, undefined]);
    }
  });

  it("come to an end on long captions", () => {
    for (const piece of ["摄影：", "Photo: a ", "吴桐 ", "图/", "photograph by "])
      creditOf(piece.repeat(20_000));
  });
});
