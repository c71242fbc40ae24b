import { Command, Option } from "commander";

/** What of the pages is measured. */
export interface PageOptions {
  /** Whether Lighthouse is brought first. */
  readonly install: boolean;
  /** Beginnings of pages' names, as `feature` or `home en/`; empty means all. */
  readonly only: readonly string[];
  /** How often each page is scored; the best time counts, for what else runs here can only cost points. */
  readonly runs: number;
}

/**
 * Read the command line. Ends the process for `--help` and for what makes no sense.
 *
 * @param args - What stands behind the program's name.
 */
export function readPageOptions(args: readonly string[]): PageOptions {
  return new Command("npm run bench:pages --")
    .description(
      "Measures home, a feature and a guest's page of the example site, as built: weight, requests to elsewhere, what moves, and Lighthouse's four scores, as on a phone and on a desk.",
    )
    .option("--install", "bring Lighthouse into .bench/lighthouse first, outside of the lock file", false)
    .option(
      "--only <pages>",
      "pages whose names begin so, with commas: home,feature en/",
      (typed) => typed.split(",").filter((each) => each !== ""),
      [],
    )
    .addOption(
      new Option("--runs <number>", "score each page so often and keep the best")
        .default(1)
        .argParser((typed) => Math.max(1, Math.trunc(Number(typed)) || 1)),
    )
    .addHelpText(
      "after",
      `
Performance is that of the page on this machine: what else runs on it costs points, so look at "machine" first.
Reports are kept in .bench/pages. Ends with 1 where a page misses a bar.`,
    )
    .allowExcessArguments(false)
    .parse(args, { from: "user" })
    .opts<PageOptions>();
}
