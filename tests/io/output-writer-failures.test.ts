import { describe, expect, test } from "vitest";
import { FileError } from "../../src/io/file-system.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
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

const oldSite = {
  "index.html": "old home",
  "same.html": "the same in both",
  "gone/index.html": "old",
  "gone/picture.jpg": "old",
  a: "a file that becomes a folder",
  "b/index.html": "a folder that becomes a file",
  "Case/index.html": "old case",
};
const newSite = {
  "index.html": "new home, and longer than the old one",
  "same.html": "the same in both",
  "fresh/index.html": "new",
  "a/index.html": "new",
  b: "new",
  "case/index.html": "new case",
  "style.css": "new",
};
const foreign = { CNAME: "x.example", "gone/notes.txt": "mine" };

async function diskWithOldSite(): Promise<MemoryFileSystem> {
  const files = Object.entries(foreign).map(([path, text]) => [`/desk/site/dist/${path}`, text] as const);
  const fs = siteDisk(Object.fromEntries(files));
  await write(fs, oldSite);
  return fs;
}

describe("a build that is killed", () => {
  test("leaves, at whichever step it dies, a site that the next build makes whole: the old one or the new", async () => {
    const outcomes = new Set<string>();
    let steps = 0;
    for (let step = 1; ; step++) {
      const fs = await diskWithOldSite();
      const died = await diesAt(fs, newSite, step);
      if (!died) break;
      steps++;
      // The next build is one of the old site: what it writes and removes tells what it found.
      const report = await write(fs, oldSite);
      expect(distOf(fs)).toEqual({ ...oldSite, ...foreign });
      expect(leftOver(fs)).toEqual([]);
      outcomes.add(report.recovered ? "new" : report.written.length === 0 ? "old" : "mended");
    }
    expect(steps).toBeGreaterThan(40);
    // "mended" is a death after the journal was done with, before the lock was given back.
    expect(outcomes).toContain("old");
    expect(outcomes).toContain("new");
  });

  test("is completed by the next build even if that build then fails", async () => {
    let completed = 0;
    for (let step = 1; ; step++) {
      const fs = await diskWithOldSite();
      if (!(await diesAt(fs, newSite, step))) break;
      const failing = (function* () {
        yield { path: "index.html", content: "never seen" };
        throw new Error("a bug");
      })();
      await expect(tryWrite(fs, {}, { outputs: failing })).rejects.toThrow("a bug");
      const dist = distOf(fs);
      const isNew = dist["index.html"] === newSite["index.html"];
      expect(dist).toEqual({ ...(isNew ? newSite : oldSite), ...foreign });
      if (isNew) completed++;
    }
    expect(completed).toBeGreaterThan(5);
  });

  test("may be killed again while it completes the work of one that was killed", async () => {
    for (let first = 1; ; first += 3) {
      if (!(await diesAt(await diskWithOldSite(), newSite, first))) break;
      for (let second = 1; second < 60; second += 4) {
        const fs = await diskWithOldSite();
        await diesAt(fs, newSite, first);
        if (!(await diesAt(fs, newSite, second))) break;
        await write(fs, newSite);
        expect(distOf(fs)).toEqual({ ...newSite, ...foreign });
        expect(leftOver(fs)).toEqual([]);
      }
    }
  });
});

describe("a disk that refuses", () => {
  test.each(["ENOSPC", "EACCES", "EIO", "EROFS"])(
    "with %s at any step leaves the old site whole",
    async (code) => {
      let failures = 0;
      for (let step = 1; ; step++) {
        const fs = await diskWithOldSite();
        let count = 0;
        const once = beforeEachChange(fs, (path) => {
          if (++count === step) throw new FileError(code, path, `Could not write ${path} (${code})`);
        });
        const { value, diagnostics } = await tryWrite(once, newSite, { processes: doomed });
        if (count < step) break;
        if (value === undefined) {
          failures++;
          expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["write-failed"]);
          expect(diagnostics[0]?.help).toContain("as it was before");
          expect(distOf(fs)).toEqual({ ...oldSite, ...foreign });
        } else expect(distOf(fs)).toEqual({ ...newSite, ...foreign });
        // And once the disk is well again, all is well.
        await write(fs, newSite);
        expect(distOf(fs)).toEqual({ ...newSite, ...foreign });
      }
      expect(failures).toBeGreaterThan(20);
    },
  );

  test("for good, in the middle, says so, and the next build mends it", async () => {
    for (let step = 1; ; step++) {
      const fs = await diskWithOldSite();
      let count = 0;
      const broken = beforeEachChange(fs, (path) => {
        if (++count >= step) throw new FileError("EIO", path, "Could not write");
      });
      const { value, diagnostics } = await tryWrite(broken, newSite, { processes: doomed });
      if (count < step) break;
      if (value === undefined && diagnostics[0]?.help.includes("as it was before"))
        expect(distOf(fs)).toMatchObject({ ...oldSite, ...foreign });
      await write(fs, newSite);
      expect(distOf(fs)).toEqual({ ...newSite, ...foreign });
    }
  });

  test("because it is full leaves the old site, at any fill", async () => {
    const needed = await (async () => {
      const fs = await diskWithOldSite();
      await write(fs, newSite);
      return fs.used;
    })();
    let refused = 0;
    for (let room = 0; room < 1200; room += 7) {
      const fs = await diskWithOldSite();
      fs.limit(fs.used + room);
      const { value } = await tryWrite(fs, newSite);
      expect(distOf(fs)).toEqual({ ...(value ? newSite : oldSite), ...foreign });
      if (!value) refused++;
    }
    expect(refused).toBeGreaterThan(50);
    expect(needed).toBeGreaterThan(0);
  });

  test("because the folder is read-only names the folder and what is missing", async () => {
    const fs = await diskWithOldSite();
    fs.deny("/desk/site/dist");
    const { diagnostics } = await tryWrite(fs, newSite);
    expect(diagnostics[0]?.message).toMatch(/^Could not .* \/desk\/site\/dist.*: no permission \(EACCES\)$/);
    fs.allow("/desk/site/dist");
    expect(distOf(fs)).toEqual({ ...oldSite, ...foreign });
  });

  test("to give a file that is to be copied names that file", async () => {
    const fs = await diskWithOldSite();
    const { diagnostics } = await tryWrite(fs, { ...newSite, "x.jpg": "copy:content/x.jpg" });
    expect(diagnostics[0]?.message).toBe(
      "Could not read /desk/site/content/x.jpg: there is nothing of that name (ENOENT)",
    );
    expect(distOf(fs)).toEqual({ ...oldSite, ...foreign });
  });
});

test("the harness knows the processes apart", () => {
  expect(alone.isRunning(doomed.self)).toBe(false);
});
