import { describe, expect, test } from "vitest";
import type { FileSystem } from "../../src/io/file-system.js";
import { openDraft, type SiteDraft } from "../../src/io/site-draft.js";
import { alone, distOf, leftOver, siteDisk, write } from "./writer-harness.js";

describe("a draft", () => {
  test("shows nothing of itself until it is published", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "old" });
    const draft = await open(fs);
    expect(draft.add({ path: "a.html", content: "new" })).toBe(true);
    expect(draft.add({ path: "b/c.html", content: "new" })).toBe(true);
    expect(distOf(fs)).toEqual({ "a.html": "old" });
    expect(draft.publish().value).toMatchObject({ written: ["a.html", "b/c.html"] });
    draft.close();
    expect(distOf(fs)).toEqual({ "a.html": "new", "b/c.html": "new" });
    expect(leftOver(fs)).toEqual([]);
  });

  test("leaves no trace where it is closed without being published", async () => {
    for (const before of [{}, { "a.html": "old" }]) {
      const fs = siteDisk();
      if ("a.html" in before) await write(fs, before);
      const draft = await open(fs);
      draft.add({ path: "a.html", content: "new" });
      draft.close();
      expect(distOf(fs)).toEqual(before);
      expect(fs.stat("/desk/site/dist") !== undefined).toBe("a.html" in before);
      expect(leftOver(fs)).toEqual([]);
    }
  });

  test("has each output on the disk once it was taken", async () => {
    const fs = siteDisk();
    const draft = await open(fs);
    for (let page = 0; page < 20; page++) {
      draft.add({ path: `${page}/index.html`, content: "x".repeat(1000) });
      expect(fs.used).toBeGreaterThan((page + 1) * 1000);
    }
    draft.close();
  });

  test("keeps what is said to be there, and says where it is not", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "a" });
    const manifest = JSON.parse(new TextDecoder().decode(fs.read("/desk/site/dist/.colloquy.json"))) as {
      files: Record<string, [string, number]>;
    };
    const [hash = "", size = 0] = manifest.files["a.html"] ?? [];
    const draft = await open(fs);
    expect(draft.keep({ path: "a.html", kept: { hash, size } })).toBe(true);
    expect(draft.keep({ path: "b.html", kept: { hash, size } })).toBe(false);
    draft.close();
    expect(distOf(fs)).toEqual({ "a.html": "a" });
  });

  test("wants no more once the disk has refused, and tells why in the end", async () => {
    const fs = siteDisk();
    await write(fs, { "a.html": "old" });
    const draft = await open(fs);
    fs.limit(fs.used + 50);
    expect(draft.add({ path: "a.html", content: "n".repeat(200) })).toBe(false);
    expect(draft.add({ path: "b.html", content: "" })).toBe(false);
    expect(draft.publish().diagnostics.map(({ code }) => code)).toEqual(["write-failed"]);
    draft.close();
    expect(distOf(fs)).toEqual({ "a.html": "old" });
    expect(leftOver(fs)).toEqual([]);
  });

  test("keeps other builds waiting until it is closed, published or not", async () => {
    const fs = siteDisk();
    const draft = await open(fs);
    let waited = 0;
    const sleep = (): Promise<void> => {
      if (++waited === 3) draft.close();
      return Promise.resolve();
    };
    const { value } = await openDraft({ ...where(fs), waiting: { sleep } });
    expect(waited).toBe(3);
    value?.close();
  });
});

const where = (fs: FileSystem) => ({
  fs,
  root: "/desk/site",
  out: "/desk/site/dist",
  processes: alone,
});

async function open(fs: FileSystem): Promise<SiteDraft> {
  const { value, diagnostics } = await openDraft(where(fs));
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}
