import { expect, test } from "vitest";
import { openSession } from "../../src/build/site-session.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { filePath } from "../../src/model/ids.js";
import { LiveSite } from "../../src/preview/live-site.js";
import { goodSite } from "../build/good-site.js";

test("an open page is told first what is wrong with the files that were saved last", async () => {
  const fs = new MemoryFileSystem(
    Object.fromEntries(Object.entries(goodSite).map(([path, text]) => [`/s/${path}`, text])),
  );
  const session = openSession({ root: "/s", fs, now: 1_000_000 });
  const site = new LiveSite(() => "editor:");
  const firstPlaces = async (saved: string): Promise<string[]> => {
    site.take(await session.update(), [filePath(saved)]);
    const messages = [...site.messagesFor("/", site.mark(site.pageAt("/")?.hash ?? ""))];
    return messages.flatMap((each) =>
      each.type === "report" ? each.report.shown.map(({ place }) => place) : [],
    );
  };
  site.take(await session.update());
  fs.write("/s/content/guests/abe.md", "---\nnmae: Abe Lund\n---\n");
  const all = await firstPlaces("content/pages/about.md");
  expect(all[0]).not.toMatch(/^content\/guests\/abe\.md/);
  expect((await firstPlaces("content/guests/abe.md"))[0]).toMatch(/^content\/guests\/abe\.md/);
  // What was saved before stays in front while the site is broken.
  const later = await firstPlaces("content/features/lamps.md");
  expect(later.slice(0, 2).every((place) => /abe|lamps/.test(place))).toBe(true);
});

test("a page whose text is broken still leads to its file", async () => {
  const fs = new MemoryFileSystem(
    Object.fromEntries(Object.entries(goodSite).map(([path, text]) => [`/s/${path}`, text])),
  );
  const session = openSession({ root: "/s", fs, now: 1_000_000 });
  const site = new LiveSite((file, line) => `editor:${file}:${line}`);
  const leadsTo = (): string | undefined => {
    const messages = [...site.messagesFor("/features/lamps/", site.mark(""))];
    return messages.flatMap((each) => (each.type === "source" ? [each.source?.href] : []))[0];
  };
  site.take(await session.update());
  expect(leadsTo()).toBe("editor:content/features/lamps.md:1");
  fs.write("/s/content/features/lamps.md", "---\ntitle: [\n---\n");
  site.take(await session.update());
  expect(leadsTo()).toBe("editor:content/features/lamps.md:1");
  fs.remove("/s/content/site.yaml");
  site.take(await session.update());
  expect(leadsTo()).toBe("editor:content/features/lamps.md:1");
});
