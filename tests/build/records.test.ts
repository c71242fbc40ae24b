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

  it("says why a page was made", async () => {
    const fs = await builtAndChanged(edit);
    const { why } = await buildAgain(fs, { why: "/features/lamps/" });
    expect(why).toEqual({ page: "/features/lamps/", reasons: ["content/features/lamps.md"] });
    expect((await buildAgain(fs, { why: "content/features/lamps.md" })).why).toEqual({
      page: "/features/lamps/",
      reasons: [],
    });
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
