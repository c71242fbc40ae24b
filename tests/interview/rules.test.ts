import { describe, expect, it } from "vitest";
import { interpret } from "./feature.js";

const two = "guests: [ines-falk, tobias-oak]";
const section = (front: string, body: string): Record<string, string> => ({
  "10-sea": `---\ntitle: Sea\n${front}---\n\n${body}`,
});

describe("the editorial rules", () => {
  it("warn of a guest who never speaks, unless the guest declined", () => {
    expect(interpret(two, "Q: Why?\n\nInes: So.").found).toEqual(["silent-guest tobias-oak"]);
    expect(interpret(two, "", section("declined: [tobias-oak]\n", "Q: Why?\n\nInes: So.")).found).toEqual([]);
  });

  it("warn of a feature in which nobody speaks, once", () => {
    expect(interpret(two, "It was dark.").found).toEqual(["no-turns "]);
  });

  it("warn of an answer before the first question, but not in a recording", () => {
    const body = "Ines: So.\n\nQ: Why?\n\nTobias: No.";
    expect(interpret(two, body).found).toEqual(["answer-before-question Ines"]);
    expect(interpret(`${two}\nrecording: { src: talk.mp3 }`, body).found).toEqual([]);
    expect(interpret(two, "Ines: [00:01] So.\n\nQ: Why?\n\nTobias: No.").found).toEqual([]);
    expect(interpret(two, "Ines: So.\n\nTobias: No.").found).toEqual([]);
  });

  it("warn of a question that nobody answers, and let an interviewer say thanks", () => {
    expect(interpret(two, "Q: Why?\n\nInes: So.\n\nTobias: No.\n\nQ: And then?").found).toEqual([
      "unanswered-question Q",
    ]);
    expect(interpret(two, "Q: Why?\n\nInes: So.\n\nTobias: No.\n\nQ: Thank you.").found).toEqual([]);
  });

  it("take the answer that opens the next section for the answer", () => {
    const body = "## Sea\n\nQ: Why?\n\nInes: So.\n\nQ: And then?\n\n## Land\n\n";
    expect(interpret(two, `${body}Tobias: No.`).found).toEqual([]);
    expect(interpret(two, `${body}Q: Where?\n\nTobias: No.`).found).toEqual(["unanswered-question Q"]);
    expect(interpret(two, `${body}Q: [00:09] Where?\n\nTobias: No.`).found).toEqual([]);
  });

  it("let a recording end on words that want no answer", () => {
    const body = "Q: [00:01] Why?\n\nInes: So.\n\nTobias: No.\n\nQ: Shall we leave it there?";
    expect(interpret(two, body).found).toEqual([]);
  });

  it("warn of an answer that is expected and missing", () => {
    const body = "Q: Why?\n\nInes: So.\n\nTobias: No.\n\nQ: And then?\n\nInes: Yes.";
    expect(interpret(two, body).found).toEqual([]);
    expect(interpret(`${two}\nexpects: all`, body).found).toEqual(["missing-answer Q"]);
    expect(interpret(`${two}\nexpects: [ines-falk]`, body).found).toEqual([]);
    expect(interpret(`${two}\nexpects: [ines-flak]`, body).found).toEqual([
      "unknown-section-guest ines-flak",
    ]);
    expect(interpret(`${two}\nexpects: all`, "", section("expects: none\n", body)).found).toEqual([]);
    expect(interpret(`${two}\nexpects: all`, "", section("expects: [tobias-oka]\n", body)).found).toEqual([
      "unknown-section-guest tobias-oka",
    ]);
  });

  it("hold a guest to having declined", () => {
    const body = "Q: Why?\n\nInes: So.\n\nTobias: No.";
    const told = interpret(two, "", section("declined: [Toby]\n", body));
    expect(told.found).toEqual(["declined-answers Tobias"]);
    expect(told.diagnostics[0]?.related[0]?.place.line).toBe(3);
    expect(told.value.interview.sections[0]?.declined).toEqual(["tobias-oak"]);
    expect(interpret(two, "", section("declined: [tobais-oak]\n", body)).found).toEqual([
      "unknown-section-guest tobais-oak",
    ]);
  });
});
