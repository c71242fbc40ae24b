import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "./chance.js";

/** How a text editor may save a file. */
export const ways = [
  "once",
  "twice",
  "thrice",
  "renamed",
  "emptied",
  "removed",
  "backed up",
  "beside",
] as const;

/** The folder of a site, changed in the ways that editors have. */
export class EditedSite {
  /** Absolute path. */
  readonly root: string;
  readonly chance: Chance;
  /** How many saves there were of each kind. */
  readonly saves = new Map<string, number>();
  readonly #texts: Map<string, string>;
  #words = 0;

  constructor(root: string, texts: Readonly<Record<string, string>>, chance: Chance) {
    this.root = root;
    this.chance = chance;
    this.#texts = new Map(Object.entries(texts));
  }

  /** A word that was nowhere before, always of the same length. */
  newWord(): string {
    return `word${String(this.#words++).padStart(6, "0")}`;
  }

  /** Paths that begin so. */
  paths(start: string): string[] {
    return [...this.#texts.keys()].filter((path) => path.startsWith(start));
  }

  /** What is to be in a file in the end. */
  text(path: string): string {
    return this.#texts.get(path) ?? "";
  }

  /** Put a text into a file; absent means in one of the ways, by chance. */
  async save(path: string, text: string, by?: (typeof ways)[number]): Promise<void> {
    const isNew = !this.#texts.has(path);
    this.#texts.set(path, text);
    const way = by ?? (isNew ? "once" : this.chance.of(ways));
    this.saves.set(way, (this.saves.get(way) ?? 0) + 1);
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    switch (way) {
      case "once":
        break;
      case "twice":
      case "thrice":
        for (let times = way === "twice" ? 1 : 2; times > 0; times--) {
          // Of the same length, so that the size and often the time stay the same.
          writeFileSync(file, text.replaceAll("word", times === 1 ? "toil" : "worm"));
          await this.pause();
        }
        break;
      case "renamed":
        // A temporary file that is ignored takes the place of the file.
        writeFileSync(join(dirname(file), ".saving.tmp"), text);
        renameSync(join(dirname(file), ".saving.tmp"), file);
        return;
      case "beside":
        // The same by way of a name that is not ignored.
        writeFileSync(`${file}.saving`, text);
        await this.pause();
        renameSync(`${file}.saving`, file);
        return;
      case "emptied":
        writeFileSync(file, "");
        await this.pause();
        break;
      case "removed":
        rmSync(file);
        await this.pause();
        break;
      case "backed up":
        renameSync(file, `${file}~`);
        await this.pause();
        writeFileSync(file, text);
        rmSync(`${file}~`);
        return;
    }
    writeFileSync(file, text);
  }

  remove(path: string): void {
    this.#texts.delete(path);
    rmSync(join(this.root, path));
  }

  rename(from: string, to: string): void {
    this.#texts.set(to, this.text(from));
    this.#texts.delete(from);
    renameSync(join(this.root, from), join(this.root, to));
  }

  /** For as long as one may take between two saves: nothing, some milliseconds, or long enough for a build. */
  async pause(): Promise<void> {
    const longest = this.chance.of([0, 3, 20, 70, 200]);
    if (longest > 0) await wait(this.chance.below(longest));
  }
}
