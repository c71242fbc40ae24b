import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build/index.js";
import { findLastSite, stampOf, type FoundSite, type LastSite } from "../../src/build/last-site.js";
import { LonePages } from "../../src/build/lone-pages.js";
import type { SiteOptions } from "../../src/build/options.js";
import type { ServedOutput } from "../../src/build/served-output.js";
import { openSession, type SiteSession } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { listSite } from "../../src/io/site-reader.js";
import { filePath } from "../../src/model/ids.js";
import { goodSite } from "./good-site.js";
import { apply, edit } from "./site-edits.js";

const root = "/site";
const now = Date.parse("2024-06-01T12:00:00Z");
const lamps = "features/lamps/index.html";
const source = `${root}/content/features/lamps.md`;
const decoder = new TextDecoder();

/** A disk on which each write is ten seconds after the one before, all of them long before `now`. */
function diskWith(files: Readonly<Record<string, string>>): MemoryFileSystem {
  let time = Date.parse("2024-05-01T12:00:00Z");
  const fs = new MemoryFileSystem({}, { now: () => (time += 10_000) });
  for (const [path, text] of Object.entries(files)) fs.write(`${root}/${path}`, text);
  return fs;
}

/** The text of an output that is known before the site is read. */
function textOf(fs: MemoryFileSystem, path: string, options: Partial<SiteOptions> = {}): string | undefined {
  const output = findLastSite(fs, { root, fs, ...options }, options.now ?? now)?.get(path);
  return output && textIn(output);
}

const buildIn = (fs: MemoryFileSystem, options: Partial<SiteOptions> = {}) =>
  build({ root, fs, now, cache: true, ...options });

async function previewIn(fs: MemoryFileSystem): Promise<SiteSession> {
  const session = openSession({ root, fs, now, cache: true });
  await session.update();
  return session;
}

describe("what is known of a site before it is read", () => {
  it("is every page that the last build wrote, at the path of the site", async () => {
    const fs = diskWith(goodSite);
    expect(textOf(fs, lamps)).toBeUndefined();
    await buildIn(fs);
    expect(textOf(fs, lamps)).toBe(decoder.decode(fs.read(`${root}/dist/${lamps}`)));
    expect(textOf(fs, "features/nobody/index.html")).toBeUndefined();
    expect(findLastSite(fs, { root, fs }, now)?.basePath).toBe("/");
  });

  it("is what the last preview has shown, though nothing was ever built", async () => {
    const fs = diskWith(goodSite);
    const session = await previewIn(fs);
    session.save([lamps, "nowhere.html"]);
    expect(textOf(fs, lamps)).toContain("On lamps");
    expect(textOf(fs, "index.html")).toBeUndefined();
  });

  it("is a text that was saved while the preview ran", async () => {
    const fs = diskWith(goodSite);
    const session = await previewIn(fs);
    const text = decoder.decode(fs.read(source));
    fs.write(source, text.replace("tonight", "tomorrow"));
    await session.update([filePath("content/features/lamps.md")]);
    session.save([lamps]);
    expect(textOf(fs, lamps)).toContain("tomorrow");
    fs.write(source, text);
    expect(textOf(fs, lamps)).toBeUndefined();
  });

  it("is nothing where a file changed after it was read and before that was written down", async () => {
    const fs = diskWith(goodSite);
    const session = await previewIn(fs);
    fs.write(source, `${decoder.decode(fs.read(source))}\nMore.\n`);
    session.save([lamps]);
    expect(textOf(fs, lamps)).toBeUndefined();
  });

  it.each<[string, (fs: MemoryFileSystem) => void]>([
    ["a text changed", (fs) => fs.write(source, `${decoder.decode(fs.read(source))}\nMore.\n`)],
    ["a feature came", (fs) => fs.write(`${root}/content/features/more.md`, fs.read(source))],
    ["a guest went", (fs) => fs.remove(`${root}/content/guests/bea.md`)],
    ["a template came", (fs) => fs.write(`${root}/templates/pages/home.hbs`, "<p>Home</p>")],
  ])("is nothing where %s", async (_what, change) => {
    const fs = diskWith(goodSite);
    await buildIn(fs);
    (await previewIn(fs)).save([lamps]);
    const last = findLastSite(fs, { root, fs }, now);
    expect(last?.stamp).toBe(stampOf(listSite(fs, root)));
    change(fs);
    expect(last?.stamp).not.toBe(stampOf(listSite(fs, root)));
    expect(textOf(fs, lamps)).toBeUndefined();
  });

  it("is no page of dist that somebody changed", async () => {
    const fs = diskWith(goodSite);
    await buildIn(fs);
    fs.write(`${root}/dist/${lamps}`, "<p>Mine</p>");
    expect(textOf(fs, lamps)).toBeUndefined();
    expect(textOf(fs, "index.html")).toBeDefined();
  });

  it("is nothing of a site that was made with other options, or on another day where the day counts", async () => {
    const fs = diskWith(goodSite);
    await buildIn(fs);
    expect(textOf(fs, lamps, { drafts: true })).toBeUndefined();
    expect(textOf(fs, lamps, { base: "/talks/" })).toBeUndefined();
    expect(textOf(fs, lamps, { now: now + 86_400_000 })).toBeDefined();
    fs.write(
      source,
      goodSite["content/features/lamps.md"].replace("guests:", "expires: 2024-06-01\nguests:"),
    );
    await buildIn(fs);
    expect(textOf(fs, lamps)).toBeDefined();
    expect(textOf(fs, lamps, { now: now + 86_400_000 })).toBeUndefined();
  });

  it("is every page that is as it was, once the texts are read", async () => {
    const fs = diskWith(goodSite);
    (await previewIn(fs)).save();
    fs.write(source, goodSite["content/features/lamps.md"].replace("tonight", "tomorrow"));
    const known: (string | undefined)[] = [];
    const onRead = (site: LastSite): void => {
      const about = site.get("about/index.html");
      known.push(about && textIn(about), site.get(lamps)?.hash);
    };
    const session = openSession({ root, fs, now, cache: true }, { onRead });
    const { outputs } = await session.update();
    const about = outputs.get("about/index.html");
    expect(known).toEqual([about && textIn(about), undefined]);
    await session.update();
    expect(known).toHaveLength(2);
  });

  it("is what a build from nothing makes, after any edits", { timeout: 600_000 }, async () => {
    const round = fc.record({ one: fc.option(edit), built: fc.boolean(), kept: fc.boolean() });
    let known = 0;
    let madeAlone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 8 }), async (rounds) => {
        const fs = diskWith(goodSite);
        for (const { one, built, kept } of rounds) {
          const before = sourcesOf(fs);
          if (one) apply(fs, one);
          const last = findLastSite(fs, { root, fs }, now);
          let read: LastSite | undefined;
          const session = openSession(
            { root, fs, now, cache: kept },
            { onRead: (site) => (read = site), found: last },
          );
          const lone = await loneOutputs(fs, last);
          const { usable, outputs } = await session.update();
          if (!usable) {
            expect(last).toBeUndefined();
            restore(fs, before);
            continue;
          }
          for (const [path, { open }] of outputs) {
            if (lone.has(path)) madeAlone++;
            for (const early of [last?.get(path), read?.get(path), lone.get(path)]) {
              if (!early) continue;
              known++;
              expect([path, textIn(early)]).toEqual([path, decoder.decode(wholeOf(open()))]);
            }
          }
          session.save([...outputs.keys()]);
          if (built) await buildIn(fs);
        }
      }),
      { numRuns: 20 },
    );
    expect(known).toBeGreaterThan(0);
    expect(madeAlone).toBeGreaterThan(0);
  });

  it("has pages that are made from a few of its texts", async () => {
    const fs = diskWith(goodSite);
    (await previewIn(fs)).save();
    const lone = await loneOutputs(fs, findLastSite(fs, { root, fs }, now));
    const made = ["guests/abe/index.html", lamps, "assets/style.css"];
    expect([...lone.keys()].filter((path) => [...made, "index.html"].includes(path))).toEqual(made);
  });

  it("has no page that is made alone where a template is not what it was made with", async () => {
    const fs = diskWith(goodSite);
    (await previewIn(fs)).save();
    const found = findLastSite(fs, { root, fs }, now);
    fs.write(`${root}/templates/pages/feature.hbs`, "<p>{{title}}</p>");
    const listed = listSite(fs, root);
    const lone = await loneOutputs(fs, found && { ...found, listed });
    expect(lone.has("guests/abe/index.html")).toBe(true);
    expect(lone.has(lamps)).toBe(false);
  });
});

/** All that can be made without the whole site, by its path. */
async function loneOutputs(
  fs: MemoryFileSystem,
  found: FoundSite | undefined,
): Promise<ReadonlyMap<string, ServedOutput>> {
  const order = found?.order();
  if (!found || !order) return new Map();
  const options = { root, fs, now, cache: true };
  const session = openSession({ root, fs, now });
  const { outputs } = await session.update();
  const pages = new LonePages(options, { order, listed: found.listed });
  const made: [string, ServedOutput][] = [];
  for (const path of outputs.keys()) {
    const output = await pages.make(path);
    if (output) made.push([path, output]);
  }
  pages.close();
  return new Map(made);
}

function textIn(output: ServedOutput): string {
  return decoder.decode(wholeOf(output.open()));
}

/** The texts of content and templates. */
function sourcesOf(fs: MemoryFileSystem): ReadonlyMap<string, string> {
  return new Map([...fs.files()].filter(([path]) => /^\/site\/(?:content|templates)\//.test(path)));
}

function restore(fs: MemoryFileSystem, before: ReadonlyMap<string, string>): void {
  for (const path of sourcesOf(fs).keys()) if (!before.has(path)) fs.remove(path);
  for (const [path, text] of before) fs.write(path, text);
}
