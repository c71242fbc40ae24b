import { describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { colloquy } from "./harness.js";

const aSite = () =>
  new MemoryFileSystem({
    "/desk/content/site.yaml": "title: Talks\nlanguage: en\n",
    "/desk/content/guests/abe-lund.md": "---\nname: Abe Lund\n---\n",
  });

describe("colloquy new site", () => {
  test("makes a site with everything that one needs, and says what to do next", async () => {
    const fs = new MemoryFileSystem();
    const { code, out, err } = await colloquy(["new", "site", "my-site"], { fs });
    expect(code).toBe(0);
    expect(out.split("\n")).toContain("my-site/content/site.yaml");
    expect(err).toContain("\n  npx colloquy preview --root my-site   ");
    expect(err).toContain("\n  npx colloquy build --root my-site   ");
    expect([...fs.files().keys()]).toEqual([
      "/desk/my-site/.gitignore",
      "/desk/my-site/README.md",
      "/desk/my-site/content/features/first-conversation.md",
      "/desk/my-site/content/guests/mara-oduya.md",
      "/desk/my-site/content/pages/about.md",
      "/desk/my-site/content/site.yaml",
      "/desk/my-site/package.json",
    ]);
    expect(fs.files().get("/desk/my-site/content/site.yaml")).toContain('title: "my-site"');
  });

  test("speaks Chinese if it is asked to", async () => {
    const fs = new MemoryFileSystem();
    await colloquy(["new", "site", "s", "--language", "zh-hans", "--title", "对坐"], { fs });
    expect(fs.files().get("/desk/s/content/site.yaml")).toContain("language: zh-Hans");
    expect(fs.files().get("/desk/s/content/features/first-conversation.md")).toContain("记者：");
  });

  test("refuses a folder that holds something", async () => {
    const fs = new MemoryFileSystem({ "/desk/my-site/novel.txt": "all I have" });
    expect((await colloquy(["new", "site", "my-site"], { fs })).code).toBe(2);
    expect(fs.files().size).toBe(1);
  });
});

describe("colloquy new feature", () => {
  test("makes one file with the guests' labels ready", async () => {
    const fs = aSite();
    const { code, out } = await colloquy(["new", "feature", "Before the light", "--guests", "abe-lund"], {
      fs,
    });
    expect({ code, out }).toEqual({ code: 0, out: "content/features/before-the-light.md\n" });
    expect(fs.files().get("/desk/content/features/before-the-light.md")).toBe(`---
title: Before the light
date: 2024-03-01
guests:
  - abe-lund
status: draft
---

Say in a sentence or two who talks here, and why one should listen.

## First part

Interviewer: …

Abe Lund: …

## Second part

Interviewer: …

Abe Lund: …
`);
  });

  test("makes a folder with a file for each section, in another language than the site's", async () => {
    const fs = aSite();
    const args = [
      "new",
      "feature",
      "天亮以前",
      "--as",
      "folder",
      "--language",
      "zh-Hans",
      "--guests",
      "Abe Lund",
    ];
    const { out } = await colloquy(args, { fs });
    expect(out.trim().split("\n")).toEqual([
      "content/features/tian-liang-yi-qian/index.md",
      "content/features/tian-liang-yi-qian/10-first.md",
      "content/features/tian-liang-yi-qian/20-second.md",
    ]);
    expect(fs.files().get("/desk/content/features/tian-liang-yi-qian/index.md")).toContain(
      "language: zh-Hans",
    );
    expect(fs.files().get("/desk/content/features/tian-liang-yi-qian/10-first.md")).toContain("Abe Lund：…");
  });

  test("refuses a guest that has no file, with the nearest that has", async () => {
    const { code, err } = await colloquy(["new", "feature", "X y", "--guests", "abe-lnud"], { fs: aSite() });
    expect(code).toBe(2);
    expect(err).toContain('did you mean "abe-lund"?');
  });

  test("has a guest to replace where none is named, so that the site builds from the start", async () => {
    const fs = aSite();
    const { err } = await colloquy(["new", "feature", "Later"], { fs });
    const text = fs.files().get("/desk/content/features/later.md");
    expect(text).toContain("guests:\n  - name: Guest\n");
    expect(text).toContain("\n\nGuest: …\n");
    expect(err).toContain("under guests:");
  });

  test("never overwrites", async () => {
    const fs = aSite();
    await colloquy(["new", "feature", "Same"], { fs });
    fs.write("/desk/content/features/same.md", "my work");
    const { code, err } = await colloquy(["new", "feature", "Same"], { fs });
    expect({ code, err }).toEqual({
      code: 1,
      err: "/desk/content/features/same.md is there already; nothing was written.\n",
    });
    expect(fs.files().get("/desk/content/features/same.md")).toBe("my work");
  });

  test("says that there is no site here", async () => {
    const { code, err } = await colloquy(["new", "feature", "X"]);
    expect(code).toBe(2);
    expect(err).toContain("--root");
  });
});

describe("colloquy new guest and new page", () => {
  test("gives a Chinese name an id in pinyin, with the surname's reading", async () => {
    const fs = aSite();
    expect((await colloquy(["new", "guest", "曾小满", "--role", "船工"], { fs })).out).toBe(
      "content/guests/zeng-xiaoman.md\n",
    );
    expect(fs.files().get("/desk/content/guests/zeng-xiaoman.md")).toBe(
      "---\nname: 曾小满\nrole: 船工\n---\n",
    );
  });

  test("refuses a name without a letter, for its id would be empty", async () => {
    expect((await colloquy(["new", "guest", "…"], { fs: aSite() })).code).toBe(2);
  });

  test("makes a page", async () => {
    expect((await colloquy(["new", "page", "About us"], { fs: aSite() })).out).toBe(
      "content/pages/about-us.md\n",
    );
  });
});

describe("colloquy import", () => {
  const transcript =
    "Interviewer: Where does the river begin?\n\nAbe Lund: Behind the mill.\n\nInterviewer: And it ends?\n\nAbe Lund: Never.\n";

  test("makes a feature of a text, says what, and what is to be filled in", async () => {
    const fs = aSite();
    fs.write("/desk/talk.txt", transcript);
    const { code, out, err } = await colloquy(
      ["import", "talk.txt", "--title", "The river", "--date", "2024-02-01"],
      { fs },
    );
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain("content/features/");
    expect(err).toContain("The river: ");
    expect(err).toContain("Abe Lund (guest): 2 turns");
  });

  test("overwrites nothing when it runs twice, unless it is told to", async () => {
    const fs = aSite();
    fs.write("/desk/talk.txt", transcript);
    const args = ["import", "talk.txt", "--title", "The river", "--date", "2024-02-01"];
    const [path = ""] = (await colloquy(args, { fs })).out.trim().split("\n");
    fs.write(`/desk/${path}`, "my work");
    const again = await colloquy(args, { fs });
    expect(again.code).toBe(1);
    expect(again.err).toContain(`${path} is there already.`);
    expect(fs.files().get(`/desk/${path}`)).toBe("my work");
    expect((await colloquy([...args, "--force"], { fs })).code).toBe(0);
    expect(fs.files().get(`/desk/${path}`)).not.toBe("my work");
  });

  test("writes nothing on a dry run", async () => {
    const fs = aSite();
    fs.write("/desk/talks/a.txt", transcript);
    fs.write("/desk/talks/deep/b.md", transcript);
    fs.write("/desk/talks/c.jpg", "");
    const before = fs.files();
    const { out } = await colloquy(["import", "talks", "--dry-run"], { fs });
    expect(out).toContain("content/features/");
    expect(fs.files()).toEqual(before);
  });

  test("names a text that is not there", async () => {
    const { code, err } = await colloquy(["import", "gone.txt"], { fs: aSite() });
    expect(code).toBe(2);
    expect(err).toContain("/desk/gone.txt");
  });
});
