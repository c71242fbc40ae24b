import fc from "fast-check";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";

import { escapeMarkdown } from "../../src/importers/escape-markdown.js";
import { formatTime } from "../../src/importers/feature-text.js";
import { importTranscript } from "../../src/importers/import-transcript.js";
import { readTimeCode } from "../../src/interview/time-code.js";
import { rebuild } from "./rebuild.js";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Text as people type it: words, and every mark that Markdown or a label could stumble over. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "said",
        "that",
        "月亮",
        "是的",
        "river",
        "2017.",
        "10:30",
        "Ada:",
        "Pip Oak:",
        "记者:",
        "Note:",
      ),
      fc.constantFrom(
        "*",
        "**",
        "_",
        "`",
        "~~",
        "<b>",
        "&amp;",
        "[x]",
        "[x](y)",
        "![x](y)",
        "#",
        ">",
        "-",
        "+",
        "1.",
        "|",
        "\\",
        "\\*",
        "[^1]",
        "[00:12]",
        "---",
        "===",
        "http://a.example",
      ),
      fc.string({ minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join(" ")
      .replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, " ")
      .trim(),
  )
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

/** An address whose colon is escaped is a case for the Markdown parser, not for labels. */
const spoken = words.filter((text) => !text.includes("http:"));

describe("words", () => {
  it("are what Markdown says once they are escaped", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(toString(parser.parse(escapeMarkdown(text)))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("times", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const seconds = whole + part / 1000;
        expect(readTimeCode(formatTime(seconds), 0)?.seconds).toBeCloseTo(seconds, 6);
      }),
    );
  });
});

describe("a transcript", () => {
  const speakers = [
    "Ada Grove",
    "Pip Oak",
    "Tobias de la Torre",
    "Mireille B. Vane, Psy.D",
    "陆望川",
    "老谢",
    "Break",
  ];
  const turn = fc.record({
    speaker: fc.constantFrom(...speakers),
    time: fc.option(fc.integer({ min: 0, max: 9000 })),
    paragraphs: fc.array(spoken, { minLength: 1, maxLength: 3 }),
  });

  it("has the same speakers, times and words once it has been written and read again", () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
        // The source says everything once more, so that every label recurs and is one beyond doubt.
        const all = [...speakers.map((speaker) => ({ speaker, time: 1, paragraphs: ["Here"] })), ...turns];
        const text = all
          .map(({ speaker, time, paragraphs }) => {
            const at = time === null ? "" : ` \\[${formatTime(time)}\\]`;
            return [
              `**${speaker}:**${at}`,
              ...paragraphs.map((one) => escapeMarkdown(one).replaceAll(":", "\\:")),
            ].join("\n\n");
          })
          .join("\n\n");
        const imported = importTranscript(
          { path: "talk.md", text },
          { date: "2025-01-01", interviewers: ["Ada Grove"] },
        );
        const feature = rebuild(imported).get("talk.md");
        expect(feature?.turns.map(({ speaker, time, text: said }) => [speaker.name, time, said])).toEqual(
          all.map(({ speaker, time, paragraphs }) => [speaker, time, paragraphs.join("\n")]),
        );
      }),
      { numRuns: 100 },
    );
  });
});
