import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlOf, interpret, shown } from "./feature.js";

const labels = [
  "Q: ",
  "**Q:** ",
  "Ines: ",
  "**Tobias Oak**: ",
  "[00:12] Toby: ",
  "Ines Falk (01:02): ",
  "",
  "",
  "### Q: ",
  "### ",
  "## ",
  "- ",
  "> ",
];
const block = fc.tuple(fc.constantFrom(...labels), fc.nat({ max: 9 }), fc.boolean());

/** A body of which every word is a number of its own. */
function write(blocks: readonly (readonly [string, number, boolean])[]): { body: string; words: string[] } {
  const words: string[] = [];
  const next = (): string => {
    const word = `w${words.length}w`;
    words.push(word);
    return word;
  };
  const body = blocks.map(([label, count, wrapped]) => {
    const own = Array.from({ length: count + 1 }, next);
    const glue = wrapped && !label.startsWith("#") ? (label === "> " ? "\n> " : "\n") : " ";
    return label + own.join(glue);
  });
  return { body: body.join("\n\n"), words };
}

describe("a feature, whatever its blocks", () => {
  for (const guests of ["[ines-falk]", "[ines-falk, tobias-oak]"]) {
    it(`has every word once and in order (guests: ${guests})`, () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
          const { body, words } = write(blocks);
          const { value } = interpret(`guests: ${guests}\nvoices: [Toby, Tobias Oak, Ines]`, body);
          const all = [
            htmlOf(value.masthead.standfirst),
            ...shown(value.interview.intro),
            ...value.interview.sections.flatMap(({ title, lead, exchanges }) => [
              title ?? "",
              ...shown(lead),
              ...exchanges.flatMap(({ questions, replies }) =>
                [...questions, ...replies].flatMap((turn) => shown(turn.blocks)),
              ),
            ]),
          ].join(" ");
          expect(all.match(/w\d+w/g) ?? []).toEqual(words);
        }),
        { numRuns: 150 },
      );
    });
  }

  it("has turns whose lines have their labels, and ids of their own", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
        const { body } = write(blocks);
        const { turns, value } = interpret("guests: [ines-falk, tobias-oak]", body);
        const lines = `---\ntitle: Harbour\ndate: 2024-03-01\nguests: []\n---\n\n${body}`.split("\n");
        for (const { line } of turns) expect(lines[line - 1]).toMatch(/Q:|Ines|Tobias|Toby/);
        const ids = [
          ...value.interview.sections.map(({ id }) => id as string),
          ...turns.map(({ id }) => id as string),
        ];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });

  it("may have hundreds of turns", () => {
    const body = Array.from({ length: 600 }, (_, index) => `${index % 2 ? "Ines" : "Q"}: Word ${index}.`);
    const { turns, diagnostics } = interpret("guests: [ines-falk]", body.join("\n\n"));
    expect(turns).toHaveLength(600);
    expect(turns.at(-1)).toMatchObject({ id: "s1-ines-falk-300", text: "Word 599.", line: 1205 });
    expect(diagnostics).toEqual([]);
  });
});
