import { describe, expect, test } from "vitest";
import { build } from "../../src/build/index.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";

const lamps = "/site/content/features/lamps.md";
const duty = "/site/content/features/duty/index.md";
const template = "/site/templates/pages/not-found.hbs";

/** Long after the files were written, so that no clock is too coarse. */
let now = Date.now() + 60_000;

const buildAgain = (fs: MemoryFileSystem) => build({ root: "/site", fs, now: (now += 60_000), cache: true });

describe("a build in a new process, after some texts have changed", () => {
  test("writes the pages that show them, and no other", async () => {
    const fs = await built();
    edit(fs, lamps, "long tonight", "short tonight");
    const { report } = await buildAgain(fs);
    // The feeds have texts, too.
    expect(report?.written.filter((path) => path.endsWith(".html"))).toEqual([
      "features/lamps/index.html",
      "guests/abe/index.html",
    ]);
    await expectAsFromNothing(fs);
    expect((await buildAgain(fs)).report).toMatchObject({ written: [], removed: [] });
  });

  test("looks at no page where a text was saved just before the last build, and not since", async () => {
    const fs = await built();
    edit(fs, lamps, "long tonight", "short tonight");
    const saved = fs.stat(lamps)?.modified ?? 0;
    await build({ root: "/site", fs, now: saved + 10, cache: true });
    const stages: string[] = [];
    now += 60_000;
    const { report } = await build({
      ...{ root: "/site", fs, now, cache: true },
      onProgress: ({ stage }) => stages.push(stage),
    });
    expect(report).toMatchObject({ written: [], removed: [] });
    expect(stages).toEqual(["Reading the site"]);
  });

  test("looks at everything where a text says something else to the rest of the site", async () => {
    const fs = await built();
    edit(fs, lamps, "On lamps", "On candles");
    expect((await buildAgain(fs)).report?.written).toContain("index.html");
    await expectAsFromNothing(fs);
  });

  test("goes by the last good site, not by a build that was refused", async () => {
    const fs = await built();
    edit(fs, lamps, "On lamps", "On candles");
    edit(fs, duty, "guests:", "gusts:");
    expect((await buildAgain(fs)).report).toBeNull();
    edit(fs, duty, "gusts:", "guests:");
    expect((await buildAgain(fs)).report?.written).toContain("index.html");
    await expectAsFromNothing(fs);
  });

  test("goes by the last good site, not by pages that were made for none", async () => {
    const fs = await built();
    edit(fs, lamps, "long tonight", "short tonight");
    fs.write(template, "{{site.nothing}}");
    expect((await buildAgain(fs)).report).toBeNull();
    fs.remove(template);
    expect((await buildAgain(fs)).report?.written).toContain("features/lamps/index.html");
    await expectAsFromNothing(fs);
  });

  test("says again what was wrong with a text, and when it is not any more", async () => {
    const fs = await built();
    edit(fs, lamps, "Host: How is", "Hoost: How is");
    const before = await buildAgain(fs);
    edit(fs, lamps, "long tonight", "short tonight");
    expect((await buildAgain(fs)).diagnostics).toEqual(before.diagnostics);
    edit(fs, lamps, "Hoost: How is", "Host: How is");
    expect((await buildAgain(fs)).diagnostics).toEqual([]);
    await expectAsFromNothing(fs);
  });

  test("puts right what somebody has changed in the output folder", async () => {
    const fs = await built();
    edit(fs, lamps, "long tonight", "short tonight");
    fs.write("/site/dist/features/duty/index.html", "mine");
    await buildAgain(fs);
    await expectAsFromNothing(fs);
  });

  test("follows links and neighbours to features that it has not to do with otherwise", async () => {
    const fs = await built();
    for (let number = 0; number < 60; number++)
      fs.write(`/site/content/features/more-${number}.md`, feature(number));
    await buildAgain(fs);
    for (const number of [0, 20, 59]) edit(fs, `/site/content/features/more-${number}.md`, "word.", "words.");
    expect((await buildAgain(fs)).report?.written).toContain("features/more-20/index.html");
    await expectAsFromNothing(fs);
  });
});

function feature(number: number): string {
  return `---
title: Talk ${number}
date: 20${10 + (number % 10)}-0${1 + (number % 9)}-11
guests: [{id: guest-${number % 7}, name: Guest ${number % 7}}]
---

Host: What of [the other](more-${(number * 17) % 60}.md#top)?

Guest ${number % 7}: A word.
`.replace("#top", "");
}

async function built(): Promise<MemoryFileSystem> {
  const fs = diskWith(goodSite);
  expect((await buildAgain(fs)).report).not.toBeNull();
  return fs;
}

function edit(fs: MemoryFileSystem, path: string, from: string, to: string): void {
  const text = new TextDecoder().decode(fs.read(path));
  expect(text).toContain(from);
  fs.write(path, text.replace(from, to));
}

/** The output folder has what a build from nothing makes. */
async function expectAsFromNothing(fs: MemoryFileSystem): Promise<void> {
  await build({ root: "/site", out: "/site/anew", fs, now });
  expect(filesIn(fs, "/site/dist/")).toEqual(filesIn(fs, "/site/anew/"));
  fs.remove("/site/anew");
}

function filesIn(fs: MemoryFileSystem, folder: string): ReadonlyMap<string, string> {
  const files = [...fs.files()].filter(([path]) => path.startsWith(folder) && !path.includes("/."));
  return new Map(files.map(([path, text]) => [path.slice(folder.length), text]));
}
