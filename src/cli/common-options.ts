import type { Command } from "commander";
import { resolve } from "node:path";
import { readDate } from "../content/read-date.js";
import type { CalendarDate } from "../model/ids.js";
import { UsageError, type Environment } from "./environment.js";
import type { LibraryOptions } from "./library.js";

/** What a command line may say of the site, as commander gives it. */
export interface SiteOptions {
  readonly root?: string;
  readonly out?: string;
  readonly base?: string;
  readonly drafts?: boolean;
  readonly parser?: string;
}

/** Add `--root`, the folder of the site. */
export function addRootOption(command: Command): Command {
  return command.option("--root <folder>", "the site's folder, with content/ in it (default: this folder)");
}

/** Add the options that say what the site is: `--root`, `--base` and `--drafts`. */
export function addSiteOptions(command: Command): Command {
  return addRootOption(command)
    .option(
      "--base <path>",
      "the path at which the site will live, such as /talks/ (default: that of url in site.yaml)",
    )
    .option("--drafts", "take in what is marked as a draft")
    .option(
      "--parser <name>",
      "who parses Markdown: fast, or remark, which has the same result later (default: fast)",
    );
}

/** The same as the library wants it. Throws a `UsageError` where a value makes no sense. */
export function libraryOptions(options: SiteOptions, environment: Environment): LibraryOptions {
  const { base, drafts, out, parser } = options;
  if (base !== undefined && !/^\/(?:[^?#\\]*\/)?$/.test(base))
    throw new UsageError(`Unexpected --base ${JSON.stringify(base)}, expected a path such as / or /talks/`);
  const root = rootOf(options.root, environment);
  return {
    root,
    out: out === undefined ? `${root}/dist` : absolute(out, environment.workingDirectory),
    keepOff: [environment.homeDirectory],
    ...(base === undefined ? {} : { base }),
    ...(drafts === undefined ? {} : { drafts }),
    ...(parser === undefined ? {} : { parser: parserOf(parser) }),
  };
}

/** The folder that `--root` names, absolute; the working directory where it is missing. */
function rootOf(typed: string | undefined, { fs, workingDirectory }: Environment): string {
  if (typed === undefined) return workingDirectory;
  const root = absolute(typed, workingDirectory);
  if (fs.stat(root)?.kind === "folder") return root;
  throw new UsageError(`Unexpected --root ${JSON.stringify(typed)}, expected a folder; ${root} is none`);
}

function parserOf(typed: string): "fast" | "remark" {
  if (typed === "fast" || typed === "remark") return typed;
  throw new UsageError(`Unexpected --parser ${JSON.stringify(typed)}, expected fast or remark`);
}

/** A path of the command line, seen from the working directory: absolute, with `/`, without `.` and `..`. */
export function absolute(path: string, workingDirectory: string): string {
  return resolve(workingDirectory, path).replaceAll("\\", "/");
}

/** A path as a person in the working directory would type it. */
export function displayed(path: string, workingDirectory: string): string {
  if (path === workingDirectory) return ".";
  return path.startsWith(`${workingDirectory}/`) ? path.slice(workingDirectory.length + 1) : path;
}

/** A day as typed behind `--date`. Throws a `UsageError` where the calendar has none. */
export function dateOf(typed: string): CalendarDate {
  const read = readDate(typed);
  if (read.date !== undefined) return read.date;
  const example = read.nearest ?? "2024-03-01";
  throw new UsageError(`Unexpected --date ${JSON.stringify(typed)}, expected a day such as ${example}`);
}

/** Throws a `UsageError` where the text is no language tag. */
export function languageOf(tag: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical !== undefined) return canonical;
  } catch {
    // Said below.
  }
  throw new UsageError(`Unexpected --language ${JSON.stringify(tag)}, expected one such as en or zh-Hans`);
}
