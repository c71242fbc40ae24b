import { describe, expect, it } from "vitest";
import { Source } from "../../src/diagnostics/source.js";
import { languageTag } from "../../src/model/ids.js";
import { checkLocales, loadLocales } from "../../src/render/check-words.js";
import { programWords } from "../../src/render/program-words.js";
import { localeChain, wordsOf } from "../../src/render/words.js";
import { settings } from "./site-builder.js";

const builtIn = programWords.map((key) => `${key}: x`).join("\n");

function load(files: Record<string, string>, own: Record<string, string> = {}) {
  const fileOf =
    (isOwn: boolean) =>
    ([language, text]: [string, string]) => ({
      language,
      own: isOwn,
      source: new Source(`templates/locales/${language}.yaml`, text),
    });
  const { value, diagnostics } = loadLocales([
    ...Object.entries({ en: builtIn, ...files }).map(fileOf(false)),
    ...Object.entries(own).map(fileOf(true)),
  ]);
  return { locales: value, diagnostics };
}

function problems(text: string): string[] {
  return load({ de: text }).diagnostics.map(
    ({ code, place }) => `${code} ${place.line}:${place.column}-${place.endColumn}`,
  );
}

describe("a language's words", () => {
  it.each([
    ["zh-TW", ["zh-Hant", "zh-Hans", "en", "ja"]],
    ["zh-CN", ["zh-Hans", "zh-Hant", "en", "ja"]],
    ["zh", ["zh-Hans", "zh-Hant", "en", "ja"]],
    ["en-GB", ["en", "ja", "zh-Hans", "zh-Hant"]],
    ["fi", ["en", "ja", "zh-Hans", "zh-Hant"]],
    ["ZH-HANS", ["zh-Hans", "zh-Hant", "en", "ja"]],
  ])("for %s come from %j, in that order", (language, chain) => {
    expect(localeChain(language, ["ja", "zh-Hant", "en", "zh-Hans"])).toEqual(chain);
  });

  it("follow the plural rules of the locale that has the word", () => {
    const { locales } = load({
      pl: "n: {one: '{count} głos', few: '{count} głosy', other: '{count} głosów'}",
    });
    const words = wordsOf("pl", locales);
    expect([1, 2, 5, 22].map((count) => words.say("n", { count }))).toEqual([
      "1 głos",
      "2 głosy",
      "5 głosów",
      "22 głosy",
    ]);
    expect(wordsOf("fi", locales).say("n", { count: 2 })).toBe("2 głosy");
  });

  it("are the site's own over the theme's, key by key", () => {
    const { locales } = load({ en: `${builtIn}\na: theme\nb: theme` }, { en: "a: own" });
    const words = wordsOf("en", locales);
    expect([words.say("a"), words.say("b")]).toEqual(["own", "theme"]);
  });

  it("write lists and numbers as the language does", () => {
    const { locales } = load({});
    expect(wordsOf("zh-Hans", locales).list(["甲", "乙", "丙"])).toBe("甲、乙和丙");
    expect(wordsOf("en", locales).list(["A", "B", "C"])).toBe("A, B, and C");
    expect(wordsOf("de", locales).number(1234.5)).toBe("1.234,5");
  });
});

describe("a locale file", () => {
  it("reports every mistake at its place", () => {
    expect(problems('a: "x')).toEqual([expect.stringMatching(/^yaml-syntax 1:/)]);
    expect(problems("- a")).toEqual(["not-a-map 1:1-4"]);
    expect(problems("ok: x\na: [b]\nc: 5\nd:")).toEqual([
      "locale-value 2:4-7",
      "locale-value 3:4-5",
      expect.stringMatching(/^locale-value 4:/),
    ]);
    expect(problems("n: {one: a, tow: b, other: c}\nm: {one: a}")).toEqual([
      "locale-plural 1:13-16",
      "locale-plural 2:1-2",
    ]);
    expect(problems('a: "{count answers"\nb: "x } y"\nc: "{count}"')).toEqual([
      "locale-braces 1:4-20",
      "locale-braces 2:4-11",
    ]);
    expect(problems("a: x\na: y")).toEqual([expect.stringMatching(/^duplicate-key 2:/)]);
  });

  it("is named by a language tag", () => {
    expect(load({ english_words: "a: b" }).diagnostics.map(({ code }) => code)).toEqual(["locale-name"]);
  });

  it("of the site's own is asked about a key that is nearly one of the theme's", () => {
    const { diagnostics } = load({}, { en: "nav.guest: Voices\nmy.own: x\ncredit.sound: Sound" });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["unused-word", 'Unexpected word "nav.guest", which no template asks for; did you mean "nav.guests"?'],
    ]);
  });
});

describe("a site's languages", () => {
  it("are asked for the words they lack, and for a locale where there is none", () => {
    const { locales } = load({ en: `${builtIn}\nmore: More`, "zh-Hans": builtIn });
    const languages = ["zh-CN", "fi"].map(languageTag);
    expect(
      checkLocales(locales, settings({ languages })).map(({ code, message, place }) => [
        code,
        place.file,
        message,
      ]),
    ).toEqual([
      [
        "missing-word",
        "templates/locales/zh-Hans.yaml",
        'Expected a word "more" in the locale "zh-Hans"; the one of "en" is shown',
      ],
      [
        "missing-locale",
        "content/site.yaml",
        'Expected templates/locales/fi.yaml; the words of "en" are shown',
      ],
    ]);
  });
});
