import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { FileError } from "../../src/io/file-system.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { filePath } from "../../src/model/ids.js";
import type { Output } from "../../src/model/output.js";
import { distOf, leftOver, siteDisk, tryWrite, write } from "./writer-harness.js";

const codesOf = (result: { diagnostics: readonly { code: string }[] }) =>
  result.diagnostics.map((d) => d.code);

describe("writeSite", () => {
  test("writes a site into a folder that is not there yet, and leaves nothing beside it", async () => {
    const fs = siteDisk();
    const report = await write(fs, {
      "index.html": "home",
      "guests/abe/index.html": "abe",
      "style.css": "p{}",
    });
    expect(distOf(fs)).toEqual({ "index.html": "home", "guests/abe/index.html": "abe", "style.css": "p{}" });
    expect(report).toMatchObject({ unchanged: 0, removed: [], recovered: false });
    expect(leftOver(fs)).toEqual([]);
  });

  test("brings what pages show before the pages, and feeds after them", async () => {
    const report = await write(siteDisk(), {
      "a.html": "",
      "feed.xml": "",
      "pictures/a.jpg": "",
      "b.html": "",
    });
    expect(report.written).toEqual(["pictures/a.jpg", "a.html", "b.html", "feed.xml"]);
  });

  test("leaves a file whose bytes are the same, and its time stamp", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "a", "b.html": "b" });
    const before = fs.stat("/desk/site/dist/a.html");
    const report = await write(fs, { "a.html": "a", "b.html": "changed" });
    expect(fs.stat("/desk/site/dist/a.html")).toEqual(before);
    expect(report).toMatchObject({ written: ["b.html"], unchanged: 1 });
  });

  test("touches nothing at all when nothing changed, the manifest included", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "a" });
    const before = fs.stat("/desk/site/dist/.colloquy.json");
    expect(await write(fs, { "a.html": "a" })).toMatchObject({ written: [], unchanged: 1 });
    expect(fs.stat("/desk/site/dist/.colloquy.json")).toEqual(before);
  });

  test("does not read what it wrote to see that it is unchanged", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "a" });
    const read: string[] = [];
    const watched = spied(fs, (method, path) => method === "read" && read.push(path));
    await write(watched, { "a.html": "a" });
    expect(read.filter((path) => path.endsWith(".html"))).toEqual([]);
  });

  test("removes the files of pages that are gone, and folders that are empty then", async () => {
    const fs = siteDisk();
    await write(fs, {
      "index.html": "",
      "guests/abe/index.html": "",
      "guests/abe/abe.jpg": "",
      "x/y.html": "",
    });
    const report = await write(fs, { "index.html": "", "x/y.html": "" });
    expect(report.removed).toEqual(["guests/abe/abe.jpg", "guests/abe/index.html"]);
    expect(fs.stat("/desk/site/dist/guests")).toBeUndefined();
    expect(distOf(fs)).toEqual({ "index.html": "", "x/y.html": "" });
  });

  test("never touches what it did not make", async () => {
    const foreign = { ".git/HEAD": "ref", CNAME: "x.example", "guests/abe/notes.txt": "mine" };
    const fs = siteDisk(
      Object.fromEntries(Object.entries(foreign).map(([k, v]) => [`/desk/site/dist/${k}`, v])),
    );
    await write(fs, { "index.html": "1", "guests/abe/index.html": "abe" });
    await write(fs, { "index.html": "2" });
    expect(distOf(fs)).toEqual({ ...foreign, "index.html": "2" });
  });

  test("refuses to replace a file that it did not make, names it, and writes nothing", async () => {
    const fs = siteDisk({ "/desk/site/dist/index.html": "by hand", "/desk/site/dist/a/b": "by hand" });
    const result = await tryWrite(fs, { "new.html": "", "index.html": "generated", a: "file" });
    expect(codesOf(result)).toEqual(["output-foreign"]);
    expect(result.diagnostics[0]?.message).toBe(
      'Unexpected files in /desk/site/dist that the site would replace: "a/b", "index.html"',
    );
    expect(distOf(fs)).toEqual({ "index.html": "by hand", "a/b": "by hand" });
    expect(leftOver(fs)).toEqual([]);
  });

  test("takes a file that is already what it would write for its own", async () => {
    const fs = siteDisk({ "/desk/site/dist/index.html": "same" });
    expect(await write(fs, { "index.html": "same" })).toMatchObject({ written: [], unchanged: 1 });
    await write(fs, { "other.html": "" });
    expect(distOf(fs)).toEqual({ "other.html": "" });
  });

  test("replaces a few of its files without listing a folder", async () => {
    const fs = siteDisk();
    await write(fs, { "a/x.html": "1", "b/y.html": "1" });
    const list = vi.spyOn(fs, "list");
    expect((await write(fs, { "a/x.html": "2", "b/y.html": "1" })).written).toEqual(["a/x.html"]);
    expect(list.mock.calls.flat().filter((folder) => folder.startsWith("/desk/site/dist"))).toEqual([]);
    expect(distOf(fs)).toEqual({ "a/x.html": "2", "b/y.html": "1" });
  });

  test("does not replace its file through a link that has taken the place of its folder", async () => {
    const fs = siteDisk({ "/elsewhere/x.html": "theirs" });
    await write(fs, { "a/x.html": "1" });
    fs.remove("/desk/site/dist/a");
    fs.makeLink("/desk/site/dist/a", "/elsewhere");
    expect(codesOf(await tryWrite(fs, { "a/x.html": "2" }))).toEqual(["output-foreign"]);
  });

  test("does not write through a link that leads out of the folder", async () => {
    const fs = siteDisk({ "/elsewhere/keep.txt": "x" });
    fs.makeFolder("/desk/site/dist");
    fs.makeLink("/desk/site/dist/guests", "/elsewhere");
    expect(codesOf(await tryWrite(fs, { "guests/abe.html": "" }))).toEqual(["output-foreign"]);
    expect(fs.stat("/elsewhere/abe.html")).toBeUndefined();
  });

  test("mends a file that somebody changed or deleted in the folder", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "aaa", "b.html": "bbb", "c.html": "ccc" });
    fs.write("/desk/site/dist/a.html", "AAA");
    fs.remove("/desk/site/dist/b.html");
    const report = await write(fs, { "a.html": "aaa", "b.html": "bbb", "c.html": "ccc" });
    expect(report).toMatchObject({ written: ["a.html", "b.html"], unchanged: 1 });
    expect(distOf(fs)).toEqual({ "a.html": "aaa", "b.html": "bbb", "c.html": "ccc" });
  });

  test("leaves alone a file that was touched but not changed", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "aaa" });
    fs.write("/desk/site/dist/a.html", "aaa");
    expect(await write(fs, { "a.html": "aaa" })).toMatchObject({ written: [], unchanged: 1 });
  });

  test("turns a file into a folder and back, and changes the case of a name", async () => {
    const fs = siteDisk();
    await write(fs, { a: "file", "Foo/index.html": "1" });
    await write(fs, { "a/index.html": "folder", "foo/index.html": "1" });
    expect(distOf(fs)).toEqual({ "a/index.html": "folder", "foo/index.html": "1" });
    await write(fs, { a: "file" });
    expect(distOf(fs)).toEqual({ a: "file" });
  });

  test("copies a file of the site byte by byte", async () => {
    const fs = siteDisk();
    fs.write("/desk/site/content/a.jpg", new Uint8Array([0, 255, 1]));
    const outputs: Output[] = [{ path: "a.jpg", copyOf: filePath("content/a.jpg") }];
    await tryWrite(fs, {}, { outputs });
    expect(fs.read("/desk/site/dist/a.jpg")).toEqual(new Uint8Array([0, 255, 1]));
    await tryWrite(fs, {}, { outputs: [{ path: "a.jpg", bytes: new Uint8Array([7]) }] });
    expect(fs.read("/desk/site/dist/a.jpg")).toEqual(new Uint8Array([7]));
  });

  test("takes outputs that arrive one after the other", async () => {
    const fs = siteDisk();
    async function* outputs(): AsyncIterable<Output> {
      yield { path: "a.html", content: "a" };
      await Promise.resolve();
      yield { path: "b.html", content: "b" };
    }
    await tryWrite(fs, {}, { outputs: outputs() });
    expect(distOf(fs)).toEqual({ "a.html": "a", "b.html": "b" });
  });

  test("leaves the last site, and nothing beside it, when making an output throws", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "old", "b.html": "old" });
    function* outputs(): Iterable<Output> {
      yield { path: "a.html", content: "new" };
      throw new Error("a bug");
    }
    await expect(tryWrite(fs, {}, { outputs: outputs() })).rejects.toThrow("a bug");
    expect(distOf(fs)).toEqual({ "a.html": "old", "b.html": "old" });
    expect(leftOver(fs)).toEqual([]);
  });

  test("writes the same bytes whatever order the outputs come in, and whatever was there before", async () => {
    const files = { "z.html": "z", "a.html": "a", "m/n.html": "n" };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const [one, two] = [siteDisk(), siteDisk()];
    await write(one, files);
    await write(two, { "gone.html": "", "a.html": "older" });
    await write(two, reversed);
    const inDist = (fs: MemoryFileSystem) => [...fs.files()].filter(([path]) => path.includes("/dist/"));
    expect(inDist(two)).toEqual(inDist(one));
  });

  test("is, after any series of sites, exactly the last one beside what is foreign", async () => {
    const path = fc.constantFrom(
      "a",
      "A/x.html",
      "a/b.html",
      "a/b/c.html",
      "index.html",
      "q/r.css",
      "q",
      "s.xml",
    );
    const site = fc.dictionary(path, fc.constantFrom("1", "2", "three"), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 1, maxLength: 5 }), async (sites) => {
        const fs = siteDisk({ "/desk/site/dist/keep/me.txt": "foreign" });
        let last: Record<string, string> = {};
        for (const files of sites) if ((await tryWrite(fs, files)).value) last = files;
        expect(distOf(fs)).toEqual({ ...last, "keep/me.txt": "foreign" });
        expect(leftOver(fs)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("names of outputs", () => {
  test.each(["../x", "/x", "a/../../x", "a//b", "", ".", "a\\b", ".git/config", ".colloquy.json"])(
    "treats %j as a bug",
    async (path) => {
      const fs = siteDisk();
      await expect(tryWrite(fs, { [path]: "" })).rejects.toThrow("Unexpected output path");
      expect(leftOver(fs)).toEqual([]);
    },
  );

  test("reports names that are the same file on some disks, all of them", async () => {
    const result = await tryWrite(siteDisk(), {
      "Foo/index.html": "",
      "foo/index.html": "",
      x: "",
      "x/y.html": "",
    });
    expect(codesOf(result)).toEqual(["output-collision", "output-collision"]);
    expect(result.diagnostics[0]?.message).toContain('"foo/index.html"');
    expect(result.diagnostics[0]?.message).toContain('"Foo/index.html"');
  });

  test.each([
    "aux.html",
    "features/con/index.html",
    "a:b.html",
    "what?.html",
    "end./index.html",
    `${"长".repeat(90)}.html`,
  ])("reports %s, which does not exist on every system", async (path) => {
    expect(codesOf(await tryWrite(siteDisk(), { [path]: "" }))).toEqual(["output-name"]);
  });

  test("takes Han characters, spaces and emoji", async () => {
    const fs = siteDisk();
    await write(fs, { "专题/春天 的事/index.html": "", "🎤.html": "" });
    expect(Object.keys(distOf(fs)).sort()).toEqual(["专题/春天 的事/index.html", "🎤.html"]);
  });
});

describe("output folders", () => {
  test.each([
    "/desk/site",
    "/desk/site/content",
    "/desk/site/content/x",
    "/desk/site/templates",
    "/desk",
    "/",
    "/home/me",
    "/home",
    "/desk/site/.git",
  ])("refuses %s", async (out) => {
    const fs = siteDisk({ "/home/me/.profile": "", "/desk/site/templates/x.hbs": "" });
    const before = fs.files();
    const result = await tryWrite(fs, { "index.html": "" }, { out, keepOff: ["/home/me"] });
    expect(codesOf(result)).toEqual(["output-folder"]);
    expect(fs.files()).toEqual(before);
  });

  test("sees through a link to such a folder", async () => {
    const fs = siteDisk();
    fs.makeLink("/desk/site/dist", "content");
    expect(codesOf(await tryWrite(fs, { "index.html": "" }))).toEqual(["output-folder"]);
  });

  test("refuses a file", async () => {
    expect(codesOf(await tryWrite(siteDisk({ "/desk/site/dist": "x" }), {}))).toEqual(["output-folder"]);
  });

  test("writes where a link to another place leads", async () => {
    const fs = siteDisk({ "/srv/www/.keep": "" });
    fs.makeLink("/desk/site/dist", "/srv/www");
    await write(fs, { "index.html": "x" });
    expect(distOf(fs, "/srv/www")).toEqual({ ".keep": "", "index.html": "x" });
  });

  test("takes every file for foreign where the manifest is damaged, and prunes nothing through it", async () => {
    const fs = siteDisk({ "/desk/site/secret.txt": "x" });
    await write(fs, { "a.html": "a", "b.html": "b" });
    const damaged = '{"version": 1, "files": {"../secret.txt": ["x", 1], "b.html": ["x", 1]}}';
    fs.write("/desk/site/dist/.colloquy.json", damaged);
    await write(fs, { "a.html": "a" });
    expect(distOf(fs)).toEqual({ "a.html": "a", "b.html": "b" });
    expect(fs.stat("/desk/site/secret.txt")).toBeDefined();
  });

  test("does not touch a site that a newer version wrote", async () => {
    const fs = siteDisk({ "/desk/site/dist/.colloquy.json": '{"version": 2}' });
    expect(codesOf(await tryWrite(fs, { "a.html": "" }))).toEqual(["output-newer"]);
  });

  test("works inside the folder where nothing may be put beside it", async () => {
    const fs = siteDisk({ "/desk/site/dist/keep.txt": "" });
    const picky = spied(fs, (method, path) => {
      if (["write", "writeNew"].includes(method) && path.startsWith("/desk/site/."))
        throw new FileError("EACCES", path, "no");
    });
    await write(picky, { "index.html": "x" });
    await write(picky, { "other.html": "x" });
    expect(distOf(fs)).toEqual({ "keep.txt": "", "other.html": "x" });
  });

  test("works inside the folder where it is a disk of its own", async () => {
    const fs = siteDisk({ "/desk/site/dist/keep.txt": "" });
    const picky = spied(fs, (method, from, to) => {
      if (method === "rename" && from.includes("/dist/") !== String(to).includes("/dist/"))
        throw new FileError("EXDEV", from, "no");
    });
    await write(picky, { "index.html": "x" });
    expect(distOf(fs)).toEqual({ "keep.txt": "", "index.html": "x" });
    expect(leftOver(fs)).toEqual([]);
  });
});

/** The file system, with a look at each call before it happens. */
function spied(
  fs: MemoryFileSystem,
  look: (method: string, path: string, other?: unknown) => unknown,
): MemoryFileSystem {
  return new Proxy(fs, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        look(String(name), String(args[0]), args[1]);
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
