import { describe, expect, it, vi } from "vitest";
import { build } from "../../src/build/index.js";
import type { BuildOptions } from "../../src/build/options.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { changed, goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";

/** Long after the files were written, so that no clock is too coarse. */
const later = Date.now() + 60_000;

/** Build, and say which files of the site's content were read on the way. */
async function buildNoting(fs: MemoryFileSystem, options: Partial<BuildOptions> = {}) {
  const read = vi.spyOn(fs, "read");
  const { report, diagnostics } = await build({ root: "/site", fs, now: later, cache: true, ...options });
  const looked = read.mock.calls.map(([path]) => path).filter((path) => path.startsWith("/site/content/"));
  read.mockRestore();
  return { report, looked: [...new Set(looked)], problems: diagnostics.map(({ code }) => code) };
}

const cacheOf = (fs: MemoryFileSystem): string =>
  [...fs.files()].map(([path]) => path).find((path) => path.startsWith("/site/.colloquy/build-")) ?? "";

const distOf = (fs: MemoryFileSystem): Map<string, string> =>
  new Map([...fs.files()].filter(([path]) => path.startsWith("/site/dist/")));

describe("a build after a build", () => {
  it("reads nothing where nothing changed, and leaves every file", async () => {
    const fs = diskWith(goodSite);
    const first = await buildNoting(fs);
    const again = await buildNoting(fs);
    expect(again.looked).toEqual([]);
    expect(again.report).toMatchObject({ written: [], removed: [], unchanged: first.report?.written.length });
    expect(again.problems).toEqual(first.problems);
  });

  it("is remembered before another one may write the folder", async () => {
    const fs = diskWith(goodSite);
    const remembered: (string | undefined)[] = [];
    const remove = fs.remove.bind(fs);
    fs.remove = (path) => {
      if (path.endsWith("colloquy-lock")) remembered.push(fs.files().get(cacheOf(fs)));
      remove(path);
    };
    await buildNoting(fs);
    const whole = fs.files().get(cacheOf(fs));
    const lamps = "/site/content/features/lamps.md";
    fs.write(lamps, goodSite["content/features/lamps.md"].replace("long tonight", "short tonight"));
    const { report } = await buildNoting(fs, { now: later + 60_000 });
    expect(report?.written).toContain("features/lamps/index.html");
    expect(remembered).toEqual([whole, fs.files().get(cacheOf(fs))]);
    expect(whole).not.toBe(remembered[1]);
  });

  it("knows the files that did not change from the last one, and reads no other", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    fs.remove("/site/.colloquy/hashes-fast");
    const about = "/site/content/pages/about.md";
    fs.write(about, "---\ntitle: About\n---\n\nAll of us.\n");
    const { looked } = await buildNoting(fs, { now: later + 60_000 });
    // The settings are always read.
    expect(looked.sort()).toEqual([about, "/site/content/site.yaml"]);
  });

  it.each([
    [
      "a word",
      (fs: MemoryFileSystem) => {
        fs.write("/site/content/pages/about.md", "---\ntitle: About\n---\n\nAll of us.\n");
      },
      "about/index.html",
    ],
    [
      "a template",
      (fs: MemoryFileSystem) => {
        fs.write("/site/templates/pages/not-found.hbs", "<p>Gone</p>");
      },
      "404.html",
    ],
    [
      "a file of dist",
      (fs: MemoryFileSystem) => {
        fs.remove("/site/dist/about/index.html");
      },
      "about/index.html",
    ],
  ])("sees that %s changed", async (_what, change, path) => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    change(fs);
    expect((await buildNoting(fs)).report?.written).toEqual([path]);
  });

  it("sees a feature that came and one that went", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    const text = goodSite["content/features/lamps.md"];
    fs.write("/site/content/features/wicks.md", text);
    expect((await buildNoting(fs)).report?.written).toContain("features/wicks/index.html");
    fs.remove("/site/content/features/wicks.md");
    expect((await buildNoting(fs)).report?.removed).toEqual(["features/wicks/index.html"]);
  });

  it("goes by the bytes where only the times differ, as after a fresh checkout", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    for (const [path, text] of Object.entries(goodSite)) fs.write(`/site/${path}`, text);
    expect((await buildNoting(fs)).report?.written).toEqual([]);
  });

  it("makes only what has changed in a checkout elsewhere, from what another one has left", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    const left = [...fs.files().keys()].filter((path) => /^\/site\/(?:\.colloquy|dist)\//.test(path));
    const changes = changed("content/features/lamps.md", ["title: On lamps", "title: On other lamps"]);
    const there = diskWith({ ...goodSite, ...changes });
    for (const path of left) there.write(path, fs.read(path));
    const { report } = await buildNoting(there);
    expect(report?.written).toContain("features/lamps/index.html");
    expect(report?.written).not.toContain("guests/bea/index.html");
    expect(report?.unchanged).toBeGreaterThan(10);
    await build({ root: "/site", fs: there, now: later, out: "/site/anew" });
    const anew = [...there.files()].filter(([path]) => path.startsWith("/site/anew/"));
    expect(new Map(anew.map(([path, text]) => [path.replace("/anew/", "/dist/"), text]))).toEqual(
      distOf(there),
    );
  });

  it("takes a damaged cache for none, and makes the same site", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    const dist = distOf(fs);
    const text = new TextDecoder().decode(fs.read(cacheOf(fs)));
    for (const broken of ["", "{}", text.slice(0, -9), text.replace("about", "abuot")]) {
      fs.write(cacheOf(fs), broken);
      const { looked, report } = await buildNoting(fs);
      expect(looked.length).toBeGreaterThan(0);
      expect(report?.written).toEqual([]);
    }
    expect(distOf(fs)).toEqual(dist);
  });

  it("notices that a feature's day has come", async () => {
    const text = goodSite["content/features/lamps.md"].replace("date:", "publishAt: 2999-01-01\ndate:");
    const fs = diskWith(goodSite, { "content/features/later.md": text });
    await buildNoting(fs);
    expect((await buildNoting(fs)).looked).toEqual([]);
    const then = await buildNoting(fs, { now: Date.parse("2999-01-02T00:00:00Z") });
    expect(then.report?.written).toContain("features/later/index.html");
  });

  it("remembers builds with other options side by side", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs);
    await buildNoting(fs, { base: "/talks/", out: "/site/talks" });
    expect((await buildNoting(fs)).looked).toEqual([]);
    expect((await buildNoting(fs, { base: "/talks/", out: "/site/talks" })).looked).toEqual([]);
  });

  it("remembers warnings, and with strict goes by them", async () => {
    const fs = diskWith(goodSite, { "content/guests/cyd.md": "---\nname: Cyd Vane\n---\n\nNobody asked.\n" });
    expect((await buildNoting(fs)).problems).toEqual(["unheard-guest"]);
    const again = await buildNoting(fs);
    expect(again).toMatchObject({ looked: [], problems: ["unheard-guest"] });
    expect((await buildNoting(fs, { strict: true })).report).toBeNull();
  });

  it("keeps and uses nothing where that is not wanted", async () => {
    const fs = diskWith(goodSite);
    await buildNoting(fs, { cache: false });
    expect(cacheOf(fs)).toBe("");
    await buildNoting(fs);
    expect((await buildNoting(fs, { cache: false })).looked.length).toBeGreaterThan(0);
  });
});
