import { expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { gitAtWork } from "../../src/preview/git-at-work.js";

test.each([
  ["in the site's folder", "/desk/site/.git/HEAD", "ref", "/desk/site/.git/index.lock"],
  ["above it", "/desk/.git/HEAD", "ref", "/desk/.git/index.lock"],
  [
    "elsewhere, as of a linked work tree",
    "/desk/site/.git",
    "gitdir: ../all/wt\n",
    "/desk/all/wt/index.lock",
  ],
])("git is at work while it holds the lock of a repository %s", (_where, path, text, lock) => {
  const fs = new MemoryFileSystem({ "/desk/site/content/site.yaml": "title: Talks", [path]: text });
  const isAtWork = gitAtWork(fs, "/desk/site");
  expect(isAtWork()).toBe(false);
  fs.write(lock, "");
  expect(isAtWork()).toBe(true);
  fs.remove(lock);
  expect(isAtWork()).toBe(false);
});

test("where there is no repository, git is never at work", () => {
  expect(gitAtWork(new MemoryFileSystem({ "/desk/site/a": "" }), "/desk/site")()).toBe(false);
});
