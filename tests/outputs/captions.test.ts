import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionOutputs } from "../../src/outputs/captions.js";
import { cuesOf } from "../../src/outputs/caption-cues.js";
import type { Turn } from "../../src/model/interview.js";
import { answer, edition, en, masthead, question, section, zh } from "../render/site-builder.js";

const recording = { src: "content/features/tide.mp3", type: "audio/mpeg", duration: 60 };

/** An edition in which these turns follow one another. */
function talk(turns: readonly Turn[], language = en, over: Partial<typeof recording> | null = {}) {
  return edition("tide", {
    language,
    original: language === zh,
    masthead: masthead({ recording: over && { ...recording, ...over } }),
    sections: [section("s", "Tide", [{ questions: [], replies: turns }])],
  });
}

const two = [
  question("s-q", "When?", { time: 2 }),
  answer("s-ann", "ann", "At four. We wait.", { time: 5.25 }),
];

describe("captions", () => {
  it("say who speaks, from when to when", () => {
    expect(captionOutputs(talk(two))).toEqual([
      {
        path: "en/features/tide/transcript.vtt",
        content: [
          "WEBVTT",
          "",
          "00:00:02.000 --> 00:00:05.000",
          "<v 记者>When?",
          "",
          "00:00:05.250 --> 00:00:08.250",
          "<v ann>At four. We wait.",
          "",
        ].join("\n"),
      },
    ]);
  });

  it("are not made without a recording that plays, or without times", () => {
    expect(captionOutputs(talk(two, en, null))).toEqual([]);
    expect(captionOutputs(talk(two, en, { type: "text/html" }))).toEqual([]);
    expect(captionOutputs(talk(two.map((turn) => ({ ...turn, time: null }))))).toEqual([]);
  });

  it("escape what means something in WebVTT, in names too", () => {
    const [made] = captionOutputs(
      talk([
        answer("s-a", "a", "a --> b\n\n<c>&", {
          time: 1,
          speaker: { kind: "voice", id: "x", name: "R&D <x>" },
        }),
      ]),
    );
    expect(made && "content" in made && made.content).toContain("<v R&amp;D &lt;x&gt;>a --&gt; b\n");
    expect(made && "content" in made && made.content).toContain("<v R&amp;D &lt;x&gt;>&lt;c&gt;&amp;\n");
  });

  it("spread a long answer over its time, sentence by sentence", () => {
    const sentence = "The water comes in twice a day and takes the road with it. ";
    const cues = cuesOf(
      talk([answer("s-a", "a", sentence.repeat(4), { time: 10 }), answer("s-b", "b", "Yes.", { time: 30 })])
        .interview,
      60,
    );
    expect(cues.map(({ start }) => start)).toEqual([10, 15, 20, 25, 30]);
    for (const { text } of cues.slice(0, 4)) expect(text).toBe(sentence.trim());
  });

  it("cut a sentence without an end between words, Chinese ones too", () => {
    const cues = cuesOf(
      talk([answer("s-a", "a", "水退了路就出来".repeat(12), { time: 0 })], zh).interview,
      null,
    );
    expect(cues.length).toBeGreaterThan(1);
    expect(cues.map(({ text }) => text).join("")).toBe("水退了路就出来".repeat(12));
    for (const { text } of cues) expect(text.length).toBeLessThanOrEqual(42);
  });

  it("let a turn without a time share the time of the one before, and leave out what comes before the first", () => {
    const cues = cuesOf(
      talk([
        answer("s-a", "a", "Before."),
        answer("s-b", "b", "Four five.", { time: 10 }),
        answer("s-c", "c", "Six seven."),
        answer("s-d", "d", "End.", { time: 14 }),
      ]).interview,
      null,
    );
    expect(cues.map(({ start, speaker }) => [start, speaker])).toEqual([
      [10, "b"],
      [12, "c"],
      [14, "d"],
    ]);
  });

  it("leave out turns without a time that cannot be in the recording", () => {
    const long = answer("s-b", "b", "Nobody says as much as this in two seconds. ".repeat(9));
    const turns = [
      answer("s-a", "a", "Bells.", { time: 0 }),
      long,
      answer("s-c", "c", "Bells.", { time: 2 }),
    ];
    expect(cuesOf(talk(turns).interview, 60).map(({ speaker }) => speaker)).toEqual(["a", "c"]);
  });

  it("never run back, overlap or lose a word that has a time, whatever the times are", () => {
    const turns = fc.array(
      fc.record({ time: fc.option(fc.nat(5000)), text: fc.lorem({ mode: "sentences", maxCount: 6 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(turns, fc.option(fc.nat(5000)), (all, duration) => {
        const said = all.map(({ time, text }, at) => answer(`s-${at}`, "a", text, { time }));
        const cues = cuesOf(talk(said).interview, duration);
        const heard = cues.map(({ text }) => text).join(" ");
        all.forEach(({ time, text }, at) => {
          const before = all.slice(0, at).flatMap((each) => each.time ?? []);
          if (time !== null && before.every((earlier) => earlier < time)) expect(heard).toContain(text);
        });
        cues.forEach(({ start, end }, at) => {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(cues[at - 1]?.end ?? 0);
        });
      }),
    );
  });
});
