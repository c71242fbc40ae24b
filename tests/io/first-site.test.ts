import { describe, expect, test } from "vitest";
import { FileError } from "../../src/io/file-system.js";
import { openDraft } from "../../src/io/site-draft.js";
import {
  alone,
  beforeEachChange,
  diesAt,
  distOf,
  doomed,
  leftOver,
  siteDisk,
  tryWrite,
  write,
} from "./writer-harness.js";

const site = { "index.html": "home", "a/b/index.html": "one", "a/c/index.html": "two", "style.css": "p{}" };

describe("the first site", () => {
  test("is either whole or not there, at whichever step the build dies", async () => {
    const outcomes = new Set<boolean>();
    for (let step = 1; ; step++) {
      const fs = siteDisk();
      if (!(await diesAt(fs, site, step))) break;
      const isThere = fs.stat("/desk/site/dist") !== undefined;
      expect(distOf(fs)).toEqual(isThere ? site : {});
      outcomes.add(isThere);
      await write(fs, { "index.html": "next" });
      expect(distOf(fs)).toEqual({ "index.html": "next" });
      expect(leftOver(fs)).toEqual([]);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });

  test("is not there at all where the disk refuses a step for good", async () => {
    for (let step = 1; ; step++) {
      const fs = siteDisk();
      let count = 0;
      const broken = beforeEachChange(fs, (path) => {
        if (++count === step) throw new FileError("EIO", path, "Could not write");
      });
      const { value } = await tryWrite(broken, site, { processes: doomed });
      if (count < step) break;
      expect(distOf(fs)).toEqual(value ? site : {});
      if (!value) expect(fs.stat("/desk/site/dist")).toBeUndefined();
      await write(fs, site);
      expect(distOf(fs)).toEqual(site);
    }
  });

  test("appears in one step", async () => {
    const fs = siteDisk();
    const renamed: string[] = [];
    const watched = beforeEachChange(fs, (path, method) => {
      if (method === "rename") renamed.push(path);
    });
    await write(watched, site);
    expect(renamed).toHaveLength(1);
    expect(distOf(fs)).toEqual(site);
  });

  test("goes file by file where the disk will not rename a folder", async () => {
    const fs = siteDisk();
    const picky = beforeEachChange(fs, (path, method) => {
      if (method === "rename" && fs.stat(path)?.kind === "folder") throw new FileError("EPERM", path, "no");
    });
    await write(picky, site);
    expect(distOf(fs)).toEqual(site);
    expect(leftOver(fs)).toEqual([]);
  });

  test("leaves alone what somebody put into the folder while it was made", async () => {
    const fs = siteDisk();
    const where = { fs, root: "/desk/site", out: "/desk/site/dist", processes: alone };
    const { value: draft } = await openDraft(where);
    for (const [path, content] of Object.entries(site)) draft?.add({ path, content });
    fs.write("/desk/site/dist/CNAME", "x.example");
    expect(draft?.publish().value).toMatchObject({ unchanged: 0, removed: [] });
    draft?.close();
    expect(distOf(fs)).toEqual({ ...site, CNAME: "x.example" });
    expect(leftOver(fs)).toEqual([]);
  });
});
