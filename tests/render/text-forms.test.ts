import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sitePath } from "../../src/model/ids.js";
import { absoluteAddress, relativeAddress } from "../../src/render/address.js";
import { countReading } from "../../src/interview/reading-time.js";
import { wordsOfHtml } from "../../src/markdown/words-of-html.js";
import { showRichText } from "../../src/render/show-rich-text.js";
import { clockTime, indexLetter, initialOf, ordinalOf, shortened } from "../../src/render/written-forms.js";
import { settings } from "./site-builder.js";

const segment = fc
  .string({ minLength: 1, maxLength: 6, unit: "grapheme" })
  .filter((text) => !/[/\\]|^\.+$/.test(text));
const path = fc
  .tuple(fc.array(segment, { maxLength: 4 }), fc.boolean())
  .map(([parts, isFile]) => sitePath(`/${parts.join("/")}${parts.length > 0 && !isFile ? "/" : ""}`));

describe("an address", () => {
  it.each([
    ["/features/a/", "/guests/b/", "../../guests/b/index.html"],
    ["/", "/", "index.html"],
    ["/features/a/", "/features/a/", "index.html"],
    ["/features/", "/feed.xml", "../feed.xml"],
    ["/", "/专题/春 天/", "%E4%B8%93%E9%A2%98/%E6%98%A5%20%E5%A4%A9/index.html"],
    ["/a/", "/a:b/", "../a%3Ab/index.html"],
  ])("from %s to %s is %s", (from, to, expected) => {
    expect(relativeAddress(sitePath(from), sitePath(to), settings())).toBe(expected);
  });

  it("leaves out index.html where the site says so", () => {
    const plain = settings({ permalinks: { han: "pinyin", index: false } });
    expect(relativeAddress(sitePath("/a/"), sitePath("/"), plain)).toBe("../");
    expect(relativeAddress(sitePath("/a/"), sitePath("/a/"), plain)).toBe("./");
  });

  it("leads where it should from every page, under every base path", () => {
    for (const index of [true, false]) {
      const base = settings({ basePath: "/mag/", permalinks: { han: "pinyin", index } });
      fc.assert(
        fc.property(path, path, (from, to) => {
          const resolved = new URL(relativeAddress(from, to, base), absoluteAddress(from, base)).href;
          const expected = new URL(absoluteAddress(to, base)).href;
          expect(index ? resolved.replace(/\/index\.html$/, "/") : resolved).toBe(
            expected.replace(index ? /\/index\.html$/ : /$^/, "/"),
          );
        }),
      );
    }
  });
});

describe("a text", () => {
  it("is put together with its references escaped, and its ids only at home", () => {
    const text = [
      '<a href="',
      { kind: "reference", target: { to: "path", path: sitePath("/x/") }, suffix: "" },
      '"',
      { kind: "id", id: 'a"b' },
      ">x</a>",
    ] as const;
    expect(showRichText(text, { atHome: true, addressOf: () => '?a&b="' })).toBe(
      '<a href="?a&amp;b=&quot;" id="a&quot;b">x</a>',
    );
    expect(showRichText(text, { atHome: false, addressOf: () => "" })).toBe('<a href="">x</a>');
  });

  it("has plain words", () => {
    expect(
      wordsOfHtml(['<p>A &amp; <em title="a>b">B</em>&#x3c;</p><p>C', { kind: "id", id: "x" }, "</p>"]),
    ).toBe("A & B< C");
  });

  it("is cut where a word ends", () => {
    expect(shortened("one two three", 20)).toBe("one two three");
    expect(shortened("one two three four", 16)).toBe("one two three…");
    expect(shortened("灯会自己灭，人不会。", 7)).toBe("灯会自己灭…");
  });
});

describe("reading time", () => {
  it.each([
    ["灯会自己灭，人不会。", 8, 0],
    ["One Han 字 in it", 1, 4],
    ["It’s well-kept, isn't it?", 0, 4],
    ["これはペンです。", 7, 0],
    ["안녕 세계", 0, 2],
    ["𠮷野家", 3, 0],
    ["— … 。", 0, 0],
    ["Привет, мир! 3.5 café", 0, 5],
  ])("counts %j by its scripts", (text, characters, words) => {
    expect(countReading(text)).toEqual({ characters, words });
  });
});

describe("written forms", () => {
  it("has one character for a person", () => {
    expect(["林照", "mara", "“Jo”", "  É", "𠮷田", "!!"].map(initialOf)).toEqual([
      "林",
      "M",
      "J",
      "É",
      "𠮷",
      "·",
    ]);
    expect(["Étienne", "ouyang", "あき", "4chan"].map(indexLetter)).toEqual(["E", "O", "あ", "4"]);
  });

  it("numbers as the language does", () => {
    expect([1, 2, 10, 11, 20, 21, 99, 100].map((n) => ordinalOf(n, "zh-Hant"))).toEqual([
      "一",
      "二",
      "十",
      "十一",
      "二十",
      "二十一",
      "九十九",
      "100",
    ]);
    expect(["ja", "en", "ko"].map((language) => ordinalOf(3, language))).toEqual(["三", "3", "3"]);
  });

  it("writes times as a player does", () => {
    expect([0, 59.9, 60, 3599, 3600, 36_061].map(clockTime)).toEqual([
      "0:00",
      "0:59",
      "1:00",
      "59:59",
      "1:00:00",
      "10:01:01",
    ]);
  });
});
