import { describe, expect, it } from "vitest";
import type { Section } from "../../src/model/interview.js";
import { interpret, shown } from "./feature.js";

const two = "guests: [ines-falk, tobias-oak]";
const list = `${two}\nsections:\n  - { id: sea, title: The Sea, declined: [tobias-oak] }\n  - { title: The Land, question: Where is it? }`;

/** A section without the places that its layout decides. */
function told(section: Section): unknown {
  return JSON.parse(
    JSON.stringify(section, (key, value: unknown) => (key === "file" || key === "line" ? undefined : value)),
  );
}

describe("the sections of a feature", () => {
  it("are the same from a folder and from one file", () => {
    const sea =
      "Lead.\n\nQ: Why?\n\nInes: Because *so*.[^1]\n\n> [!quote] Ines\n> Because so.\n\n[^1]: A note.";
    const land = "Ines: Here.\n\nTobias: There.";
    const folder = interpret(two, "One.\n\nTwo.", {
      "10-sea": `---\ntitle: The Sea\ndeclined: [tobias-oak]\n---\n\n${sea}`,
      "20-s2": `---\ntitle: The Land\nquestion: Where is it?\n---\n\n${land}`,
    });
    const file = interpret(list, `One.\n\nTwo.\n\n## The Sea\n\n${sea}\n\n## The Land\n\n${land}`);
    expect(folder.found).toEqual([]);
    expect(file.found).toEqual([]);
    expect(file.value.interview.sections.map(told)).toEqual(folder.value.interview.sections.map(told));
    expect(shown(file.value.interview.intro)).toEqual(shown(folder.value.interview.intro));
    expect(file.said).toEqual([
      "sea-q: Why?",
      "sea-ines-falk: Because so.",
      "s2-q: Where is it?",
      "s2-ines-falk: Here.",
      "s2-tobias-oak: There.",
    ]);
    expect(shown(file.value.interview.sections[0]?.lead ?? [])).toEqual(["<p>Lead.</p>"]);
  });

  it("are one without a title where there are none", () => {
    const { value } = interpret(two, "Before.\n\nBefore that.\n\nInes: Yes.\n\nTobias: No.");
    expect(value.interview.sections.map(({ id, title, lead }) => [id, title, lead])).toEqual([
      ["s1", null, []],
    ]);
    expect(shown(value.interview.intro)).toEqual(["<p>Before.</p>\n<p>Before that.</p>"]);
  });

  it("are without a title where the heading has no words", () => {
    const { value } = interpret(two, "## Sea\n\nInes: One.\n\n##\n\nTobias: Two.");
    expect(value.interview.sections.map(({ id, title }) => [id, title])).toEqual([
      ["s1", "Sea"],
      ["s2", null],
    ]);
  });

  it("keep their ids when headings are reworded, and when sections are added behind them", () => {
    const ids = (body: string): string[] => interpret(two, body).turns.map(({ id }) => id);
    const before = ids("Ines: Zero.\n\n## Sea\n\nInes: One.\n\n## Land\n\nTobias: Two.");
    expect(before).toEqual(["s1-ines-falk", "s2-ines-falk", "s3-tobias-oak"]);
    expect(ids("Ines: Zero.\n\n## The sea\n\nInes: One.\n\n## Land!\n\nTobias: Two.")).toEqual(before);
    expect(
      ids("Ines: Zero.\n\n## Sea\n\nInes: One.\n\n## Land\n\nTobias: Two.\n\n## More\n\nInes: x").slice(0, 3),
    ).toEqual(before);
    expect(ids("Ines: Zero.")).toEqual(["s1-ines-falk"]);
  });

  it("take an id from behind their heading", () => {
    const { value } = interpret(two, "## The Sea {#sea}\n\nInes: One.\n\nTobias: Two.");
    expect(value.interview.sections.map(({ id, title }) => [id, title])).toEqual([["sea", "The Sea"]]);
  });

  it("are matched to the list by their titles, and one slip is one error", () => {
    const slip = interpret(list, "## The Sae\n\nQ: Why?\n\nInes: One.\n\n## The Land\n\nTobias: Two.");
    expect(slip.found).toEqual(["heading-without-section The Sae"]);
    expect(slip.diagnostics[0]?.message).toContain('did you mean "The Sea"?');
    expect(slip.turns[0]?.id).toBe("sea-q");
    const missing = interpret(list, "## The Sea\n\nInes: One.\n\n## Somewhere Else\n\nTobias: Two.");
    expect(missing.found).toContain("heading-without-section Somewhere Else");
    expect(missing.found).toContain("section-without-heading The Land");
  });

  it("have an id of their own", () => {
    const same = interpret(two, "## Sea {#sea}\n\nInes: One.\n\n## Land {#sea}\n\nTobias: Two.");
    expect(same.found).toEqual(["duplicate-section Land"]);
    expect(same.diagnostics[0]?.related[0]?.place.line).toBe(7);
    expect(same.value.interview.sections.map(({ id }) => id)).toEqual(["sea", "sea-2"]);
  });

  it("are not opened by a heading that is a labelled question", () => {
    expect(interpret(two, "## Q: Why?\n\nInes: One.\n\n## Q: How?\n\nTobias: Two.").said).toHaveLength(4);
  });

  it("ask the question of the front matter once, though the text asks it too", () => {
    const { said } = interpret(two, "", {
      "10-sea": "---\ntitle: Sea\nquestion: Why?\n---\n\nQ: **Why?**\n\nInes: One.\n\nTobias: Two.",
    });
    expect(said).toEqual(["sea-q: Why?", "sea-ines-falk: One.", "sea-tobias-oak: Two."]);
  });
});

describe("the masthead", () => {
  it("has the text before the first section as its standfirst, where that is one paragraph", () => {
    const { value } = interpret(two, "A *quay*.\n\n## Sea\n\nInes: One.\n\nTobias: Two.");
    expect(value.masthead.standfirst).toEqual(["<p>A <em>quay</em>.</p>"]);
    expect(value.masthead.summary).toBe("A quay.");
    expect(value.interview.intro).toEqual([]);
  });

  it("renders its texts, and finds its pictures beside the file", () => {
    const front = `${two}\nstandfirst: A *quay*.\nedited: Cut by half.\ncover: { src: harbour.jpg, alt: A harbour, caption: "At six. Photo: Ada Gibbs" }\nseries: { name: Small Towns, part: 2 }`;
    const { value, found } = interpret(front, "Ines: One.\n\nTobias: Two.");
    expect(found).toEqual([]);
    expect(value.masthead).toMatchObject({
      summary: "A quay.",
      edited: ["<p>Cut by half.</p>"],
      cover: { alt: "A harbour", caption: "At six.", credit: "Ada Gibbs", picture: { width: 800 } },
      facsimile: null,
      series: { id: "small-towns", name: "Small Towns", part: 2 },
    });
  });

  it("reports pictures that are missing or outside, and words that they lack", () => {
    const cover = (yaml: string): readonly string[] =>
      interpret(`${two}\ncover: ${yaml}`, "Ines: One.\n\nTobias: Two.").found;
    expect(cover("{ src: harbor.jpg, alt: a, credit: b }")).toEqual(["missing-picture harbor.jpg"]);
    expect(cover("{ src: ../../../x.jpg, alt: a, credit: b }")).toEqual(["link-outside ../../../x.jpg"]);
    expect(cover("harbour.jpg")).toEqual(["missing-alt harbour.jpg", "missing-credit harbour.jpg"]);
  });
});
