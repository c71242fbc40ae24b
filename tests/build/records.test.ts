import { describe, expect, it, vi } from "vitest";
import { build } from "../../src/build/index.js";
import type { BuildOptions } from "../../src/build/options.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { changed, goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";

/** Long after the files were written, so that no clock is too coarse. */
const later = Date.now() + 60_000;

const buildAgain = (fs: MemoryFileSystem, options: Partial<BuildOptions> = {}) =>
  build({ root: "/site", fs, now: later, cache: true, ...options });

/** A site that was built once, then changed. */
async function builtAndChanged(change: (fs: MemoryFileSystem) => void): Promise<MemoryFileSystem> {
  const fs = diskWith(goodSite);
  await buildAgain(fs);
  change(fs);
  return fs;
}

const edit = (fs: MemoryFileSystem): void => {
  const [file = "", text = ""] =
    Object.entries(changed("content/features/lamps.md", ["topics:", "kicker: Again\ntopics:"])).find(
      ([path]) => path === "content/features/lamps.md",
    ) ?? [];
  fs.write(`/site/${file}`, text);
};

describe("a build in a new process, after a change", () => {
  it("reads only what changed, and what is shown beside it in full", async () => {
    const fs = await builtAndChanged(edit);
    const read = vi.spyOn(fs, "read");
    const { report } = await buildAgain(fs);
    const looked = read.mock.calls
      .map(([path]) => path)
      .filter((path) => /^\/site\/content\/.*\.md$/.test(path));
    // The feed, which has the changed feature, has the other one, too.
    const features = ["lamps.md", "duty/index.md", "duty/10-first.md"];
    expect([...new Set(looked)].sort()).toEqual(
      features.map((name) => `/site/content/features/${name}`).sort(),
    );
    expect(report?.written).toContain("features/lamps/index.html");
    expect(report?.unchanged).toBeGreaterThan(report?.written.length ?? 0);
  });

  const kept = ["documents", "features", "hashes", "outputs", "facts"].map(
    (name) => `/site/.colloquy/${name}-fast`,
  );

  it.each(["another program", "a torn file", "nothing", ...kept])(
    "starts from nothing with the records of %s",
    async (what) => {
      const fs = await builtAndChanged(edit);
      if (what === "nothing") fs.remove("/site/.colloquy");
      else if (kept.includes(what)) fs.remove(what);
      else {
        for (const path of kept) {
          const bytes = fs.read(path);
          const torn = bytes.slice(0, bytes.length / 2);
          fs.write(path, what === "a torn file" ? torn : Buffer.from(bytes).fill("x", 20, 60));
        }
      }
      await buildAgain(fs);
      const clean = diskWith(goodSite);
      edit(clean);
      await buildAgain(clean, { cache: false });
      const dist = (disk: MemoryFileSystem) =>
        [...disk.files()].filter(([each]) => each.startsWith("/site/dist/"));
      expect(dist(fs)).toEqual(dist(clean));
    },
  );

  it("sees that a section has another name, which gives its address", async () => {
    const renameSection = (fs: MemoryFileSystem): void => {
      const folder = "/site/content/features/duty";
      fs.rename(`${folder}/10-first.md`, `${folder}/10-dawn.md`);
      const links = changed("content/features/lamps.md", ["duty/index.md#first", "duty/index.md#dawn"]);
      for (const [path, text] of Object.entries(links)) fs.write(`/site/${path}`, text);
    };
    const fs = await builtAndChanged(renameSection);
    expect((await buildAgain(fs)).diagnostics).toEqual([]);
    expect(fs.files().get("/site/dist/features/duty/index.html")).toContain('id="dawn"');
  });

  it("reads no text for the links in it that lead somewhere", async () => {
    const { "content/features/lamps.md": lamps, ...others } = goodSite;
    const settings = `${others["content/site.yaml"]}pages: {guests: false}\nfeeds: {items: 1}\n`;
    const talks = Object.fromEntries(
      [1, 2, 3, 4, 5].map((day) => [
        `content/features/talk-${day}.md`,
        lamps.replace("2024-03-01", `2024-03-0${day}`).replace("On lamps", `Talk ${day}`),
      ]),
    );
    const fs = diskWith({ ...others, "content/site.yaml": settings }, talks);
    await buildAgain(fs);
    const newest = "/site/content/features/talk-5.md";
    fs.write(newest, (fs.files().get(newest) ?? "").replace("Talk 5", "Last talk"));
    const read = vi.spyOn(fs, "read");
    expect((await buildAgain(fs)).report?.written).toContain("features/index.html");
    const looked = read.mock.calls.map(([path]) => path).filter((path) => /talk-\d\.md$/.test(path));
    // The neighbour, which is shown the new title.
    expect([...new Set(looked)].sort()).toEqual(["/site/content/features/talk-4.md", newest]);
  });

  it("says why a page was made", async () => {
    const fs = await builtAndChanged(edit);
    const { why } = await buildAgain(fs, { why: "/features/lamps/" });
    expect(why).toEqual({ page: "/features/lamps/", reasons: ["content/features/lamps.md"] });
    expect((await buildAgain(fs, { why: "content/features/lamps.md" })).why).toEqual({
      page: "/features/lamps/",
      reasons: [],
    });
  });

  it("finds what is meant by an address as it is shown or copied, and by a file", async () => {
    const fs = await builtAndChanged(() => undefined);
    const base = "/talks/";
    const pageFor = async (why: string) => (await buildAgain(fs, { why, base })).why?.page;
    const lamps = "/features/lamps/";
    expect(await pageFor("./content/features/lamps.md")).toBe(lamps);
    expect(await pageFor("features/lamps/index.html")).toBe(lamps);
    expect(await pageFor("/talks/features/lamps")).toBe(lamps);
    expect(await pageFor("https://talks.example/talks/features/lamps/?from=mail#wick")).toBe(lamps);
    expect(await pageFor("/talks/features/%6Camps/")).toBe(lamps);
    expect(await pageFor("content/features/duty/10-first.md")).toBe("/features/duty/");
    expect(await pageFor("/talks/")).toBe("/");
    expect(await pageFor("/features/%ZZ/")).toBeNull();
  });

  it("says why a feed is made anew, and that what is quickly made always is", async () => {
    const fs = await builtAndChanged(edit);
    expect((await buildAgain(fs, { why: "/feed.xml" })).why).toEqual({
      page: "/feed.xml",
      reasons: ["content/features/lamps.md"],
    });
    expect((await buildAgain(fs, { why: "sitemap.xml" })).why).toEqual({
      page: "/sitemap.xml",
      reasons: ["always"],
    });
    const portrait = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>';
    fs.write("/site/content/guests/abe.svg", portrait);
    const withPortrait = changed("content/guests/abe.md", ["role:", "portrait: abe.svg\nrole:"]);
    fs.write("/site/content/guests/abe.md", withPortrait["content/guests/abe.md"] ?? "");
    expect((await buildAgain(fs, { why: "content/guests/abe.svg" })).why).toEqual({
      page: "/media/guests/abe.svg",
      reasons: ["always"],
    });
  });

  it("says that the output folder has another state than the one that was made last", async () => {
    const fs = await builtAndChanged(edit);
    await buildAgain(fs, { out: "/site/elsewhere" });
    const why = "/features/lamps/";
    expect((await buildAgain(fs, { why })).why).toEqual({ page: why, reasons: ["output folder"] });
    expect((await buildAgain(fs, { why })).why).toEqual({ page: why, reasons: [] });
    fs.deny("/site/dist");
    const denied = await buildAgain(fs, { why });
    expect(denied.why).toEqual({ page: why, reasons: ["output folder"] });
    expect(denied.diagnostics.map(({ code }) => code)).toEqual(["write-failed"]);
  });

  it("says nothing of pages where there is no site to speak of", async () => {
    const fs = await builtAndChanged((disk) => {
      disk.write("/site/content/site.yaml", "title: [\n");
    });
    const { why, diagnostics } = await buildAgain(fs, { why: "/features/lamps/" });
    expect(why).toBeUndefined();
    expect(diagnostics).not.toEqual([]);
  });

  it("says that a page was not made before, and that there is none", async () => {
    const fs = diskWith(goodSite);
    expect((await buildAgain(fs, { why: "features/lamps" })).why).toMatchObject({ reasons: ["new"] });
    expect((await buildAgain(fs, { why: "/features/lamp/" })).why).toEqual({
      page: null,
      nearest: "/features/lamps/",
    });
  });
});
