import { Command, InvalidArgumentError } from "commander";
import { resolve } from "node:path";

/** What is to be measured, and how often. */
export interface BenchOptions {
  readonly quick: boolean;
  readonly install: boolean;
  /** Beginnings of rows' names; empty means all. */
  readonly only: readonly string[];
  /** Names of corpora; empty means all. */
  readonly sizes: readonly string[];
  /** Runs that count; absent means as many as a row has of itself. */
  readonly runs: number | undefined;
  readonly edits: number | undefined;
  /** Absolute path of the compiled `cli/main.js`. */
  readonly program: string;
  /** Absolute path of the folder for sites, peers and records. */
  readonly folder: string;
}

/**
 * Read the command line. Ends the process for `--help` and for what makes no sense.
 *
 * @param args - What stands behind the program's name.
 * @param project - Absolute path of the project.
 */
export function readOptions(args: readonly string[], project: string): BenchOptions {
  const command = new Command("npm run bench --")
    .description(
      "Measures Colloquy beside Hugo and Eleventy, which build the same pages of the same texts in turns, and prints the table.",
    )
    .option("--quick", "200 features, few rows and runs, in under two minutes: to see about where it stands")
    .option("--install", "install Eleventy into the folder first; Hugo is your system's")
    .option("--only <rows>", "rows whose names begin so, with commas: cold,word-10k,all", list)
    .option("--size <sizes>", "only these corpora, with commas: empty,200,1k,10k,50k,long", list)
    .option("--runs <number>", "runs of each row that count, besides a warm-up", atLeastOne)
    .option("--edits <number>", "edits of each row that has them", atLeastOne)
    .option("--program <file>", "the compiled program to measure, to compare versions", "lib/cli/main.js")
    .option("--folder <folder>", "where sites, peers and records are kept", ".bench")
    .addHelpText(
      "after",
      `
Rows: cold, memory, unchanged, word, role, edit, first-page, soak, growth, start; all-… for all that Colloquy makes of itself.
Every build is checked. A record of all samples is kept in the folder.`,
    )
    .parse(args, { from: "user" });
  const typed = command.opts<{
    quick?: boolean;
    install?: boolean;
    only?: string[];
    size?: string[];
    runs?: number;
    edits?: number;
    program: string;
    folder: string;
  }>();
  return {
    quick: typed.quick === true,
    install: typed.install === true,
    only: typed.only ?? [],
    sizes: typed.size ?? [],
    runs: typed.runs,
    edits: typed.edits,
    program: resolve(project, typed.program),
    folder: resolve(project, typed.folder),
  };
}

function list(typed: string): string[] {
  return typed.split(",").filter((each) => each !== "");
}

function atLeastOne(typed: string): number {
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("Expected a whole number from 1.");
  return number;
}
