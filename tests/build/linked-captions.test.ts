import { describe, expect, test } from "vitest";
import { checkOf, diskWith } from "./in-memory.js";

/** A feature with a recording, and a page that links to its captions. */
const site = (time: string, link: string) => ({
  "content/site.yaml": "title: Talks\nurl: https://talks.example/\nlanguage: en\n",
  "content/features/lamps.md": `---
title: Lamps
date: 2024-03-01
guests: [{name: Abe Lund}]
interviewers: [Host]
recording: {src: "https://sound.example/lamps.ogg", type: audio/ogg}
---

Host: Whose lamp${time}?

Abe Lund${time}: Mine.
`,
  "content/pages/about.md": `---\ntitle: About\n---\n\nThe [captions](${link}) of the lamps.\n`,
});
const captions = "/features/lamps/transcript.vtt";

describe("a link to the captions of a recording", () => {
  test("leads somewhere where captions are made", async () => {
    expect(await checkOf(diskWith(site(" (00:12)", captions)))).toEqual([]);
  });

  test("leads nowhere where no turn says when it was spoken", async () => {
    expect(await checkOf(diskWith(site("", captions)))).toEqual([expect.stringContaining("broken-link")]);
  });

  test("leads nowhere at an address that only looks like theirs", async () => {
    const problems = await checkOf(diskWith(site(" (00:12)", "/features/lamp/transcript.vtt")));
    expect(problems).toEqual([expect.stringContaining("broken-link")]);
  });
});
