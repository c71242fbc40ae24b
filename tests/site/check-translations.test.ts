import { describe, expect, test } from "vitest";
import { check } from "../../src/build/index.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";

const settings = `title: Lamps
url: https://lamps.example/
language: en
languages: [en, zh-Hans]
`;

const front = (extra = "") => `---
title: Lamps
date: 2025-03-01
guests: [{ id: ida, name: Ida Thorn }, { id: bo, name: Bo Reed }]
${extra}---
`;

const original = `
## The wick {#wick}

Interviewer: How long?

Ida Thorn: Long.

Bo Reed: Longer.

## The oil {#oil}

Interviewer: Which oil?

Ida Thorn: Rape oil.
`;

const codes = ["outdated-translation", "differing-sections", "differing-turns"];

/** What is said of a translation in one file. */
async function found(
  translation: string,
  { of = original, extra = "", changed = "" }: { of?: string; extra?: string; changed?: string } = {},
) {
  const fs = new MemoryFileSystem({
    "/site/content/site.yaml": settings,
    "/site/content/features/lamps.md": front(changed) + of,
    "/site/content/features/lamps.zh-Hans.md": front(extra) + translation,
  });
  const { diagnostics } = await check({ root: "/site", fs, now: Date.UTC(2025, 5, 1) });
  const others = diagnostics.filter(({ code }) => !codes.includes(code)).map(({ code }) => code);
  expect(others.filter((code) => code !== "silent-guest")).toEqual([]);
  const own = diagnostics.filter(({ code }) => codes.includes(code));
  return own.map(({ severity, place, message, related }) => [
    severity,
    `${place.file.split("/").at(-1) ?? ""}:${place.line}`,
    message,
    ...related.map((other) => other.place.line),
  ]);
}

describe("a translation and its original", () => {
  test("correspond where sections, questions and answers follow one another alike", async () => {
    const translated = original.replace("How long", "多长").replace("Rape oil", "菜油");
    expect(await found(translated)).toEqual([]);
  });

  test("part at the first turn of each section that is another's, missing or too many", async () => {
    expect(await found(original.replace("Bo Reed: Longer.\n", ""))).toEqual([
      [
        "warning",
        "lamps.zh-Hans.md:11",
        'Unexpected end of the section, expected an answer by "Bo Reed" as in the original ("The wick", turn 3)',
        13,
      ],
    ]);
    const swapped = original
      .replace("Ida Thorn: Long.", "Bo Reed: Long.")
      .replace("Rape oil.", "Rape.\n\nBo Reed: No.");
    expect(await found(swapped)).toEqual([
      [
        "warning",
        "lamps.zh-Hans.md:11",
        'Unexpected answer by "Bo Reed", expected an answer by "Ida Thorn" as in the original ("The wick", turn 2)',
        11,
      ],
      [
        "warning",
        "lamps.zh-Hans.md:21",
        'Unexpected answer by "Bo Reed", expected the section to end as in the original ("The oil", turn 3)',
      ],
    ]);
  });

  test("part at the first section with another id, and shared sections are compared all the same", async () => {
    const renamed = original.replace("{#oil}", "{#oils}").replace("Bo Reed: Longer.\n", "");
    expect(await found(renamed)).toEqual([
      ["warning", "lamps.zh-Hans.md:11", expect.stringContaining("end of the section"), 13],
      [
        "warning",
        "lamps.zh-Hans.md:14",
        'Unexpected section "oils", expected the section "oil" as in the original',
        15,
      ],
    ]);
    const [half = ""] = original.split("## The oil");
    expect(await found(half)).toEqual([
      [
        "warning",
        "lamps.zh-Hans.md:7",
        'Unexpected end of the translation, expected the section "oil" as in the original',
        15,
      ],
    ]);
  });

  test("are not compared where the translation mutes it", async () => {
    const half = original.replace("Bo Reed: Longer.\n", "");
    expect(await found(half, { extra: "mute: [differing-turns]\n" })).toEqual([]);
  });
});

describe("a translation is older than its original", () => {
  const correction = "corrections: [{ date: 2025-04-02, text: Not rape oil. }]\n";

  test("where the original was updated or corrected after the translation's own last day", async () => {
    expect(await found(original, { changed: "updated: 2025-04-01\n" })).toEqual([
      [
        "warning",
        "lamps.zh-Hans.md:3",
        "Unexpected original that is newer: it was changed on 2025-04-01, and the translation has no `updated`",
        5,
      ],
    ]);
    expect(await found(original, { changed: correction, extra: "updated: 2025-04-01\n" })).toEqual([
      [
        "warning",
        "lamps.zh-Hans.md:5",
        "Unexpected original that is newer: it was changed on 2025-04-02, the translation on 2025-04-01",
        5,
      ],
    ]);
  });

  test("but not where it was worked on the same day or later, in whichever way it says so", async () => {
    for (const extra of ["updated: 2025-04-02\n", "updated: 2025-05-01\n", correction])
      expect(await found(original, { changed: correction, extra })).toEqual([]);
    expect(await found(original)).toEqual([]);
  });
});

test("a section's file that is missing on one side is reported once, and the others are compared", async () => {
  const fs = new MemoryFileSystem({
    "/site/content/site.yaml": settings,
    "/site/content/features/duty/index.md": front(),
    "/site/content/features/duty/10-one.md":
      "---\ntitle: One\n---\n\nInterviewer: One?\n\nIda Thorn: One.\n\nBo Reed: One.\n",
    "/site/content/features/duty/20-two.md": "---\ntitle: Two\n---\n\nInterviewer: Two?\n\nIda Thorn: Two.\n",
    "/site/content/features/duty/index.zh-Hans.md": front(),
    "/site/content/features/duty/20-two.zh-Hans.md":
      "---\ntitle: 二\n---\n\nInterviewer: 二？\n\nBo Reed: 二。\n",
  });
  const { diagnostics } = await check({ root: "/site", fs, now: Date.UTC(2025, 5, 1) });
  expect(diagnostics.map(({ code, place }) => [code, place.file.split("/").at(-1), place.line])).toEqual([
    ["untranslated-section", "10-one.md", 1],
    ["differing-turns", "20-two.zh-Hans.md", 7],
    ["silent-guest", "index.zh-Hans.md", expect.any(Number)],
  ]);
});
