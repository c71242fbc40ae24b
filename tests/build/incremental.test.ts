import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build/index.js";
import { makeBytes } from "../../src/build/make-outputs.js";
import { SiteEngine } from "../../src/build/site-engine.js";
import type { OutputToMake } from "../../src/build/site-rendering.js";
import { openSession, type SiteState } from "../../src/build/site-session.js";
import { wholeOf } from "../../src/io/file-content.js";
import type { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { filePath } from "../../src/model/ids.js";
import type { Output } from "../../src/model/output.js";
import { diskWith } from "./in-memory.js";
import { machine, onMachine, ShuffledDisk } from "./machine.js";
import { apply, edit, site, start } from "./site-edits.js";

const now = Date.parse("2024-06-01T12:00:00Z");
const root = "/site";

/** What happens between two looks at the site, and who looks then. */
const round = fc.record({
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  /** Whether those who watch the folder are told what was edited, or look for themselves. */
  hinted: fc.boolean(),
  /** Whether the preview is started anew, which has then only what is left on the disk. */
  restarted: fc.boolean(),
  /** Whether the command is run, which has of the builds before only what they left on the disk. */
  built: fc.boolean(),
  /** Whether it is run once more, with nothing changed. */
  twice: fc.boolean(),
  machine,
  /** The machine of the one who makes the site from nothing. */
  other: machine,
});

/** What those who ask for the files of a site are given, with the tag that each file bears. */
function served({ outputs }: SiteState): [path: string, text: string, hash: string][] {
  const decoder = new TextDecoder();
  return Array.from(outputs, ([path, { hash, open }]): [string, string, string] => [
    path,
    decoder.decode(wholeOf(open())),
    hash,
  ]).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The files of the output folder but for its own record. */
function published(disk: MemoryFileSystem): [path: string, text: string][] {
  const folder = `${root}/dist/`;
  return Array.from(disk.files())
    .filter(([path]) => path.startsWith(folder) && !path.startsWith(`${folder}.`))
    .map(([path, text]) => [path.slice(folder.length), text]);
}

const isOutOfDate = (output: Output | OutputToMake): output is OutputToMake =>
  "make" in output && output.kept === undefined;

const sequences = Number(process.env["SEQUENCES"] ?? 40);

describe("a site that is made again from what is remembered", () => {
  it(
    "is the site that is made from nothing, after any edits, on any machine",
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(start, fc.array(round, { minLength: 1, maxLength: 5 }), async (files, rounds) => {
          const disk = new ShuffledDisk();
          for (const [path, text] of Object.entries(files)) disk.write(`${root}/${path}`, text);
          let session = openSession({ root, now, fs: disk });
          await session.update();
          for (const { edits, hinted, restarted, built, twice, machine: own, other } of rounds) {
            const changed = edits
              .flatMap((one) => apply(disk, one))
              .filter((path) => /^(?:content|templates)\//.test(path));
            if (restarted) session = openSession({ root, now, fs: disk, cache: true });
            const again = await onMachine(disk, own, () =>
              session.update(hinted ? changed.map(filePath) : undefined),
            );
            const fresh = await onMachine(disk, other, () => openSession({ root, now, fs: disk }).update());
            const { diagnostics, counts, usable } = fresh;
            expect({ diagnostics: again.diagnostics, counts: again.counts }).toEqual({ diagnostics, counts });
            const whole = served(fresh);
            if (usable) expect(served(again)).toEqual(whole);
            for (let run = 0; built && run < (twice ? 2 : 1); run++) {
              const before = published(disk);
              const result = await onMachine(disk, own, () => build({ root, now, fs: disk, cache: true }));
              expect({ diagnostics: result.diagnostics, counts: result.counts }).toEqual({
                diagnostics,
                counts,
              });
              expect(published(disk)).toEqual(usable ? whole.map(([path, text]) => [path, text]) : before);
            }
          }
        }),
        { numRuns: sequences },
      );
    },
  );

  it("makes again only the pages that show what was changed", async () => {
    const feature = (title: string, guest: string): string =>
      `---\ntitle: ${title}\ndate: 2024-03-01\nguests: [${guest}]\n---\n\nHost: And?\n\n${guest === "abe" ? "Abe Lund" : "Bea Moss"}: Some words.\n`;
    const fs = diskWith({
      "content/site.yaml": site(""),
      "content/guests/abe.md": "---\nname: Abe Lund\nrole: Lamplighter\n---\n\nLit lamps.\n",
      "content/guests/bea.md": "---\nname: Bea Moss\nrole: Ferrywoman\n---\n\nRows.\n",
      "content/features/ash.md": feature("On ash", "abe"),
      "content/features/elm.md": feature("On elm", "bea"),
    });
    const engine = new SiteEngine({ root, now, fs });
    const madeAgain = async (): Promise<string[]> => {
      const { rendering } = await engine.read();
      const outputs = [...(rendering?.outputs() ?? [])].filter(isOutOfDate);
      outputs.forEach((each) => makeBytes(each));
      return outputs.flatMap(({ path }) => (path.endsWith(".html") ? [path] : [])).sort();
    };
    await madeAgain();
    expect(await madeAgain()).toEqual([]);
    fs.write("/site/content/features/ash.md", feature("On ash", "abe").replace("Some words", "Other words"));
    expect(await madeAgain()).toEqual([
      "features/ash/index.html",
      "guests/abe/index.html",
      "zh-Hans/guests/abe/index.html",
    ]);
    fs.write("/site/content/guests/bea.md", "---\nname: Bea Moss\nrole: Pilot\n---\n\nRows.\n");
    const pages = await madeAgain();
    expect(pages).toContain("features/elm/index.html");
    expect(pages).not.toContain("features/ash/index.html");
    expect(pages).not.toContain("guests/abe/index.html");
  });
});
