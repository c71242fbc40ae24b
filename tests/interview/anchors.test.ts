import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guestId } from "../../src/model/ids.js";
import type { Speaker } from "../../src/model/speaker.js";
import { Anchors, idsOfPage } from "../../src/interview/anchors.js";
import { groupExchanges } from "../../src/interview/exchanges.js";
import { foldName, initialsOf, shortForms } from "../../src/interview/fold-name.js";

const asker: Speaker = { kind: "interviewer", id: "interviewer-2", name: "Q" };
const guest = (id: string): Speaker => ({ kind: "guest", id: guestId(id), name: id });

/** Sections with their turns, given as names of guests or `?` for a question. */
function number(sections: readonly (readonly [string, readonly string[]])[]): string[] {
  const anchors = new Anchors(idsOfPage(["ines"]));
  return sections.flatMap(([name, speakers]) => {
    const id = anchors.section(name);
    return [id, ...speakers.map((one) => anchors.turn(id, one === "?" ? asker : guest(one)))];
  });
}

describe("anchors", () => {
  it("are the section, and the section with who speaks, numbered from 2", () => {
    expect(number([["sea", ["?", "ines", "?", "ines", "tobias"]]])).toEqual([
      "sea",
      "sea-q",
      "sea-ines",
      "sea-q-2",
      "sea-ines-2",
      "sea-tobias",
    ]);
  });

  it("have neither spaces nor dots, which notes have", () => {
    expect(number([["a b", ["st.ives", "陆望川"]]])).toEqual(["a-b", "a-b-st-ives", "a-b-陆望川"]);
  });

  it("leave the page its own ids", () => {
    expect(
      number([
        ["main", []],
        ["read", ["?"]],
        ["compare", ["ines"]],
        ["by-ines", []],
        ["by-bus", []],
      ]),
    ).toEqual(["main-2", "read-2", "read-2-q", "compare-2", "compare-2-ines", "by-ines-2", "by-bus"]);
  });

  const ids = fc.constantFrom(
    "main",
    "a",
    "a-q",
    "a-q-2",
    "a-a",
    "q",
    "q-2",
    "2",
    "a-2",
    "b.c",
    "b-c",
    "",
    "…",
  );
  const sections = fc.array(fc.tuple(ids, fc.array(fc.oneof(fc.constant("?"), ids))));

  it("are unique, whatever sections and guests are called", () => {
    fc.assert(
      fc.property(sections, (given) => {
        const all = number(given);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it("are changed by nothing that comes later", () => {
    fc.assert(
      fc.property(sections, sections, (before, after) => {
        const all = number(before);
        expect(number([...before, ...after]).slice(0, all.length)).toEqual(all);
      }),
    );
  });
});

describe("exchanges", () => {
  it("hold every turn once, in order, and only the first may lack a question", () => {
    const kinds = fc.array(fc.constantFrom("question", "answer", "aside"));
    fc.assert(
      fc.property(kinds, (given) => {
        const turns = given.map((kind, index) => ({ kind, index }));
        const exchanges = groupExchanges(turns, ({ kind }) => kind);
        expect(exchanges.flatMap(({ questions, replies }) => [...questions, ...replies])).toEqual(turns);
        for (const { questions } of exchanges.slice(1)) expect(questions.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("names", () => {
  it("are the same up to spaces between Han, width, case, dots and the kind of apostrophe", () => {
    for (const [a, b] of [
      ["陆 望川", "陆　望 川"],
      ["ＪＢ", "J.B."],
      ["O’Neil", "o'neil"],
      ["Ines  Falk", "ines falk"],
      ["玛拉·福克", "玛拉・福克"],
    ] as const) {
      expect(foldName(a)).toBe(foldName(b));
    }
    expect(foldName("Ines Falk")).not.toBe(foldName("InesFalk"));
  });

  it("are folded in one way, be they of the usual signs or not", () => {
    const letter = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.constantFrom(0x20, 0x2e, 0x60, 0x4e2d, 0x6587, 0xff0c, 0xb7, 0xb2, 0x2019, 0xe9),
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
        const name = String.fromCharCode(...letters);
        // A sign that is none of the usual, and does not count.
        expect(foldName(name)).toBe(foldName(`${name}\u200b`));
      }),
      { numRuns: 1000 },
    );
  });

  it("have short forms", () => {
    expect(shortForms("Odile B. Reuss, Psy.D")).toEqual([
      "odile b reuss",
      "odile",
      "reuss",
      "odile reuss",
      "odile r",
    ]);
    expect(initialsOf("Odile B. Reuss, Psy.D")).toEqual(["obr", "or"]);
    expect(shortForms("陆望川")).toEqual(["陆", "望川"]);
    expect(shortForms("欧阳望川")).toEqual(["欧阳", "望川"]);
    expect(shortForms("谢舟")).toEqual(["谢"]);
    expect(shortForms("Ines")).toEqual([]);
  });
});
