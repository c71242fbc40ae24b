import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeatureOrder } from "../../src/build/feature-order.js";
import { makeBytes } from "../../src/build/make-outputs.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { SiteEngine, type ReadSite } from "../../src/build/site-engine.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { changed, goodSite } from "./good-site.js";
import { diskWith } from "./in-memory.js";
import { apply, edit, start } from "./site-edits.js";

const root = "/site";
const now = Date.parse("2024-06-01T12:00:00Z");

/** An entry that no output has. */
const earlier = { hash: "as it was", size: 1 };

/** The outputs that are taken to be made from the same as in an earlier state, looked at without their facts. */
function spared({ rendering, order }: ReadSite, before: FeatureOrder): string[] {
  rendering?.goBy({ order: () => before, outputOf: () => earlier }, order());
  return (rendering?.planned() ?? []).flatMap(({ path, look }) => (look().kept === earlier ? [path] : []));
}

/** The outputs that are up to date by all that each is made from. */
function upToDate({ rendering }: ReadSite): string[] {
  return (rendering?.planned() ?? []).flatMap(({ path, look }) => (look().kept ? [path] : []));
}

/** A site of which every output was made once. */
async function made(fs: MemoryFileSystem) {
  const engine = new SiteEngine({ root, now, fs });
  const site = await engine.read();
  for (const { look } of site.rendering?.planned() ?? []) makeBytes(look());
  return { engine, site, order: site.order() };
}

const feature = (title: string, day: number, more = "", words = "Yes.") =>
  `---\ntitle: ${title}\ndate: 2024-03-0${day}\nguests: [abe]\n${more}---\n\nHost: And?\n\nAbe Lund: ${words}\n`;

const files = {
  ...goodSite,
  "content/features/duty/index.md": feature("On duty", 5),
  "content/features/ash.md": feature("On ash", 1, "", "See [elm](elm.md)."),
  "content/features/elm.md": feature("On elm", 2),
  "content/features/fir.md": feature("On fir", 3),
  "content/features/oak.md": feature("On oak", 4),
};

describe("pages that are made from the same", () => {
  /** Which pages of features and guests are spared after a change. */
  const after = async (change: Record<string, string>): Promise<string> => {
    const fs = diskWith(files);
    const { engine, order } = await made(fs);
    for (const [path, text] of Object.entries(change)) fs.write(`${root}/${path}`, text);
    const paths = spared(await engine.read(), order);
    return paths
      .map((path) => path.split("/")[1])
      .filter((name) => name !== "duty" && name !== "lamps")
      .sort()
      .join(" ");
  };

  test.each([
    ["all where nothing differs", {}, "abe ash bea elm fir oak"],
    [
      "not those that show a text that differs",
      { "content/features/fir.md": feature("On fir", 3, "", "No.") },
      "ash bea elm oak",
    ],
    ["not the neighbours of a title", { "content/features/elm.md": feature("On elms", 2) }, "bea oak"],
    [
      "not what leads to files where one is elsewhere, nor its neighbours",
      { "content/features/oak.md": feature("On oak", 4, "slug: moved\n") },
      "bea elm",
    ],
    [
      "not those beside one that is new",
      { "content/features/new.md": feature("On new", 6) },
      "bea elm fir oak",
    ],
    ["none where settings differ", changed("content/site.yaml", ["Night Talks", "Day Talks"]), ""],
    ["none where the menu differs", changed("content/pages/about.md", ["About", "About\nnavigation: 1"]), ""],
    [
      "none where guests come in another order",
      changed("content/guests/abe.md", ["Abe Lund", "Abe Lund\nsort: Zz"]),
      "",
    ],
    [
      "none where a feature's template differs",
      { "templates/pages/feature.hbs": "<p>{{feature.title}}</p>\n" },
      "",
    ],
    ["none where a guest's template differs", { "templates/pages/guest.hbs": "<p>{{guest.name}}</p>\n" }, ""],
    [
      "not one that has another day to end, nor its guest",
      { "content/features/fir.md": feature("On fir", 3, "expires: 2030-01-01\n") },
      "ash bea elm oak",
    ],
    [
      "not a guest who says something else",
      changed("content/guests/bea.md", ["Bea rows", "Bea rowed"]),
      "abe ash elm fir oak",
    ],
  ])("are %s", async (_, change, expected) => {
    expect(await after(change)).toBe(expected);
  });

  test("are up to date by their facts as well, after any edits", async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(start, fc.constant(files)),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (before, edits) => {
          const fs = diskWith(before);
          const { engine, order, site } = await made(fs);
          // Where two pages have one address, the site is not gone by.
          if (hasErrors(site.diagnostics())) return;
          for (const one of edits) apply(fs, one);
          const facts = upToDate(await engine.read());
          const paths = spared(await engine.read(), order);
          some += paths.length;
          expect(facts).toEqual(expect.arrayContaining(paths));
        },
      ),
      { numRuns: Number(process.env["SEQUENCES"] ?? 100) },
    );
    expect(some).toBeGreaterThan(20);
  });
});
