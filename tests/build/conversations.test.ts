import { describe, expect, test } from "vitest";
import { Conversations } from "../../src/build/conversations.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { ScratchSpace } from "../../src/io/scratch-space.js";
import { filePath, languageTag } from "../../src/model/ids.js";
import type { Interview } from "../../src/model/interview.js";

const interview = (size: number): Interview => ({
  language: languageTag("en"),
  intro: [{ kind: "prose", html: ["x".repeat(size)] }],
  sections: [],
  notes: [],
});

const unread = (): Interview => {
  throw new Error("read again");
};

describe("conversations", () => {
  for (const [where, conversations] of [
    ["in memory", () => new Conversations()],
    ["on the disk", () => new Conversations(new ScratchSpace(new MemoryFileSystem(), "/site"))],
  ] as const) {
    test(`are kept ${where}, those that were replaced for as long as somebody shows them`, () => {
      const kept = conversations();
      const owners = Array.from({ length: 100 }, () => ({}));
      const file = filePath("content/features/talk.md");
      for (const [index, owner] of owners.entries()) kept.keep(file, owner, interview(90_000 + index));
      const shown = owners.map((owner) => kept.of(file, owner, unread));
      for (const [index, each] of shown.entries()) expect(each).toEqual(interview(90_000 + index));
    });
  }

  test("are read again where there is no room for them", () => {
    const disk = new MemoryFileSystem({}, { capacity: 0 });
    const kept = new Conversations(new ScratchSpace(disk, "/site"));
    const owners = Array.from({ length: 60 }, () => ({}));
    for (const [index, owner] of owners.entries())
      kept.keep(filePath(`content/features/${index}.md`), owner, interview(5_000_000));
    const last = owners.at(-1) ?? {};
    const again = interview(1);
    expect(kept.of(filePath("content/features/59.md"), last, () => again)).toBe(again);
    expect(kept.of(filePath("content/features/0.md"), owners[0] ?? {}, unread)).toEqual(interview(5_000_000));
  });
});
