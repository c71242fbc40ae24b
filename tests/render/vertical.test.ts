import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withUprightNumbers, writingIn } from "../../src/render/vertical.js";
import { languageTag } from "../../src/model/ids.js";
import { settings } from "./site-builder.js";

describe("text in columns", () => {
  it.each([
    ["<p>1998年，12个</p>", '<p><span class="stacked">1998</span>年，<span class="abreast">12</span>个</p>'],
    ["3点", '<span class="abreast">3</span>点'],
    ["MP3、UTC+8、3.5、12:30、2%、12345", "MP3、UTC+8、3.5、12:30、2%、12345"],
    ['<a href="/a/12/">第&#12;页</a>', '<a href="/a/12/">第&#12;页</a>'],
  ])("has numbers upright: %s", (html, marked) => {
    expect(withUprightNumbers(html)).toBe(marked);
  });

  it("keeps every character of the text", () => {
    const plain = (html: string) => html.replace(/<[^>]*>/g, "");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("1", "23", "年", "a", "&amp;", ".", "<b>", "</b>") }),
        (html) => {
          expect(plain(withUprightNumbers(html))).toBe(plain(html));
        },
      ),
    );
  });

  it("is for Chinese and Japanese, where the site asks for it", () => {
    const theme = { ...settings().theme, writing: "vertical" } as const;
    const upright = ["zh", "zh-Hant-TW", "ja", "en", "ko", "zhx"].filter(
      (language) => writingIn(languageTag(language), settings({ theme })) === "vertical",
    );
    expect(upright).toEqual(["zh", "zh-Hant-TW", "ja"]);
    expect(writingIn(languageTag("zh"), settings())).toBe("horizontal");
  });
});
