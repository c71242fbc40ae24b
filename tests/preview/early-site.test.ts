import { describe, expect, test, vi } from "vitest";
import { LonePages } from "../../src/build/lone-pages.js";
import { openSession } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import { EarlySite } from "../../src/preview/early-site.js";
import { goodSite } from "../build/good-site.js";
import { diskWith } from "../build/in-memory.js";

const root = "/site";
const lamps = "features/lamps/index.html";

/** Long after the files were written, so that no clock is too coarse. */
const now = Date.now() + 60_000;

async function previewed() {
  const fs = diskWith(goodSite);
  const options = { root, fs, now, cache: true };
  const session = openSession(options);
  const { outputs } = await session.update();
  session.save();
  const early = new EarlySite(options);
  early.look();
  return { fs, early, outputs };
}

describe("a page of an unchanged site that no earlier preview has shown", () => {
  test("is made where somebody asks for it", async () => {
    const { early, outputs } = await previewed();
    expect(early.site?.get(lamps)).toBeUndefined();
    const asked = early.make("/features/lamps/?from=home");
    await early.idle;
    expect(await asked).toBe(true);
    const made = early.site?.get(lamps);
    const built = outputs.get(lamps);
    expect(made && Buffer.from(wholeOf(made.open()))).toEqual(built && Buffer.from(wholeOf(built.open())));
    expect(made?.hash).toBe(built?.hash);
  });

  test("is tried once, and told to all who wait", async () => {
    const { early } = await previewed();
    const { next } = early;
    expect(await early.make("/")).toBe(false);
    const [one, other] = [early.make("/features/lamps/"), early.make("/features/lamps/")];
    expect([await one, await other]).toEqual([true, false]);
    await next;
    expect(early.site?.get(lamps)).toBeDefined();
  });

  test("keeps nobody from the next one where something goes wrong with it", async () => {
    const { early } = await previewed();
    const make = vi.spyOn(LonePages.prototype, "make").mockRejectedValueOnce(new Error("A bug"));
    await expect(early.make("/features/duty/")).rejects.toThrow("A bug");
    await expect(early.idle).resolves.toBeUndefined();
    expect(await early.make("/features/lamps/")).toBe(true);
    make.mockRestore();
  });

  test("is not known any more once the site is built, or another", async () => {
    const { early, fs } = await previewed();
    expect(await early.make("/features/lamps/")).toBe(true);
    fs.write(`${root}/content/features/lamps.md`, "---\ntitle: Other\n---\n");
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(early.site).toBeUndefined();
    const again = await previewed();
    const asked = again.early.make("/features/lamps/");
    again.early.end();
    await asked;
    expect(again.early.site).toBeUndefined();
  });
});
