import { expect, test } from "vitest";
import { build } from "../../src/build/index.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";

const settings = `title: Lamps
url: https://lamps.example/
language: en
languages: [en, zh-Hans]
timezone: Asia/Shanghai
`;

const feature = (extra: string, words: string) => `---
title: ${words}
date: 2025-03-01
guests: [{name: Ida Thorn}]
${extra}---

Interviewer: ${words}?

Ida Thorn: ${words}.
`;

const pagesOf = async (extra: string, more: { now?: number; drafts?: boolean } = {}) => {
  const fs = new MemoryFileSystem({
    "/site/content/site.yaml": settings,
    "/site/content/features/lamps.md": feature("", "Light"),
    "/site/content/features/lamps.zh-Hans.md": feature(extra, "灯"),
  });
  const { diagnostics } = await build({ root: "/site", fs, now: Date.UTC(2025, 4, 1), ...more });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return ["features/lamps", "zh-Hans/features/lamps"].filter((path) =>
    fs.stat(`/site/dist/${path}/index.html`),
  );
};

test("keeps a translation that is a draft from readers while its original is read", async () => {
  expect(await pagesOf("status: draft\n")).toEqual(["features/lamps"]);
  expect(await pagesOf("status: draft\n", { drafts: true })).toHaveLength(2);
  expect(await pagesOf("")).toHaveLength(2);
});

test("publishes a translation on its own day in the site's time zone", async () => {
  const evening = Date.UTC(2025, 4, 31, 15, 59);
  const afterMidnightInShanghai = Date.UTC(2025, 4, 31, 16, 1);
  expect(await pagesOf("publishAt: 2025-06-01\n", { now: evening })).toHaveLength(1);
  expect(await pagesOf("publishAt: 2025-06-01\n", { now: afterMidnightInShanghai })).toHaveLength(2);
});
