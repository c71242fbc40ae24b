import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { plainSlug, slugFault } from "../../src/config/slug-form.js";
import { entryOf } from "../../src/content/file-name.js";
import { loadSlugger } from "../../src/content/slug.js";

const pinyin = await loadSlugger("pinyin");
const keep = await loadSlugger("keep");

describe("a slugger", () => {
  it("reads Han titles in pinyin, or keeps them", () => {
    expect(pinyin.ofTitle("书船，十八站")).toBe("shu-chuan-shi-ba-zhan");
    expect(pinyin.ofTitle("AI 与春耕 2024")).toBe("ai-yu-chun-geng-2024");
    expect(keep.ofTitle("书船，十八站")).toBe("书船-十八站");
  });

  it("reads names with the surname apart and in its own reading", () => {
    expect(pinyin.ofName("吴桐")).toBe("wu-tong");
    expect(pinyin.ofName("单小满")).toBe("shan-xiaoman");
    expect(pinyin.ofName("曾文")).toBe("zeng-wen");
    expect(pinyin.ofName("欧阳小林")).toBe("ouyang-xiaolin");
    expect(pinyin.ofName("吕青")).toBe("lv-qing");
    expect(pinyin.ofName("Éva O’Neill")).toBe("éva-oneill");
  });

  it("takes names that differ in spaces for one", () => {
    for (const name of ["吴 桐", "吴\u3000桐", "吴桐"]) {
      expect(pinyin.ofName(name)).toBe("wu-tong");
      expect(keep.ofName(name)).toBe("吴桐");
    }
  });

  it("makes Latin titles as one expects", () => {
    expect(pinyin.ofTitle("What’s next? Part II: the river & the sea")).toBe("whats-next-part-ii-the-river-the-sea");
    expect(pinyin.ofTitle("Ｆｕｌｌ　Ｗｉｄｔｈ")).toBe("full-width");
    expect(pinyin.ofTitle("한국어 제목")).toBe("한국어-제목");
  });

  it("never gives an empty slug, nor one that leads out of its folder", () => {
    for (const title of ["", "🎙️🎙️", "!!!", "..", ".", "/", "\u0000", "\u202e", "---"]) {
      expect(pinyin.ofTitle(title)).toMatch(/^[0-9a-f]{8}$/);
    }
    expect(pinyin.ofTitle("🎙️")).not.toBe(pinyin.ofTitle("🎧"));
    expect(pinyin.ofTitle("../../etc/passwd")).toBe("etc-passwd");
    expect(pinyin.ofTitle("CON")).toBe("con-1");
  });

  it("gives a fit slug for any text, the same each time", () => {
    const texts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.array(fc.constantFrom("春", "a", "A", " ", ".", "-", "index", "😀", "\u0301", "İ", "/")).map((all) => all.join("")));
    fc.assert(
      fc.property(texts, (text) => {
        for (const make of [pinyin.ofTitle, pinyin.ofName, keep.ofTitle, keep.ofName, entryOf]) {
          const slug = make(text);
          expect([text, slug, slugFault(slug)]).toEqual([text, slug, undefined]);
          expect(make(text)).toBe(slug);
        }
        const plain = plainSlug(text);
        if (plain !== "") expect(plainSlug(plain)).toBe(plain);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("slugFault", () => {
  it("accepts slugs of any script", () => {
    for (const slug of ["spring-duty", "春耕", "éva", "2024", "a_b", "node-20.19", "한국어"]) expect(slugFault(slug)).toBeUndefined();
  });

  it("says what is unfit", () => {
    expect(slugFault("a/b")).toBe('expected no "/"');
    expect(slugFault("a b")).toBe("expected no space");
    expect(slugFault("a😀")).toBe("expected no emoji (😀)");
    expect(slugFault("a\u202eb")).toBe("expected no invisible character (U+202E)");
    expect(slugFault("Spring")).toBe("expected lower case");
    for (const slug of ["", ".", "..", ".x", "x.", "-", "index", "con", "nul.txt", "e\u0301", "a".repeat(81)]) {
      expect(slugFault(slug)).toBeDefined();
    }
  });
});
