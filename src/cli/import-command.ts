import { Option } from "commander";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { importMany } from "../importers/import-many.js";
import type { Imported, ImportInput, ImportOptions } from "../importers/import-transcript.js";
import { readLanguage } from "../config/language.js";
import { absolute, addRootOption, displayed, languageOf, dateOf } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { exitCodes, UsageError, type Environment } from "./environment.js";
import { findTexts, readText } from "./import-texts.js";
import { plural, reportPretty } from "./report-pretty.js";
import { readSiteOutline } from "./site-outline.js";

interface ImportCommandOptions {
  readonly root?: string;
  readonly interviewer?: readonly string[];
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  readonly slug?: string;
  readonly as?: "folder" | "file";
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** `colloquy import` */
export const importCommand: CommandSetup = (command, environment, end) => {
  command
    .argument("<files...>", "texts (.txt, .md), or folders of them")
    .option("--interviewer <names>", "who asks, with commas between names; may be repeated", addNames)
    .option("--title <title>", "the title, for one text")
    .option("--date <date>", "such as 2024-03-01")
    .option("--language <tag>", "such as zh-Hans")
    .option("--slug <slug>", "the last part of the address, for one text")
    .addOption(
      new Option("--as <form>", "a folder with a file for each section, or one file").choices([
        "folder",
        "file",
      ]),
    )
    .option("--force", "replace files that are there")
    .option("--dry-run", "only say what would be written");
  addRootOption(command)
    .addHelpText(
      "after",
      `
Finds speakers, questions, sections, pictures, the byline and the source. What the text does not say is left open, and
the feature is a draft until it is filled in. Nothing that is there is overwritten, but with --force.

Examples:
  colloquy import interview.txt --title "Before the light" --date 2024-03-01
  colloquy import talk.md --interviewer "Abe Lund" --language en
  colloquy import transcripts/ --dry-run`,
    )
    .action((files: string[], options: ImportCommandOptions) =>
      end(importTexts(files, options, environment)),
    );
};

function addNames(names: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...names.split(/[,，、]/u).map((name) => name.trim())];
}

function importTexts(
  files: readonly string[],
  options: ImportCommandOptions,
  environment: Environment,
): number {
  const { fs, stderr, workingDirectory } = environment;
  const root = absolute(options.root ?? ".", workingDirectory);
  const site = readSiteOutline(fs, root);
  if (site === undefined)
    throw new UsageError(
      `Unexpected folder ${root}, expected a site with a folder "content"; name it with --root`,
    );
  const paths = findTexts(
    fs,
    files.map((file) => absolute(file, workingDirectory)),
  );
  if (paths.length === 0)
    throw new UsageError("Found no text to import, expected files that end in .txt or .md");
  if (paths.length > 1 && (options.title ?? options.slug) !== undefined)
    throw new UsageError(`Unexpected --title or --slug, expected them for one text, not for ${paths.length}`);

  const inputs: ImportInput[] = [];
  let unreadable = false;
  for (const { path, found } of paths) {
    const text = readText(fs, path);
    if (text.value === undefined) unreadable = true;
    else inputs.push({ path: displayed(path, workingDirectory), text: text.value.text, found });
    stderr.write(reportPretty(text.diagnostics, stderr));
  }
  const force = options.force === true;
  const imported = importMany(inputs, {
    ...given(options),
    guests: site.guests,
    siteLanguage: readLanguage(site.language) ?? "en",
    takenSlugs: force || inputs.length === 1 ? new Set() : site.features,
    pictureExists: (path, src) => fs.stat(besides(absolute(path, workingDirectory), src))?.kind === "file",
  });
  stderr.write(reportPretty(imported.diagnostics, stderr));
  const refused = !force && clashes(imported, root, environment);
  if (!refused && options.dryRun !== true) write(imported, root, environment);
  if (!refused) say(imported, root, options.dryRun === true, environment);
  return refused || unreadable || hasErrors(imported.diagnostics) ? exitCodes.content : exitCodes.success;
}

function given({ interviewer, title, date, language, slug, as }: ImportCommandOptions): ImportOptions {
  return {
    interviewers: interviewer,
    title,
    date: date === undefined ? undefined : dateOf(date),
    language: language === undefined ? undefined : languageOf(language),
    slug,
    as,
  };
}

/** Say which files are there already. @returns Whether there are any. */
function clashes(
  { files, copies }: Imported,
  root: string,
  { fs, stderr, workingDirectory }: Environment,
): boolean {
  const targets = [...files.map(({ path }) => path), ...copies.map(({ to }) => to)];
  const there = targets.map((path) => `${root}/${path}`).filter((path) => fs.stat(path) !== undefined);
  if (there.length === 0) return false;
  for (const path of there) stderr.write(`${displayed(path, workingDirectory)} is there already.\n`);
  stderr.write("Nothing was written. With --force the files above are replaced.\n");
  return true;
}

function write({ files, copies }: Imported, root: string, { fs, workingDirectory }: Environment): void {
  for (const { path, content } of files) fs.write(`${root}/${path}`, content);
  for (const { of, from, to } of copies)
    fs.copy(besides(absolute(of, workingDirectory), from), `${root}/${to}`);
}

function say(
  imported: Imported,
  root: string,
  dry: boolean,
  { stdout, stderr, workingDirectory }: Environment,
): void {
  const { files, copies, reports, todo } = imported;
  const paths = [...files.map(({ path }) => path), ...copies.map(({ to }) => to)].sort();
  for (const path of paths) stdout.write(`${displayed(`${root}/${path}`, workingDirectory)}\n`);
  for (const { title, sections, questions, turns, pictures, speakers, draft } of reports) {
    const counts = [
      plural(sections, "section"),
      plural(questions, "question"),
      plural(turns, "turn"),
      plural(pictures, "picture"),
    ].filter((part) => part !== "");
    stderr.write(`\n${title}: ${counts.join(", ")}${draft ? " (a draft)" : ""}\n`);
    for (const { name, kind, turns: own } of speakers)
      stderr.write(`  ${name} (${kind}): ${plural(own, "turn") || "no turn"}\n`);
  }
  if (todo.length > 0)
    stderr.write(`\nTo fill in or confirm:\n${todo.map((sentence) => `  - ${sentence}\n`).join("")}`);
  if (dry) stderr.write("\nNothing was written (--dry-run).\n");
}

/** A path that a text names, seen from the text's folder. */
function besides(text: string, src: string): string {
  return absolute(src, text.slice(0, text.lastIndexOf("/")));
}
