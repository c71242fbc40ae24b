import { Option } from "commander";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { addSiteOptions, libraryOptions, type SiteOptions } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { exitCodes, type Environment } from "./environment.js";
import { ProgressLine } from "./progress-line.js";
import { reportGithub } from "./report-github.js";
import { reportJson } from "./report-json.js";
import { countProblems, plural, reportPretty } from "./report-pretty.js";
import { reportSarif } from "./report-sarif.js";

const formats = ["pretty", "json", "github", "sarif"] as const;
type Format = (typeof formats)[number];

interface CheckOptions extends SiteOptions {
  readonly strict?: boolean;
  readonly format: Format;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `colloquy check` */
export const checkCommand: CommandSetup = (command, environment, end) => {
  addSiteOptions(command)
    .option("--strict", "end with 1 if there are warnings, too")
    .addOption(new Option("--format <format>", "how to report").choices(formats).default("pretty"))
    .option("--json", "the same as --format json")
    .option("--quiet", "say nothing if all is well")
    .addHelpText(
      "after",
      `
Reports what a build would report. pretty goes to the error stream, the other formats go to the output.

Examples:
  colloquy check
  colloquy check --strict --format github
  colloquy check --format sarif > colloquy.sarif`,
    )
    .action(async (options: CheckOptions) => end(await check(options, environment)));
};

async function check(options: CheckOptions, environment: Environment): Promise<number> {
  const line = new ProgressLine(environment.stderr);
  const given = libraryOptions(options, environment);
  const library = await environment.loadLibrary();
  const { diagnostics, counts } = await library.check({
    ...given,
    onProgress: (progress) => line.show(progress),
  });
  line.clear();
  const format = options.json === true ? "json" : options.format;
  report(format, diagnostics, environment);
  const failed = hasErrors(diagnostics) || (options.strict === true && diagnostics.length > 0);
  if (format === "pretty" && (diagnostics.length > 0 || options.quiet !== true)) {
    const problems = countProblems(diagnostics) || "No problems";
    environment.stderr.write(
      `${problems} in ${plural(counts.features, "feature") || "no features"} and ${plural(counts.guests, "guest") || "no guests"}.\n`,
    );
  }
  return failed ? exitCodes.content : exitCodes.success;
}

function report(format: Format, diagnostics: readonly Diagnostic[], { stdout, stderr }: Environment): void {
  switch (format) {
    case "pretty":
      stderr.write(reportPretty(diagnostics, stderr));
      break;
    case "json":
      stdout.write(reportJson(diagnostics));
      break;
    case "github":
      stdout.write(reportGithub(diagnostics));
      break;
    case "sarif":
      stdout.write(reportSarif(diagnostics));
  }
}
