import { Command, CommanderError } from "commander";
import { nearest } from "../diagnostics/nearest.js";
import { didYouMean, quoted } from "../diagnostics/entry.js";
import { isFileError } from "../io/file-system.js";
import { bugReport } from "./bug-report.js";
import { commands } from "./commands.js";
import { exitCodes, UsageError, type Environment } from "./environment.js";
import { overview } from "./overview.js";

/**
 * Run one command line.
 *
 * @param args - What follows `colloquy`.
 * @returns The exit code; nothing is thrown.
 */
export async function run(args: readonly string[], environment: Environment): Promise<number> {
  try {
    return await dispatch(args, environment);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    if (thrown instanceof UsageError) {
      environment.stderr.write(`${thrown.message}\n`);
      return exitCodes.usage;
    }
    if (isFileError(thrown)) {
      environment.stderr.write(`${thrown.message}\n`);
      return exitCodes.content;
    }
    environment.stderr.write(bugReport(thrown, args, environment.platform));
    return exitCodes.bug;
  }
}

async function dispatch(args: readonly string[], environment: Environment): Promise<number> {
  const [first, second] = args;
  if (first === "help" && second !== undefined) return dispatch([second, "--help"], environment);
  if (first === undefined || first === "help" || first === "--help") {
    environment.stdout.write(overview());
    return exitCodes.success;
  }
  const entry = commands.find(({ name }) => name === first);
  if (entry === undefined) {
    const kind = first.startsWith("-") ? "option" : "command";
    const candidates = kind === "option" ? ["--help", "--version"] : commands.map(({ name }) => name);
    const suggestion = didYouMean(nearest(first, candidates));
    throw new UsageError(
      `Unexpected ${kind} ${quoted(first)}, expected one of ${candidates.join(", ")}${suggestion}\n` +
        "See colloquy --help.",
    );
  }
  const setUp = await entry.load();
  let exitCode: number = exitCodes.success;
  const command = commandFor(`colloquy ${entry.name}`, environment).description(entry.summary);
  setUp(command, environment, (code) => (exitCode = code));
  await command.parseAsync(args.slice(1), { from: "user" });
  return exitCode;
}

/** A commander command that writes where it should, throws instead of ending the process, and refuses surplus words. */
function commandFor(name: string, { stdout, stderr }: Environment): Command {
  return new Command(name)
    .exitOverride()
    .allowExcessArguments(false)
    .showHelpAfterError(`See ${name} --help.`)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => stdout.hasColor,
      getErrHasColors: () => stderr.hasColor,
    });
}
