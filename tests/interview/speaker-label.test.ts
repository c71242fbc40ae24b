import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSpeakerLabel } from "../../src/interview/speaker-label.js";

/** The label, the time and the words, as a reader of the line would take them. */
function taken(line: string): [string, number | null, string] | undefined {
  const found = readSpeakerLabel(line);
  return found && [found.label, found.time, line.slice(found.bodyStart)];
}

describe("a speaker's label", () => {
  it.each([
    ["记者:请谈谈那座桥。", "记者", null, "请谈谈那座桥。"],
    ["陆望川：桥是去年修的。", "陆望川", null, "桥是去年修的。"],
    ["陆 望川：桥", "陆 望川", null, "桥"],
    ["陆　望川﹕桥", "陆　望川", null, "桥"],
    ["Ines: Welcome", "Ines", null, "Welcome"],
    ["Ines:\tWelcome", "Ines", null, "Welcome"],
    ["Ines : Welcome", "Ines", null, "Welcome"],
    ["Ines :", "Ines", null, ""],
    ["**Ines Falk:** Hello", "Ines Falk", null, "Hello"],
    ["**Ines Falk**: Hello", "Ines Falk", null, "Hello"],
    ["**Ines Falk** : Hello", "Ines Falk", null, "Hello"],
    ["** Ines Falk : ** Hello", "Ines Falk", null, "Hello"],
    ["**陆望川：**成都的桥", "陆望川", null, "成都的桥"],
    ["**陆望川**：成都的桥", "陆望川", null, "成都的桥"],
    ["__Ines:__ Hello", "Ines", null, "Hello"],
    ["_Ines:_ Hello", "Ines", null, "Hello"],
    ["***Ines:*** Hello", "Ines", null, "Hello"],
    ["**Ines:** \\[03:47\\] I think", "Ines", 227, "I think"],
    ["**Ines:** [03:47] I think", "Ines", 227, "I think"],
    ["**Ines (03:47):** I think", "Ines", 227, "I think"],
    ["**Ines** (03:47): I think", "Ines", 227, "I think"],
    ["**Ines** [03:47] I think", "Ines", 227, "I think"],
    ["[00:01:24] Sarah: It was", "Sarah", 84, "It was"],
    ["\\[00:01:24\\] Sarah: It was", "Sarah", 84, "It was"],
    ["00:01:24 Sarah: It was", "Sarah", 84, "It was"],
    ["[00:01:24] **Sarah:** It was", "Sarah", 84, "It was"],
    ["**[00:01:24] Sarah:** It was", "Sarah", 84, "It was"],
    ["**[00:01:24]** Sarah: It was", "Sarah", 84, "It was"],
    ["Sarah (01:24): It was", "Sarah", 84, "It was"],
    ["Sarah（01：24）：It was", "Sarah", 84, "It was"],
    ["Sarah [1:24]: It was", "Sarah", 84, "It was"],
    ["Tobias 00:02:38:", "Tobias", 158, ""],
    ["Tobias – 01:03:48:", "Tobias", 3828, ""],
    ["Tobias – 00:02:53 Craig, hello", "Tobias", 173, "Craig, hello"],
    ["Tobias- 00:12", "Tobias", 12, ""],
    ["Tobias Oak 00:51:07", "Tobias Oak", 3067, ""],
    ["**Tobias Oak** 00:51:07", "Tobias Oak", 3067, ""],
    ["Mara Newbury: 00:00:36", "Mara Newbury", 36, ""],
    ["Speaker 2: 00:18:45.25", "Speaker 2", 1125.25, ""],
    ["MN: Yes", "MN", null, "Yes"],
    ["Q: Why?", "Q", null, "Why?"],
    ["问：为什么？", "问", null, "为什么？"],
    ["**Q: Why?**", "Q", null, "Why?**"],
    ["Odile B. Reuss, Psy.D: Yeah", "Odile B. Reuss, Psy.D", null, "Yeah"],
    ["Dr. Odile Reuss: Yeah", "Dr. Odile Reuss", null, "Yeah"],
    ["Blue (Ada Gibbs): Yes", "Blue (Ada Gibbs)", null, "Yes"],
    ["陆望川（县图书馆）：是的", "陆望川（县图书馆）", null, "是的"],
    ["Robert “Bob” O'Neil/Smith 🎻: Yes", "Robert “Bob” O'Neil/Smith 🎻", null, "Yes"],
    ["user\\_name: Yes", "user_name", null, "Yes"],
    ["Note: the bridge is new", "Note", null, "the bridge is new"],
  ])("is read from %s", (line, label, time, words) => {
    expect(taken(line)).toEqual([label, time, words]);
  });

  it.each([
    "https://bridge.example/",
    "see http://bridge.example/",
    "10:30",
    "At 10:30 the boat leaves",
    "std::vector",
    "C:\\boats",
    "Note\\: the bridge is new",
    "注意\\：桥是新的",
    "He stopped. So here is the thing: it sank",
    "Did he? Ines: yes",
    "船来了。陆望川：是的",
    "“So here is the thing: it sank",
    "[03:47] and then it sank",
    "[a link](x): with a colon",
    "`code`: is not a name",
    "Half past",
    "",
    "   ",
    ":",
    "**:** x",
    "**Ines** said: hello",
    "[99:99]",
    `${"long ".repeat(13)}: too long for a name`,
  ])("is not seen in %s", (line) => {
    expect(readSpeakerLabel(line)).toBeUndefined();
  });

  it("says how it was set", () => {
    expect(readSpeakerLabel("Ines: Hi")).toMatchObject({ form: "plain", ownLine: false });
    expect(readSpeakerLabel("**Ines:** Hi")).toMatchObject({ form: "bold", openMark: "" });
    expect(readSpeakerLabel("**Ines: Hi**")).toMatchObject({ form: "bold", openMark: "**" });
    expect(readSpeakerLabel("Ines 00:12")).toMatchObject({ form: "bare", ownLine: true });
    expect(readSpeakerLabel("Ines: 00:12  ")).toMatchObject({
      form: "plain",
      ownLine: true,
      timeSpan: { start: 6, end: 11 },
    });
  });

  it("has a span that is the name, and words that begin behind it", () => {
    const spaces = fc.constantFrom("", " ", "  ", "\t");
    const marks = fc.constantFrom("", "**", "__", "*", "***");
    const names = fc.constantFrom("Ines", "陆望川", "Odile B. Reuss, Psy.D", "Blue (Ada Gibbs)", "O'Neil");
    fc.assert(
      fc.property(
        spaces,
        marks,
        names,
        spaces,
        fc.constantFrom(":", "："),
        fc.boolean(),
        fc.string(),
        (s, m, name, t, c, inside, words) => {
          const line = s + m + name + t + (inside ? c + m : m + c) + " " + words.replace(/[\r\n]/g, " ");
          const found = readSpeakerLabel(line);
          expect(found?.label).toBe(name);
          expect(line.slice(found?.span.start, found?.span.end)).toBe(name);
          expect(found?.bodyStart).toBeGreaterThan(found?.span.end ?? Infinity);
        },
      ),
    );
  });

  it("never fails and never looks further than a name is long", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("*", "_", "[", "0", "1", ":", "\\", " ", "a", "（", "：", "."),
          maxLength: 90,
        }),
        (line) => {
          const found = readSpeakerLabel(line);
          if (!found) return;
          expect(found.span.start).toBeLessThan(found.span.end);
          expect(found.bodyStart).toBeGreaterThanOrEqual(found.span.end);
          expect(found.bodyStart).toBeLessThanOrEqual(line.length);
        },
      ),
    );
  });
});
