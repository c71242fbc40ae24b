import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { Chance } from "./chance.js";
import { EditedSite, ways } from "./edited-site.js";
import { OpenPage } from "./open-page.js";
import { editedFiles, edits, mistakes } from "./random-edits.js";
import { startPreview, type RunningPreview } from "./running-preview.js";
import { buildBeside, differences, type BuiltSite } from "./served-site.js";

// PREVIEW_SOAK=2000 npx vitest run --project process tests/process/preview-soak.test.ts
const count = Number(process.env["PREVIEW_SOAK"] ?? 60);
const seed = Number(process.env["PREVIEW_SEED"] ?? 20_240_301);

/** Pages that stay open: lists, texts, guests, and one that is nowhere. */
const addresses = [
  "/",
  "/features/",
  "/features/lamps/",
  "/features/duty/",
  "/guests/abe/",
  "/about/",
  "/nowhere/",
];

test(`serves what a build writes, to open pages too, through ${count} random edits`, async () => {
  const preview = await startPreview(editedFiles);
  const site = new EditedSite(preview.root, editedFiles, new Chance(seed));
  await preview.get("");
  const open = await Promise.all(addresses.map((address) => OpenPage.at(preview.address, address)));
  const done: string[] = [];
  const late: number[] = [];
  try {
    while (done.length < count) {
      // Several things at once now and then, so that a save meets a build of the one before.
      for (let left = site.chance.of([1, 2, 4, 8]); left > 0; left--) {
        const kind = site.chance.of(Object.keys(edits));
        done.push(kind);
        await edits[kind]?.(site);
        if (left > 1) await site.pause();
      }
      if (site.chance.below(4) === 0) {
        const mistake = site.chance.of(Object.keys(mistakes));
        done.push(mistake);
        await breakAndMend(mistake, preview, site, open);
      }
      late.push(await catchUp(preview, open));
      if (late.length % 50 === 0) say(`${done.length} edits, ${memoryOf(preview)} MiB`);
    }
  } catch (thrown) {
    const last = `after ${done.length} edits (PREVIEW_SEED=${seed}), the last: ${done.slice(-8).join(", ")}`;
    throw new Error(`${last}\n${preview.terminal().slice(-3000)}`, { cause: thrown });
  } finally {
    for (const page of open) page.close();
    await preview.stop();
  }
  expect(preview.terminal()).not.toContain("This is a bug in colloquy");
  if (count >= 1000) {
    expect(new Set(done)).toEqual(new Set([...Object.keys(edits), ...Object.keys(mistakes)]));
    expect([...site.saves.keys()].sort()).toEqual([...ways].sort());
  }
  late.sort((a, b) => a - b);
  const milliseconds = [0.5, 0.95, 1].map((part) => Math.round(late[Math.ceil(part * late.length) - 1] ?? 0));
  say(`${count} edits: all is served after ${milliseconds.join(", ")} ms (median, 95 %, most)`);
}, 3_600_000);

/** What the process has in memory now; unknown where there is no `/proc`. */
function memoryOf({ process: { pid } }: RunningPreview): string {
  const status = `/proc/${String(pid)}/status`;
  const kibibytes = existsSync(status)
    ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(status, "utf8"))?.[1]
    : undefined;
  return kibibytes === undefined ? "?" : String(Math.round(Number(kibibytes) / 1024));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Make a mistake; mostly see to it that the site stays as it was and the open pages are told; and mend it. */
async function breakAndMend(
  mistake: string,
  preview: RunningPreview,
  site: EditedSite,
  open: readonly OpenPage[],
): Promise<void> {
  const looks = site.chance.below(3) > 0;
  let before: BuiltSite | undefined;
  if (looks) {
    await catchUp(preview, open);
    before = await buildBeside(preview);
  }
  const mend = await mistakes[mistake]?.(site);
  if (before) {
    await soon(() =>
      open.filter(({ errors }) => errors === 0).map(({ address }) => `${address} is told of no error`),
    );
    const different = await differences(preview, before);
    // What is only copied is not kept in memory, and cannot be shown while its folder is away.
    expect(different.filter((path) => mistake !== "all content" || !path.startsWith("media/"))).toEqual([]);
  } else await site.pause();
  await mend?.();
}

/** Wait until everything is as a build makes it. @returns Milliseconds that it took. */
async function catchUp(preview: RunningPreview, open: readonly OpenPage[]): Promise<number> {
  const start = performance.now();
  const built = await buildBeside(preview);
  const took = performance.now() - start;
  return (
    took + (await soon(async () => [...(await differences(preview, built)), ...staleAmong(open, built)]))
  );
}

function staleAmong(open: readonly OpenPage[], built: BuiltSite): string[] {
  return open.flatMap(({ address, html, errors }) => {
    const page = built.get(`${address.slice(1)}index.html`) ?? built.get("404.html");
    const stale = page?.toString() === html ? [] : [`open page ${address}`];
    return errors === 0 ? stale : [...stale, `${address} is told of errors`];
  });
}

/** Wait until nothing is wrong any more; throws after ten seconds. @returns Milliseconds that it took. */
async function soon(wrong: () => string[] | Promise<string[]>): Promise<number> {
  const start = performance.now();
  for (;;) {
    const found = await wrong();
    const took = performance.now() - start;
    if (found.length === 0) return took;
    if (took > 10_000) throw new Error(`Still wrong after ten seconds: ${found.join(", ")}`);
    await wait(5);
  }
}
