import { describe, expect, it } from "vitest";
import { interpret, shown } from "./feature.js";

const three = "guests: [ines-falk, tobias-oak, lu-wangchuan]";
const one = "guests: [ines-falk]";

describe("a turn", () => {
  it.each([
    ["记者:请谈谈。\n\n陆望川：桥是新的。", "请谈谈。", "桥是新的。"],
    ["**记者：**请谈谈。\n\n**陆望川**：桥是新的。", "请谈谈。", "桥是新的。"],
    ["Interviewer: Why?\n\nInes: Because.", "Why?", "Because."],
    ["Q: Why?\nIF: Because.", "Why?", "Because."],
    ["**Q:** Why?\n\n**Ines Falk:** Because.", "Why?", "Because."],
    ["__Q:__ Why?\n\n***Toby:*** Because.", "Why?", "Because."],
    ["**Q:** \\[03:47\\] Why?\n\n[00:01:24] Oak: Because.", "Why?", "Because."],
    ["Interviewer (01:24): Why?\n\nTobias O: Because.", "Why?", "Because."],
    ["Interviewer: 00:00:36\n\nWhy?\n\nTobias Oak 00:01:36\n\nBecause.", "Why?", "Because."],
    ["Interviewer: 00:00:36\nWhy?\n\nines-falk:\nBecause.", "Why?", "Because."],
    ["### 记者:如何看待？\n\n陆　望川:看得远。", "如何看待？", "看得远。"],
    ["### Q: Why?\n\n### Ines\n\nBecause.", "Why?", "Because."],
    ["Why\n===\n\nQ: Why?\n\nInes : Because.", "Why?", "Because."],
  ])("is opened by %j", (body, question, answer) => {
    const { turns, diagnostics } = interpret(three, body);
    expect(turns.map(({ kind, text }) => [kind, text])).toEqual([
      ["question", question],
      ["answer", answer],
    ]);
    expect(diagnostics.filter(({ code }) => code !== "silent-guest")).toEqual([]);
  });

  it("takes the same forms in a folder of sections", () => {
    const told = interpret(three, "", {
      "10-sea": "---\ntitle: Sea\n---\n\n**Q:** \\[03:47\\] Why?\n\n**Ines:** Because.",
    });
    expect(told.said).toEqual(["sea-q: Why?", "sea-ines-falk: Because."]);
    expect(told.turns[0]).toMatchObject({ time: 227, file: "content/features/harbour/10-sea.md", line: 5 });
  });

  it("keeps what follows without a label: paragraphs, lists, quotations, pictures, time marks", () => {
    const body = `Q: Why?

Ines: Because.

[04:00] And then.

- one
- two

> as they say

![A boat](harbour.jpg "At six. Photo: Ada Gibbs")

So there.`;
    const { turns, diagnostics } = interpret(one, body);
    expect(turns[1]?.text).toBe("Because.\n[04:00] And then.\none\ntwo\nas they say\nSo there.");
    expect(shown(turns[1]?.blocks ?? [])[1]).toBe(
      "figure content/features/harbour.jpg | A boat | At six. | Ada Gibbs",
    );
    expect(turns[1]?.blocks.map(({ kind }) => kind)).toEqual(["prose", "figure", "prose"]);
    expect(diagnostics).toEqual([]);
  });

  it("is an aside where a declared voice speaks", () => {
    const { turns } = interpret(
      `${one}\nvoices: [The Bells]`,
      "Q: Why?\n\nThe Bells: *ding*\n\n旁白：风\n\nInes: Because.",
    );
    expect(turns.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "question s1-q",
      "aside s1-the-bells",
      "aside s1-旁白",
      "answer s1-ines-falk",
    ]);
  });

  it("has its words without the backslash of a colon, and its addresses whole", () => {
    const { value } = interpret(one, "Q: 注意\\：潮水。\n\nInes: \\* http\\://a.example end");
    const turns = value.interview.sections.flatMap((section) =>
      section.exchanges.flatMap((each) => [...each.questions, ...each.replies]),
    );
    expect(turns.map(({ text }) => text)).toEqual(["注意：潮水。", "* http://a.example end"]);
  });

  it("is not opened by text that merely has a colon", () => {
    const body =
      "Ines: Because.\n\n注意：桥是新的。\n\nNote: the bridge is new.\n\nhttp://bridge.example/\n\n10:30 it was.\n\nIt is this: a bridge.\n\nTobias\\: not a label.\n\n陆望川\\：不是。";
    const { turns, diagnostics } = interpret("guests: [ines-falk, tobias-oak]", body);
    expect(turns).toHaveLength(1);
    expect(turns[0]?.text.split("\n")).toHaveLength(8);
    expect(shown(turns[0]?.blocks ?? []).join("")).toContain("<p>陆望川：不是。</p>");
    expect(diagnostics.map(({ code }) => code)).toEqual(["silent-guest"]);
  });

  it("starts on a line of a paragraph only where the paragraph itself opens one", () => {
    expect(interpret(one, "Q: Why?  \nInes: Because\nthe sea is. `So\nQ: no.`\nQ: And?").said).toEqual([
      "s1-q: Why?",
      "s1-ines-falk: Because the sea is. So Q: no.",
      "s1-q-2: And?",
    ]);
    expect(interpret(one, "Ines: Hm.\n\nAnd then I told\nInes: be quiet.").turns).toHaveLength(1);
  });

  it("reads A and 答 as the only guest, and as nobody where there are several", () => {
    expect(interpret(one, "问：为什么？\n\n答：因为。\n\nQ: Why?\n\nA: Because.").said).toHaveLength(4);
    expect(interpret(three, "问：为什么？\n\n答：因为。").said).toHaveLength(1);
  });

  it("takes a bare heading for a question and what is below for the answer of the only guest", () => {
    const { said, turns } = interpret(
      one,
      "### What do you use?\n\nA rope.\n\nAnd a hook.\n\n### Anything else?\n\n- Tar.",
    );
    expect(said).toEqual([
      "s1-q: What do you use?",
      "s1-ines-falk: A rope.\nAnd a hook.",
      "s1-q-2: Anything else?",
      "s1-ines-falk-2: Tar.",
    ]);
    expect(turns.map(({ line }) => line)).toEqual([7, 9, 13, 15]);
  });

  it("takes a bare heading for a sub-heading where several guests speak or questions are labelled", () => {
    expect(interpret(three, "Q: Why?\n\nInes: Because.\n\n### The sea\n\nTobias: No.").said).toEqual([
      "s1-q: Why?",
      "s1-ines-falk: Because.",
      "s1-tobias-oak: No.",
    ]);
    expect(
      interpret(one, "Q: Why?\n\nInes: Because.\n\n### The sea\n\nIt is wet.\n\n### Is it?\n\nYes.").said,
    ).toEqual(["s1-q: Why?", "s1-ines-falk: Because.\nIt is wet.", "s1-q-2: Is it?", "s1-ines-falk-2: Yes."]);
  });

  it("takes a labelled question in bold from end to end for a headline", () => {
    const { said, turns } = interpret(one, "**Q: Why?**\n\nBecause.");
    expect(said).toEqual(["s1-q: Why?", "s1-ines-falk: Because."]);
    expect(shown(turns[0]?.blocks ?? [])).toEqual(["<p><strong>Why?</strong></p>"]);
  });

  it("is left out, with a warning, where a label has no words", () => {
    const { said, found } = interpret(one, "Q: Why?\n\nInes:\n\nQ: Hello?\n\nInes: Yes.");
    expect(said).toEqual(["s1-q: Why?", "s1-q-2: Hello?", "s1-ines-falk: Yes."]);
    expect(found).toEqual(["empty-turn Ines"]);
  });

  it("needs no words where a voice is heard", () => {
    const told = interpret(`${one}\nvoices: [Break]`, "Q: Why?\n\n**Break:** \\[23:40\\]\n\nInes: So.");
    expect(told.turns[1]).toMatchObject({ kind: "aside", time: 1420, blocks: [], text: "" });
    expect(told.found).toEqual([]);
  });

  it("keeps a time that is the answer", () => {
    expect(interpret(one, "Q: When?\n\nA: 10:30").turns[1]).toMatchObject({ text: "10:30", time: null });
  });
});

describe("the speakers of a feature", () => {
  it("are called by short forms that only one of them has", () => {
    const told = interpret("guests: [ines-falk, mara-falk]", "Falk: Yes.\n\nInes: No.");
    expect(told.found).toEqual(["ambiguous-speaker Falk", "silent-guest mara-falk"]);
    expect(told.diagnostics[0]?.message).toContain('"Ines Falk" or "Mara Falk"');
  });

  it("are never guessed at: a slip is an error that names the nearest, once, and no other error", () => {
    const told = interpret("guests: [lu-wangchuan]", "记者：为什么？\n\n陆望传：因为。");
    expect(told.found).toEqual(["unknown-speaker 陆望传"]);
    expect(told.diagnostics[0]?.message).toBe('Unexpected speaker "陆望传"; did you mean "陆 望川"?');
  });

  it("must be declared: a bold or a timed label, and a name that opens several paragraphs, are errors", () => {
    expect(
      interpret(one, "**Q:** Why?\n\n**Ines:** Because.\n\n**Harbourmaster:** No.\n\n**Note:** this.").found,
    ).toEqual(["unknown-speaker Harbourmaster"]);
    expect(interpret(one, "Q: Why?\n\nInes: Because.\n\nStranger: 00:12:00\n\nNo.").found).toEqual([
      "unknown-speaker Stranger",
    ]);
    const told = interpret(
      one,
      "Q: Why?\n\nInes: Because.\n\nAda Gibbs: No.\n\nInes: Yes.\n\nAda Gibbs: No.",
    );
    expect(told.found).toEqual(["unknown-speaker Ada Gibbs"]);
    expect(told.diagnostics[0]?.message).toContain('"Ada Gibbs" (2 times)');
    expect(interpret(one, "Ines: a\n\nStranger: b\n\nStranger: c\n\nStranger: d").found).toEqual([
      "possible-speaker Stranger",
    ]);
  });

  it("are doubted where a word is a slip away from a short label that is in use, but not where none is", () => {
    const told = interpret(
      "guests: [ines-falk]\nvoices: [Bell]",
      "Q: Why?\n\nBell: It tolls.\n\nBel: Again.\n\nInes: a",
    );
    expect(told.found).toEqual(["possible-speaker Bel"]);
    expect(told.diagnostics[0]?.message).toContain('Did you mean "Bell"?');
    expect(
      interpret("guests: [ines-falk]\nvoices: [Bell]", "Q: Why?\n\nInes: a\n\nBel: Again.").found,
    ).toEqual([]);
    expect(interpret(one, "Q: Why?\n\nInes: a\n\nQu: no.").found).toEqual([]);
  });

  it("are reported once for each label, with the other places", () => {
    const told = interpret(one, "Ines: a\n\nInse Falk: b\n\nInes: c\n\nInse Falk: d");
    expect(told.found).toEqual(["unknown-speaker Inse Falk"]);
    expect(told.diagnostics[0]?.related.map(({ place }) => place.line)).toEqual([13]);
    expect(told.turns).toHaveLength(4);
  });

  it("are not looked for in run-in titles where headings ask", () => {
    expect(
      interpret(
        one,
        "### What do you use?\n\n**Digital Cameras:** one.\n\n**Film Cameras:** two.\n\n**Film Cameras:** three.",
      ).found,
    ).toEqual([]);
  });

  it("speak one at a time", () => {
    const told = interpret("guests: [ines-falk, tobias-oak]", "Ines and Tobias: Yes!\n\nTobias: Oh.");
    expect(told.found[0]).toBe("joint-speakers Ines and Tobias");
    expect(
      interpret("guests: [ines-falk]\nvoices: [Ines and Tobias]", "Ines: Hm.\n\nInes and Tobias: Yes!").found,
    ).toEqual([]);
  });

  it("may be declared in the feature alone, or be near to a file's name", () => {
    const told = interpret(
      "guests:\n  - { name: Ada Gibbs, role: Pilot, label: Pilot }\n  - ines-flak",
      "Pilot: Yes.\n\nInes: No.",
    );
    expect(told.value.masthead.guests).toMatchObject([
      { id: "ada-gibbs", name: "Ada Gibbs", role: "Pilot", label: "Pilot" },
      { id: "ines-falk", role: "Somebody" },
    ]);
    expect(told.found).toEqual(["unknown-guest ines-flak"]);
    expect(interpret("guests: [ines-falk, ines-falk]", "Ines: Yes.").found).toEqual([
      "duplicate-guest ines-falk",
    ]);
    expect(interpret("guests: [nobody-here]", "nobody-here: Yes.").found).toEqual([
      "unknown-guest nobody-here",
    ]);
  });

  it("are shown as the feature calls them", () => {
    const told = interpret(
      `${one}\ninterviewers: [{ name: Nell Ash, label: Desk }]`,
      "Desk: Why?\n\nInes: So.\n\nNell: And?\n\nQ: Hm?",
    );
    expect(told.turns.map(({ speaker }) => speaker.name)).toEqual(["Desk", "Ines Falk", "Desk", "Desk"]);
    expect(told.value.masthead.interviewers).toEqual([
      { kind: "interviewer", id: "interviewer", name: "Nell Ash" },
    ]);
    const two = interpret(
      `${one}\ninterviewers: [Nell Ash, Gu Wen]`,
      "Nell: Why?\n\nGu: And?\n\nQ: Hm?\n\nInes: So.",
    );
    expect(two.turns.map(({ speaker }) => `${speaker.id} ${speaker.name}`)).toEqual([
      "interviewer Nell Ash",
      "interviewer-2 Gu Wen",
      "interviewer-3 Interviewer",
      "ines-falk Ines Falk",
    ]);
  });
});
