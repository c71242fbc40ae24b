import { describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { realFileSystem } from "../../src/io/real-file-system.js";
import { listSite, readSiteFile } from "../../src/io/site-reader.js";
import { filePath } from "../../src/model/ids.js";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

const pathsOf = (fs: MemoryFileSystem) => listSite(fs, "/site").value?.map(({ path }) => path);
const codesOf = (fs: MemoryFileSystem) =>
  listSite(fs, "/site").diagnostics.map(({ code, place }) => [code, place.file]);

describe("listSite", () => {
  test("finds the files of content and templates in the order of their paths, and nothing else", () => {
    const fs = new MemoryFileSystem({
      "/site/templates/page.hbs": "",
      "/site/content/site.yaml": "",
      "/site/content/guests/zoe.md": "",
      "/site/content/guests/abe.md": "abc",
      "/site/package.json": "{}",
      "/site/dist/index.html": "",
    });
    expect(pathsOf(fs)).toEqual([
      "content/guests/abe.md",
      "content/guests/zoe.md",
      "content/site.yaml",
      "templates/page.hbs",
    ]);
    expect(listSite(fs, "/site").value?.[0]).toMatchObject({ size: 3 });
  });

  test("passes over hidden files and what editors leave behind", () => {
    const fs = new MemoryFileSystem({
      "/site/content/site.yaml": "",
      "/site/content/.DS_Store": "",
      "/site/content/.git/config": "",
      "/site/content/guests/abe.md~": "",
      "/site/content/guests/#abe.md#": "",
      "/site/content/guests/.abe.md.swp": "",
    });
    expect(pathsOf(fs)).toEqual(["content/site.yaml"]);
    expect(codesOf(fs)).toEqual([]);
  });

  test("says that a folder without content is no site", () => {
    expect(codesOf(new MemoryFileSystem({ "/site/readme.txt": "" }))).toEqual([["no-content", "content"]]);
    expect(listSite(new MemoryFileSystem(), "/nowhere").value).toBeUndefined();
  });

  test("follows a link inside the site, but never one out of it", () => {
    const fs = new MemoryFileSystem({ "/site/content/guests/abe.md": "", "/home/key.md": "secret" });
    fs.makeLink("/site/content/guests/abraham.md", "abe.md");
    fs.makeLink("/site/content/guests/key.md", "/home/key.md");
    fs.makeLink("/site/content/features", "../../home");
    expect(pathsOf(fs)).toEqual(["content/guests/abe.md", "content/guests/abraham.md"]);
    expect(codesOf(fs).sort()).toEqual([
      ["symlink-outside", "content/features"],
      ["symlink-outside", "content/guests/key.md"],
    ]);
  });

  test("says of content that is a link out of the site, or may not be looked into, that alone", () => {
    const away = new MemoryFileSystem({
      "/site/readme.txt": "",
      "/home/site.yaml": "",
      "/site/templates/x.hbs": "",
    });
    away.makeLink("/site/content", "/home");
    expect(codesOf(away)).toEqual([["symlink-outside", "content"]]);
    expect(pathsOf(away)).toBeUndefined();
    const closed = new MemoryFileSystem({ "/site/content/site.yaml": "" });
    closed.deny("/site/content");
    expect(codesOf(closed)).toEqual([["unreadable", "content"]]);
    expect(pathsOf(closed)).toBeUndefined();
  });

  test("is not taken in by a folder beside the site whose name starts like the site's", () => {
    const fs = new MemoryFileSystem({ "/site/content/a.md": "", "/site-old/key.md": "" });
    fs.makeLink("/site/content/key.md", "/site-old/key.md");
    expect(codesOf(fs)).toEqual([["symlink-outside", "content/key.md"]]);
  });

  test("reports links to nothing and links in a circle, and ends", () => {
    const fs = new MemoryFileSystem({ "/site/content/a/b/c.md": "" });
    fs.makeLink("/site/content/a/b/up", "/site/content/a");
    fs.makeLink("/site/content/a/b/top", "/site");
    fs.makeLink("/site/content/a/self.md", "self.md");
    fs.makeLink("/site/content/a/gone.md", "nothing.md");
    expect(codesOf(fs).sort()).toEqual([
      ["symlink-broken", "content/a/gone.md"],
      ["symlink-broken", "content/a/self.md"],
      ["symlink-loop", "content/a/b/top"],
      ["symlink-loop", "content/a/b/up"],
    ]);
    expect(pathsOf(fs)).toEqual(["content/a/b/c.md"]);
  });

  test("reports a folder that is named like a text file", () => {
    const fs = new MemoryFileSystem({ "/site/content/features/letters.md/index.md": "" });
    const [diagnostic] = listSite(fs, "/site").diagnostics;
    expect(diagnostic?.message).toBe('Unexpected folder named "letters.md", expected a file');
    expect(diagnostic?.help).toBe('Rename the folder to "letters".');
  });

  test("names the folder that it may not look into, and lists the rest", () => {
    const fs = new MemoryFileSystem({ "/site/content/a/x.md": "", "/site/content/b/y.md": "" });
    fs.deny("/site/content/a");
    expect(codesOf(fs)).toEqual([["unreadable", "content/a"]]);
    expect(pathsOf(fs)).toEqual(["content/b/y.md"]);
  });
});

describe("readSiteFile", () => {
  test("names the file that it may not read", () => {
    const fs = new MemoryFileSystem({ "/site/content/a.md": "" });
    fs.deny("/site/content/a.md");
    const read = readSiteFile(fs, "/site", filePath("content/a.md"));
    expect(read.value).toBeUndefined();
    expect(read.diagnostics[0]).toMatchObject({ code: "unreadable", place: { file: "content/a.md" } });
    expect(read.diagnostics[0]?.message).toBe("Could not read /site/content/a.md: no permission (EACCES)");
  });

  test("gives the bytes as they are", () => {
    const fs = new MemoryFileSystem({ "/site/content/a.md": new Uint8Array([0xef, 0xbb, 0xbf, 0]) });
    const read = readSiteFile(fs, "/site", filePath("content/a.md"));
    expect(read.value).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0]));
  });
});

describe("on a real disk", () => {
  test("links out, in a circle and to nothing, a pipe and a name that is not UTF-8 are reported", () => {
    const root = realpathSync(mkdtempSync(`${tmpdir()}/reader-`));
    try {
      mkdirSync(`${root}/content/a`, { recursive: true });
      writeFileSync(`${root}/content/a/x.md`, "x");
      symlinkSync("/etc/hostname", `${root}/content/host.md`);
      symlinkSync("..", `${root}/content/a/up`);
      symlinkSync("self.md", `${root}/content/self.md`);
      execFileSync("mkfifo", [`${root}/content/pipe.md`]);
      writeFileSync(
        Buffer.concat([Buffer.from(`${root}/content/`), Buffer.from([0xc4, 0xe3]), Buffer.from(".md")]),
        "",
      );
      const { value, diagnostics } = listSite(realFileSystem, root);
      expect(value?.map(({ path }) => path)).toEqual(["content/a/x.md"]);
      expect(diagnostics.map(({ code }) => code).sort()).toEqual([
        "file-name-unreadable",
        "not-a-file",
        "symlink-broken",
        "symlink-loop",
        "symlink-outside",
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
