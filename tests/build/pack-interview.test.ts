import { describe, expect, test } from "vitest";
import { packInterview, unpackInterview } from "../../src/build/pack-interview.js";
import {
  type Anchor,
  filePath,
  guestId,
  languageTag,
  sitePath,
  type SectionId,
} from "../../src/model/ids.js";
import type { Interview, Turn } from "../../src/model/interview.js";

const file = filePath("content/features/talk.md");
const otherFile = filePath("content/features/talk/2.md");
const picture = { file: filePath("content/pictures/lamp.jpg"), width: 3, height: null };
const asking = { kind: "interviewer", id: "interviewer", name: "Q" } as const;
const id = "s1-q" as Anchor;

const turn = (kind: Turn["kind"], words: string): Turn => ({
  id,
  kind,
  speaker: { kind: "guest", id: guestId("ann"), name: "Ann" },
  time: null,
  blocks: [
    {
      kind: "prose",
      html: [
        `<p>${words} <a href="`,
        { kind: "reference", target: { to: "path", path: sitePath("/guests/") }, suffix: "#a" },
        '">all</a></p>',
        { kind: "id", id: "h.words" },
      ],
    },
    { kind: "pull-quote", guest: guestId("ann"), name: "Ann", text: words, answer: id },
  ],
  text: words,
  file,
  line: 7,
});

type Words = readonly [string, string, string];

const interview = (...words: Words): Interview => ({
  language: languageTag("en"),
  intro: [{ kind: "prose", html: [`<p>${words[0]}</p>`] }],
  sections: [
    {
      id: "s1" as SectionId,
      title: words[0],
      file,
      line: 3,
      lead: [],
      exchanges: [
        { questions: [turn("question", words[0])], replies: [turn("answer", words[1]), turn("answer", "")] },
        { questions: [], replies: [turn("aside", words[2])] },
      ],
      declined: [guestId("bo")],
    },
    {
      id: "s2" as SectionId,
      title: null,
      file: otherFile,
      line: 4,
      lead: [{ kind: "figure", figure: { picture, alt: words[1], caption: null, credit: words[2] } }],
      exchanges: [
        {
          questions: [{ ...turn("question", words[1]), speaker: asking, time: 0, file: otherFile }],
          replies: [{ ...turn("answer", words[0]), time: 62.25 }],
        },
        { questions: [{ ...turn("question", ""), speaker: asking }], replies: [] },
      ],
      declined: [],
    },
  ],
  notes: [words[2]],
});

describe("a packed conversation", () => {
  const texts: readonly (readonly [string, Words])[] = [
    ["ASCII", ["Who?", 'Not "I".', "Applause"]],
    ["characters of one byte that are no ASCII", ["Où ?", "Là-bas", "été"]],
    ["Han and astral characters", ["谁？", "不是我𠮷", "👏"]],
    ["one text that is no ASCII", ["Who?", "Not I", "掌声"]],
  ];
  for (const [what, words] of texts) {
    test(`is the same with ${what}`, () => {
      const before = interview(...words);
      const after = unpackInterview(packInterview(before));
      expect(after).toEqual(before);
    });
  }

  test("is the same wherever its bytes lie", () => {
    const bytes = packInterview(interview("谁？", "我", "掌声"));
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 1);
    const after = unpackInterview(moved.subarray(1, 1 + bytes.length));
    expect(after).toEqual(interview("谁？", "我", "掌声"));
  });
});
