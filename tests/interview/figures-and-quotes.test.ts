import { describe, expect, it } from "vitest";
import { splitCredit } from "../../src/interview/credit.js";
import { nearestPassage } from "../../src/interview/nearest-passage.js";
import { context, interpret, settings, shown } from "./feature.js";

const two = "guests: [ines-falk, tobias-oak]";
const talk =
  "Ines: Because “the sea” is deep. It was dark, and nobody had a lamp.\n\nTobias: There was……no light at all in ２０ houses.";

describe("a picture alone in a paragraph", () => {
  it("is a figure with its words from the text, and else from `figures`", () => {
    const front = `${two}\nfigures:\n  boat.jpg: { alt: A boat, caption: 清晨。刘伟 摄 }`;
    const { value, found } = interpret(front, "", {
      "10-a": `---\ntitle: A\n---\n\n${talk}\n\n![](boat.jpg)\n![The sea](sea.jpg "Photo: Ada Gibbs")`,
    });
    expect(found).toEqual([]);
    expect(shown(value.interview.sections[0]?.exchanges[0]?.replies[1]?.blocks ?? []).slice(1)).toEqual([
      "figure content/features/harbour/boat.jpg | A boat | 清晨。 | 刘伟",
      "figure content/features/harbour/sea.jpg | The sea |  | Ada Gibbs",
    ]);
  });

  it("needs a file, an alternative text and a credit, as the site has set", () => {
    const body = `${talk}\n\n![](harbour.jpg)\n\n![x](harbor.jpg "Photo: A")`;
    const told = interpret(two, body);
    expect(told.found).toEqual([
      "missing-alt ![](harbour.jpg)",
      "missing-credit ![](harbour.jpg)",
      'missing-picture ![x](harbor.jpg "Photo: A")',
    ]);
    expect(told.diagnostics.at(-1)?.message).toContain('did you mean "harbour.jpg"?');
    const pictures = { ...settings.pictures, missingAlt: "warning", missingCredit: "off" } as const;
    const mild = interpret(two, body, null, { settings: { ...context.settings, pictures } });
    expect(mild.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "missing-alt warning",
      "missing-picture error",
    ]);
  });

  it("is asked for nothing else where it is not there: its words may stand under the right name", () => {
    expect(interpret(two, `${talk}\n\n![](harbor.jpg)`).found).toEqual(["missing-picture ![](harbor.jpg)"]);
  });

  it("may be decorative only where `figures` says so", () => {
    expect(
      interpret(`${two}\nfigures: { harbour.jpg: { alt: "", credit: A } }`, `${talk}\n\n![](harbour.jpg)`)
        .found,
    ).toEqual([]);
  });

  it("is expected for every entry of `figures`", () => {
    const told = interpret(
      `${two}\nfigures: { harbor.jpg: { alt: A } }`,
      `${talk}\n\n![a](harbour.jpg "Photo: A")`,
    );
    expect(told.found).toEqual(["unused-figure harbor.jpg"]);
    expect(told.diagnostics[0]?.message).toContain('did you mean "harbour.jpg"?');
  });
});

describe("a caption", () => {
  it("loses the credit at its end, and keeps its full stop", () => {
    const { creditPatterns } = settings.pictures;
    expect(splitCredit("清晨。刘伟 摄", creditPatterns)).toEqual({ caption: "清晨。", credit: "刘伟" });
    expect(splitCredit("At six. Photo: Ada Gibbs ", creditPatterns)).toEqual({
      caption: "At six.",
      credit: "Ada Gibbs",
    });
    expect(splitCredit("刘伟 摄", creditPatterns)).toEqual({ caption: null, credit: "刘伟" });
    expect(splitCredit("清晨。", creditPatterns)).toEqual({ caption: "清晨。", credit: null });
  });
});

describe("a pull quote", () => {
  const quote = (words: string): ReturnType<typeof interpret> =>
    interpret(two, `${talk}\n\n> [!quote] ${words}`);

  it.each([
    "Ines\n> Because the sea  is deep.",
    "Ines Falk\n> “Because 'the sea' is deep.”",
    "TOBIAS OAK\n> no light at all in 20 houses",
    "Tobias\n> There was...no light",
    "Ines\n> Because……nobody had a lamp.",
  ])("is found up to spaces, quotation marks, width and pauses: %j", (words) => {
    const { found, turns } = quote(words);
    expect(found).toEqual([]);
    expect(turns[1]?.blocks.at(-1)).toMatchObject({ kind: "pull-quote" });
  });

  it("is attributed and leads to the answer that has the words, and is no part of what is said", () => {
    const { turns } = quote("Ines\n> nobody had a lamp");
    expect(shown(turns[1]?.blocks ?? []).at(-1)).toBe("quote Ines Falk | nobody had a lamp | s1-ines-falk");
    expect(turns[1]?.text).not.toContain("lamp");
  });

  it("that nobody said is an error that shows the nearest passage", () => {
    const { diagnostics, found } = quote("Ines\n> It was dark, and no one had a lamp.");
    expect(found).toEqual(["unsaid-quote > [!quote] Ines…"]);
    expect(diagnostics[0]?.message).toContain('the nearest words are "It was dark, and nobody had a lamp."');
    expect(quote("Ines\n> There was no light").diagnostics[0]?.help).toContain(
      '"Tobias Oak" says these words',
    );
  });

  it("needs a guest and words", () => {
    expect(quote("Inse Falk\n> nobody had a lamp").found).toEqual(["unknown-speaker Inse Falk"]);
    expect(quote("Q\n> nobody had a lamp").found).toEqual(["quote-without-guest Q"]);
    expect(quote("\n> nobody had a lamp").found).toEqual(["quote-without-guest [!quote]"]);
    expect(quote("Ines").found).toEqual(["empty-quote > [!quote] Ines"]);
    expect(interpret("guests: [ines-falk]", "Ines: Yes and no.\n\n> [!quote]\n> Yes").found).toEqual([]);
  });

  it("is far from everything where nothing is like it", () => {
    expect(nearestPassage("zzz qqq", ["It was dark."])).toBeUndefined();
    expect(nearestPassage("天很黑没有灯", ["先说一句。那天夜里天很黑，谁也没有灯。后来呢？"])).toBe(
      "那天夜里天很黑，谁也没有灯。",
    );
  });
});
