import { describe, expect, test } from "vitest";
import { build } from "../../src/build/index.js";
import type { ServedOutput } from "../../src/build/served-output.js";
import { openSession } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";

const lamps = "features/lamps/index.html";
const source = "/site/content/features/lamps.md";
const always = () => false;

/** Long after the files were written, so that no clock is too coarse. */
const now = Date.now() + 60_000;

const openIn = (fs: MemoryFileSystem) => openSession({ root: "/site", fs, now, cache: true });
const buildIn = (fs: MemoryFileSystem) => build({ root: "/site", fs, now, cache: true });
const textOf = (output: ServedOutput | undefined) =>
  output && new TextDecoder().decode(wholeOf(output.open()));

function breakLamps(fs: MemoryFileSystem): void {
  fs.write(source, goodSite["content/features/lamps.md"].replace("title:", "titel:"));
}

describe("a page that this run has not shown", () => {
  test("is as the last build left it, once its text is saved with a mistake", async () => {
    const fs = diskWith(goodSite);
    await buildIn(fs);
    const session = openIn(fs);
    expect((await session.update()).usable).toBe(true);
    breakLamps(fs);
    const { usable, outputs } = await session.update();
    expect(usable).toBe(false);
    expect(textOf(outputs.get(lamps))).toBe(new TextDecoder().decode(fs.read(`/site/dist/${lamps}`)));
    fs.write(`/site/dist/${lamps}`, "<p>Mine</p>");
    expect(() => textOf(outputs.get(lamps))).toThrow(/no longer known/);
  });

  test("is as it was where its text was read while there was nothing else to do", async () => {
    const fs = diskWith(goodSite);
    const before = openIn(fs);
    const built = textOf((await before.update()).outputs.get(lamps));
    before.save();
    const session = openIn(fs);
    await session.update();
    expect(session.gather(() => true)).toBe(false);
    expect(session.gather(always)).toBe(true);
    breakLamps(fs);
    const { usable, outputs } = await session.update();
    expect(usable).toBe(false);
    expect(textOf(outputs.get(lamps))).toBe(built);
    expect(session.gather(always)).toBe(true);
  });
});

describe("a site that is broken from the start", () => {
  test("is as the last build left it", async () => {
    const fs = diskWith(goodSite);
    fs.write("/site/content/site.yaml", goodSite["content/site.yaml"].replace("example/", "example/talks/"));
    await buildIn(fs);
    const built = new TextDecoder().decode(fs.read(`/site/dist/${lamps}`));
    fs.write("/site/content/site.yaml", "title: [");
    breakLamps(fs);
    const { usable, basePath, outputs } = await openIn(fs).update();
    expect([usable, basePath]).toEqual([false, "/talks/"]);
    expect(textOf(outputs.get(lamps))).toBe(built);
  });

  test("is as the last preview has shown it", async () => {
    const fs = diskWith(goodSite);
    const before = openIn(fs);
    const built = textOf((await before.update()).outputs.get(lamps));
    before.save([lamps]);
    breakLamps(fs);
    const session = openIn(fs);
    const { usable, outputs } = await session.update();
    expect(usable).toBe(false);
    expect([...outputs.keys()]).toEqual([lamps]);
    expect(textOf(outputs.get(lamps))).toBe(built);
    fs.write(source, goodSite["content/features/lamps.md"].replace("tonight", "tomorrow"));
    const mended = await session.update();
    expect(mended.usable).toBe(true);
    expect(mended.changed).toContain(lamps);
    expect(textOf(mended.outputs.get(lamps))).toContain("tomorrow");
  });

  test("is none where there never was a good one", async () => {
    const fs = diskWith(goodSite);
    breakLamps(fs);
    expect((await openIn(fs).update()).outputs.size).toBe(0);
  });
});
