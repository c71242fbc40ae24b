import { expect, test, vi } from "vitest";
import { build } from "../../src/build/index.js";
import { openSession } from "../../src/build/site-session.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";

/** Long after the files were written, so that no clock is too coarse. */
const now = Date.now() + 60_000;

const lamps = goodSite["content/features/lamps.md"];
const fileOf = (number: number): string => `content/features/talk-${number}.md`;
const count = 12;
const files = Object.fromEntries(
  Array.from({ length: count }, (_, at) => [fileOf(at), lamps.replace("On lamps", `Talk ${at}`)]),
);

/** A site of which an earlier process has understood everything, so that its texts are only read to be shown. */
async function understoodSite(): Promise<MemoryFileSystem> {
  const fs = diskWith(goodSite, files);
  await build({ root: "/site", fs, now, cache: true });
  fs.write(`/site/${fileOf(0)}`, lamps.replace("On lamps", "Another title"));
  return fs;
}

/** Let a text become another just before it is read for the first time, of as many as said. */
function rewriteWhatIsRead(fs: MemoryFileSystem, most: number): void {
  const rewritten = new Set([`/site/${fileOf(0)}`]);
  const read = fs.read.bind(fs);
  vi.spyOn(fs, "read").mockImplementation((path, ...rest) => {
    if (/talk-\d+\.md$/.test(path) && !rewritten.has(path) && rewritten.size <= most) {
      rewritten.add(path);
      fs.write(path, lamps.replace("On lamps", `Rewritten ${rewritten.size}`));
    }
    return read(path, ...rest);
  });
}

test("a build reads a site again whose texts change while it is read", async () => {
  const fs = await understoodSite();
  rewriteWhatIsRead(fs, 3);
  const { diagnostics, report } = await build({ root: "/site", fs, now, cache: true });
  expect(diagnostics).toEqual([]);
  expect(report?.written).toContain("index.html");
  expect(fs.files().get("/site/dist/index.html")).toContain("Rewritten");
});

test("a build of a site that never stays as it is says so, and leaves the last one", async () => {
  const fs = await understoodSite();
  const before = fs.files().get("/site/dist/index.html");
  rewriteWhatIsRead(fs, count);
  const { diagnostics, report } = await build({ root: "/site", fs, now, cache: true });
  expect(diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
    ["site-changing", expect.stringMatching(/^content\/features\/talk-\d+\.md$/)],
  ]);
  expect(report).toBeNull();
  expect(fs.files().get("/site/dist/index.html")).toBe(before);
  vi.restoreAllMocks();
  expect((await build({ root: "/site", fs, now, cache: true })).diagnostics).toEqual([]);
});

test("a preview of such a site shows what it was before, and later what it is", async () => {
  const fs = await understoodSite();
  const session = openSession({ root: "/site", fs, now, cache: true });
  rewriteWhatIsRead(fs, count);
  const restless = await session.update();
  expect(restless.diagnostics.map(({ code }) => code)).toEqual(["site-changing"]);
  expect([restless.usable, restless.changed]).toEqual([false, []]);
  vi.restoreAllMocks();
  const still = await session.update();
  expect([still.usable, still.diagnostics]).toEqual([true, []]);
  expect(still.outputs.has("features/talk-3/index.html")).toBe(true);
});
