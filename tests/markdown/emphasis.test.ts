import { describe, expect, it } from "vitest";
import { html } from "./given.js";

describe("emphasis beside Han, kana and Hangul", () => {
  it.each([
    ["**林晓：**潮水", "<strong>林晓：</strong>潮水"],
    ["学会**“听、看、等”**三件事", "学会<strong>“听、看、等”</strong>三件事"],
    ["电影**《退潮》**上映", "电影<strong>《退潮》</strong>上映"],
    ["*三个。*再来", "<em>三个。</em>再来"],
    ["~~删去。~~后面", "<del>删去。</del>后面"],
    ["**テスト。**テスト", "<strong>テスト。</strong>テスト"],
    ["**시험(test)**은", "<strong>시험(test)</strong>은"],
    ["她说***“等。”***然后", "她说<em><strong>“等。”</strong></em>然后"],
  ])("works in %s", (typed, expected) => {
    expect(html(typed)).toBe(`<p>${expected}</p>`);
  });

  it("leaves asterisks between spaces alone", () => {
    expect(html("3 * 4 * 5")).toBe("<p>3 * 4 * 5</p>");
  });
});
