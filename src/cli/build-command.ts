import { hasErrors } from "../diagnostics/diagnostic.js";
import { absolute, addSiteOptions, displayed, libraryOptions, type SiteOptions } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { exitCodes, UsageError, type Environment } from "./environment.js";
import type { Built } from "./library.js";
import { ProgressLine } from "./progress-line.js";
import { toJson } from "./report-json.js";
import { countProblems, plural, reportPretty } from "./report-pretty.js";

interface BuildOptions extends SiteOptions {
  readonly strict?: boolean;
  readonly cache?: boolean;
  readonly why?: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `colloquy build` */
export const buildCommand: CommandSetup = (command, environment, end) => {
  addSiteOptions(command)
    .option("--out <folder>", "where to write the site (default: dist in the site's folder)")
    .option("--no-cache", "do not use or keep what the last build left in .colloquy")
    .option("--why <page>", "say why a page is made anew or is not: its address, or its file")
    .option("--threads <count>", "how many threads build the site (default: as many as pay)")
    .option("--strict", "build nothing and end with 1 if there are warnings, too")
    .option("--json", "say what was done as JSON")
    .option("--quiet", "say nothing if all is well")
    .addHelpText(
      "after",
      `
Nothing is written if there are errors; the last site stays as it was.

Examples:
  colloquy build
  colloquy build --base /talks/ --out ../public/talks
  colloquy build --why /features/spring-duty/
  colloquy build --drafts --out /tmp/preview`,
    )
    .action(async (options: BuildOptions) => end(await build(options, environment)));
};

async function build(options: BuildOptions, environment: Environment): Promise<number> {
  const { stdout, stderr, loadLibrary, workingDirectory } = environment;
  const line = new ProgressLine(stderr);
  const given = libraryOptions(options, environment);
  const library = await loadLibrary();
  const strict = options.strict === true;
  const built = await library.build({
    ...given,
    cache: options.cache !== false,
    ...(options.why === undefined ? {} : { why: pageOf(options.why, given.root, environment) }),
    ...(options.threads === undefined ? {} : { threads: threadsOf(options.threads) }),
    strict,
    onProgress: (progress) => line.show(progress),
    onWait: (holder) => {
      line.clear();
      stderr.write(`Another build (${holder}) is writing ${given.out ?? "the site"}; waiting for it.\n`);
    },
  });
  line.clear();
  const failed = hasErrors(built.diagnostics) || (strict && built.diagnostics.length > 0);
  const out = displayed(given.out ?? "", workingDirectory);
  if (options.json === true) {
    stdout.write(`${JSON.stringify(jsonOf(built, given.out), null, 2)}\n`);
  } else {
    stderr.write(reportPretty(built.diagnostics, stderr));
    if (built.why) stdout.write(`${sayWhy(built.why, out)}\n`);
    if (failed || options.quiet !== true) stderr.write(`${summary(built, out)}\n`);
  }
  if (failed) return exitCodes.content;
  return built.why?.page === null ? exitCodes.usage : exitCodes.success;
}

/** What `--why` names: a file as the working directory sees it, or whatever was typed. */
function pageOf(typed: string, root: string, { fs, workingDirectory }: Environment): string {
  const file = absolute(typed, workingDirectory);
  const isInside = file.startsWith(`${root}/`) && fs.stat(file)?.kind === "file";
  return isInside ? file.slice(root.length + 1) : typed;
}

/** Throws a `UsageError` where the text is no such number. */
function threadsOf(typed: string): number {
  if (/^[1-9]\d?$/.test(typed)) return Number(typed);
  throw new UsageError(`Unexpected --threads ${JSON.stringify(typed)}, expected a number from 1 to 99`);
}

function sayWhy(why: NonNullable<Built["why"]>, out: string): string {
  if (why.page === null)
    return why.nearest === null
      ? "The site has no such page."
      : `The site has no such page; did you mean ${why.nearest}?`;
  const { page, reasons } = why;
  switch (reasons.join()) {
    case "":
      return `${page}: nothing that it is made from has changed.`;
    case "new":
      return `${page}: it was not made before, or that is not remembered.`;
    case "always":
      return `${page}: it is made in every build, and written where it differs.`;
    case "output folder":
      return `${page}: nothing that it is made from has changed, but ${out} did not have it as it was made last.`;
    default:
      return [`${page}: changed since it was made last:`, ...reasons.map((reason) => `  ${reason}`)].join(
        "\n",
      );
  }
}

function jsonOf({ report, counts, diagnostics, why }: Built, out: string | undefined): object {
  return {
    version: 1,
    out: report === null ? null : out,
    ...counts,
    report,
    ...(why ? { why } : {}),
    diagnostics: diagnostics.map(toJson),
  };
}

function summary({ report, counts, diagnostics }: Built, out: string): string {
  const problems = countProblems(diagnostics);
  if (report === null) return `${problems}. Nothing was written.`;
  const made = [
    plural(counts.features, "feature"),
    plural(counts.guests, "guest"),
    plural(counts.pages, "page"),
  ].filter((part) => part !== "");
  const files = [
    `${report.written.length} written`,
    ...(report.unchanged > 0 ? [`${report.unchanged} unchanged`] : []),
    ...(report.removed.length > 0 ? [`${report.removed.length} removed`] : []),
  ];
  const first = `${out}: ${made.join(", ")} (files: ${files.join(", ")})`;
  return problems === "" ? first : `${first}\n${problems}.`;
}
