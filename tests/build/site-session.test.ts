import { expect, test } from "vitest";
import { openSession } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { filePath } from "../../src/model/ids.js";
import { goodSite } from "./good-site.js";

const picture = "content/guests/abe.svg";
const served = "media/guests/abe.svg";
const drawing = (word: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"><title>${word}</title></svg>`;
const files = {
  ...goodSite,
  "content/site.yaml": `${goodSite["content/site.yaml"]}pictures: {missingCredit: off}\n`,
  "content/guests/abe.md": goodSite["content/guests/abe.md"].replace("---\n\n", "portrait: abe.svg\n---\n\n"),
  [picture]: drawing("one"),
};

/** A session of that site on a disk whose clock stands still. */
async function start() {
  const onDisk = Object.entries(files).map(([path, text]): [string, string] => [`/s/${path}`, text]);
  const fs = new MemoryFileSystem(Object.fromEntries(onDisk), { now: () => 5 });
  const session = openSession({ root: "/s", fs, now: 1_000_000 });
  const first = await session.update();
  expect(first.diagnostics).toEqual([]);
  return { fs, session, first };
}

const textOf = (output: ReturnType<Awaited<ReturnType<typeof start>>["first"]["outputs"]["get"]>) =>
  output && new TextDecoder().decode(wholeOf(output.open()));

test("a copied file that was seen to change is another, though its time and size are the same", async () => {
  const { fs, session, first } = await start();
  fs.write(`/s/${picture}`, drawing("two"));
  const second = await session.update([filePath(picture)]);
  expect(second.changed).toEqual([served]);
  expect(second.outputs.get(served)?.open().mark).not.toBe(first.outputs.get(served)?.hash);
  expect(textOf(second.outputs.get(served))).toContain("two");
  expect((await session.update([])).changed).toEqual([]);
});

test("a text that was seen to change is read again, though its time and size are the same", async () => {
  const { fs, session } = await start();
  const about = "content/pages/about.md";
  fs.write(`/s/${about}`, files[about].replace("About us.", "About me."));
  const { changed, outputs } = await session.update([filePath(about)]);
  expect(changed).toContain("about/index.html");
  expect(textOf(outputs.get("about/index.html"))).toContain("About me.");
});

test("an error leaves every file of the last good site as it was", async () => {
  const { fs, session, first } = await start();
  const before = [...first.outputs].map(([path, output]): [string, string | undefined] => [
    path,
    textOf(output),
  ]);
  fs.write("/s/content/pages/about.md", "---\ntitle: [\n---\n");
  fs.write("/s/content/features/lamps.md", files["content/features/lamps.md"].replace("tonight", "tomorrow"));
  const broken = await session.update();
  expect([broken.usable, broken.changed]).toEqual([false, []]);
  expect([...broken.outputs].map(([path, output]) => [path, textOf(output)])).toEqual(before);
});

test("a link that leads out of the site is never followed, even where a picture was before", async () => {
  const { fs, session } = await start();
  fs.write("/elsewhere/secret.svg", drawing("secret"));
  fs.remove(`/s/${picture}`);
  fs.makeLink(`/s/${picture}`, "/elsewhere/secret.svg");
  const { usable, outputs } = await session.update();
  expect(usable).toBe(false);
  expect(() => outputs.get(served)?.open()).toThrow(/nothing of that name/);
});

test("a text that was taken alone, and is as it was before when more changes, is shown as it is", async () => {
  const { fs, session } = await start();
  const lamps = "content/features/lamps.md";
  const page = "features/lamps/index.html";
  fs.write(`/s/${lamps}`, files[lamps].replace("long tonight", "short tonight"));
  const { outputs } = await session.update([filePath(lamps)]);
  expect(textOf(outputs.get(page))).toContain("short tonight");
  fs.write(`/s/${lamps}`, files[lamps]);
  const about = "content/pages/about.md";
  fs.write(`/s/${about}`, files[about].replace("About us.", "About me."));
  const both = await session.update([filePath(lamps), filePath(about)]);
  expect(textOf(both.outputs.get(page))).toContain("long tonight");
});

test("a text that is saved after the site was looked at again is on its page", async () => {
  const { fs, session } = await start();
  const lamps = "content/features/lamps.md";
  const about = "content/pages/about.md";
  fs.write(`/s/${about}`, files[about].replace("About us.", "About all of us."));
  await session.update([filePath(about)]);
  fs.write(`/s/${lamps}`, files[lamps].replace("long tonight", "short tonight"));
  const { changed, outputs } = await session.update([filePath(lamps)]);
  for (const path of ["features/lamps/index.html", "guests/abe/index.html"]) {
    expect(changed).toContain(path);
    expect(textOf(outputs.get(path))).toContain("short tonight");
  }
});

test("a page keeps its text where another was at its address for a while", async () => {
  const { fs, session } = await start();
  const page = "features/moss/index.html";
  const talk = (title: string, day: number, more = "") =>
    `---\ntitle: ${title}\ndate: 2023-01-0${day}\nguests: [bea]\n${more}---\n\nBea Moss: Of ${title}.\n`;
  fs.write("/s/content/features/moss.md", talk("moss", 5));
  fs.write("/s/content/features/reed.md", talk("reed", 4));
  fs.write("/s/content/features/sand.md", talk("sand", 3));
  expect((await session.update()).usable).toBe(true);
  fs.write("/s/content/features/sand.md", talk("sand", 3, "slug: moss\n"));
  expect((await session.update()).usable).toBe(false);
  fs.write("/s/content/features/sand.md", talk("sand", 3, "slug: sand-dust\n"));
  const { outputs } = await session.update();
  expect(textOf(outputs.get(page))).toContain("Of moss.");
  expect(textOf(outputs.get("features/sand-dust/index.html"))).toContain("Of sand.");
});

test("a page that a template could not make is made once the template is mended", async () => {
  const { fs, session } = await start();
  const lamps = "content/features/lamps.md";
  const template = "templates/pages/not-found.hbs";
  fs.write(`/s/${lamps}`, files[lamps].replace("On lamps", "On candles"));
  fs.write(`/s/${template}`, "{{site.nothing}}");
  expect((await session.update()).usable).toBe(false);
  fs.remove(`/s/${template}`);
  const { outputs } = await session.update();
  expect(textOf(outputs.get("404.html"))).toContain("On candles");
  expect(textOf(outputs.get("features/lamps/index.html"))).toContain("On candles");
});

test("a text that was saved makes anew only what shows it, as a build from nothing does", async () => {
  const { fs, session } = await start();
  const listed: string[] = [];
  const list = fs.list.bind(fs);
  fs.list = (path) => {
    listed.push(path);
    return list(path);
  };
  fs.write("/s/content/features/lamps.md", files["content/features/lamps.md"].replace("tonight", "somehow"));
  const saved = await session.update([filePath("content/features/lamps.md")]);
  expect(listed).toEqual([]);
  expect(saved.changed).toContain("features/lamps/index.html");
  expect(saved.changed).not.toContain("index.html");
  const fresh = await openSession({ root: "/s", fs, now: 1_000_000 }).update();
  expect(saved.diagnostics).toEqual(fresh.diagnostics);
  expect([...saved.outputs].map(([path, output]) => [path, textOf(output)])).toEqual(
    [...fresh.outputs].map(([path, output]) => [path, textOf(output)]),
  );
});

test("a saved text that says another thing to the rest of the site, or is wrong, is read with all of it", async () => {
  const { fs, session } = await start();
  const lamps = filePath("content/features/lamps.md");
  const save = (from: string, to: string) => {
    fs.write(`/s/${lamps}`, files[lamps as keyof typeof files].replace(from, to));
    return session.update([lamps]);
  };
  expect((await save("On lamps", "On lanterns")).changed).toContain("index.html");
  expect((await save("[abe]", "[nobody]")).usable).toBe(false);
  expect((await save("tonight", "somehow")).usable).toBe(true);
  fs.remove(`/s/${lamps}`);
  expect((await session.update([lamps])).outputs.has("features/lamps/index.html")).toBe(false);
});

test("a file that goes while the site is read is one that is gone, not one that cannot be read", async () => {
  const { fs, session } = await start();
  const wet = "/s/content/features/wet.md";
  fs.write(wet, files["content/features/lamps.md"]);
  const read = fs.read.bind(fs);
  fs.read = (path) => {
    if (path === wet && fs.stat(wet)) fs.remove(wet);
    return read(path);
  };
  const { usable, diagnostics } = await session.update();
  expect({ usable, diagnostics }).toEqual({ usable: true, diagnostics: [] });
});
