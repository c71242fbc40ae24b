import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { goodSite } from "../build/good-site.js";
import { startPreview, until, type RunningPreview } from "./running-preview.js";

// PREVIEW_SOAK=2000 npx vitest run --project process tests/process/preview-soak.test.ts
const edits = Number(process.env["PREVIEW_SOAK"] ?? 60);

/** A generator of chance that gives the same each time. @see xorshift32, Marsaglia 2003 */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

test(`leaves no page stale over ${edits} edits, each saved in one of the ways that editors have`, async () => {
  const preview = await startPreview(goodSite);
  const next = chance(20_240_301);
  const path = "content/features/lamps.md";
  const textWith = (word: string) => goodSite[path].replace("The wick is long", `The wick is ${word}`);
  await preview.get("");
  const ways: Record<string, number> = {};
  for (let edit = 0; edit < edits; edit++) {
    const word = `word-${edit}-end`;
    const way = ["once", "twice", "thrice", "renamed", "emptied", "removed", "broken"][next(7)] ?? "once";
    ways[way] = (ways[way] ?? 0) + 1;
    await save(preview, path, way, textWith, word, () => wait(next(70)));
    await until(async () => (await preview.get("features/lamps/")).text.includes(word));
    // Now and then a feature comes and goes beside it, which changes the lists.
    if (next(5) === 0) {
      const other = `content/features/other-${edit}.md`;
      preview.write(other, textWith(word).replace("On lamps", `Other ${edit}`));
      await until(async () => (await preview.get("features/")).text.includes(`Other ${edit}`));
      rmSync(join(preview.root, other));
      await until(async () => !(await preview.get("features/")).text.includes(`Other ${edit}`));
    }
  }
  await wait(500);
  expect((await preview.get("features/lamps/")).text).toContain(`word-${edits - 1}-end`);
  expect(Object.keys(ways).length).toBeGreaterThan(5);
  await preview.stop();
}, 3_600_000);

async function save(
  { root, write }: RunningPreview,
  path: string,
  way: string,
  textWith: (word: string) => string,
  word: string,
  pause: () => Promise<unknown>,
): Promise<void> {
  const text = textWith(word);
  switch (way) {
    case "twice":
    case "thrice":
      for (let times = way === "twice" ? 1 : 2; times > 0; times--) {
        // Of the same length, so that size and often time stay the same.
        write(path, text.replace("word", "toil"));
        await pause();
      }
      break;
    case "renamed":
      writeFileSync(join(root, "content/features/.lamps.md.tmp"), text);
      renameSync(join(root, "content/features/.lamps.md.tmp"), join(root, path));
      return;
    case "emptied":
      write(path, "");
      await pause();
      break;
    case "removed":
      renameSync(join(root, path), join(root, `${path}~`));
      await pause();
      break;
    case "broken":
      write(path, text.replace("guests: [abe]", "guests: [nobody]"));
      await pause();
  }
  write(path, text);
}
