import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The real inputs, beside the repository; they are not part of it. */
export const corporaFolder = join(import.meta.dirname, "../../../shared/corpora");

/** Whether the real inputs are there. */
export const haveCorpora = existsSync(corporaFolder);

if (!haveCorpora) process.stdout.write("tests/corpora: skipped, there is no ../shared/corpora\n");

/** All texts of one corpus, with paths relative to it. */
export function readCorpus(name: string): { path: string; text: string }[] {
  const texts: { path: string; text: string }[] = [];
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder).sort()) {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) walk(path, `${prefix}${entry}/`);
      else if (/\.(?:md|markdown|txt)$/u.test(entry) && !entry.startsWith("LICENSE")) {
        texts.push({ path: prefix + entry, text: readFileSync(path, "utf8") });
      }
    }
  };
  walk(join(corporaFolder, name), "");
  return texts;
}
