import { Option } from "commander";
import { didYouMean, oneOf, quoted } from "../diagnostics/entry.js";
import { nearest } from "../diagnostics/nearest.js";
import { absolute, addRootOption, displayed, languageOf, dateOf } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { exitCodes, UsageError, type Environment } from "./environment.js";
import { writeNewFiles, type NewFile } from "./new-files.js";
import { readSiteOutline, type SiteOutline } from "./site-outline.js";
import { planNewFeature, planNewGuest, planNewPage } from "./starter-content.js";
import { starterSite } from "./starter-site.js";

/** `colloquy new site|feature|guest|page` */
export const newCommand: CommandSetup = (command, environment, end) => {
  command
    .usage("site|feature|guest|page [options]")
    .argument("[what]")
    .addHelpText(
      "after",
      `
Nothing that is there is ever overwritten.

Examples:
  colloquy new site my-site --language zh-Hans
  colloquy new guest 曾小满
  colloquy new feature "Before the light" --guests zeng-xiaoman,abe-lund --as folder
  colloquy new page About`,
    );
  const kinds = [addSite, addFeature, addGuest, addPage];
  for (const add of kinds) add(command, environment, end);
  command.action((what?: string) => {
    const expected = command.commands.map((kind) => kind.name());
    const found = what === undefined ? "nothing to make" : quoted(what);
    const suggestion = what === undefined ? "" : didYouMean(nearest(what, expected));
    throw new UsageError(
      `Unexpected ${found}, expected ${oneOf(expected)}${suggestion}\nSee colloquy new --help.`,
    );
  });
};

type Add = (...args: Parameters<CommandSetup>) => void;

const addSite: Add = (command, environment, end) => {
  command
    .command("site <folder>")
    .description("make a small site that is complete and builds")
    .option("--title <title>", "the site's title (default: the folder's name)")
    .option("--language <tag>", "the site's language, such as zh-Hans", "en")
    .action((folder: string, options: { title?: string; language: string }) => {
      const target = absolute(folder, environment.workingDirectory);
      if (environment.fs.stat(target) !== undefined && environment.fs.list(target).length > 0)
        throw new UsageError(
          `Unexpected folder ${JSON.stringify(folder)}, expected one that is empty or not there yet`,
        );
      const title = options.title ?? target.slice(target.lastIndexOf("/") + 1);
      const files = starterSite({ title, language: languageOf(options.language), date: environment.today });
      writeNewFiles(environment.fs, target, files);
      say(environment, target, files);
      // Not from inside the new folder: until `npm install` ran there, npx would look for the command in the registry.
      const shown = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
      environment.stderr.write(
        `\nNext:\n  npx colloquy preview --root ${shown}   shows it while you write\n` +
          `  npx colloquy build --root ${shown}     makes it, in dist there\n`,
      );
      end(exitCodes.success);
    });
};

const addFeature: Add = (command, environment, end) => {
  const feature = command
    .command("feature [title]")
    .description("make a feature to fill in, as a draft")
    .option("--guests <ids>", "ids of guests, with commas between them", (ids) => ids.split(","))
    .option("--language <tag>", "the feature's language (default: the site's)")
    .option("--date <date>", "such as 2024-03-01 (default: today)")
    .addOption(
      new Option("--as <form>", "a folder with a file for each section, or one file").choices([
        "folder",
        "file",
      ]),
    );
  addRootOption(feature).action(async (title: string | undefined, options: FeatureOptions) => {
    const { root, outline } = siteOf(options.root, environment);
    const { language } = options;
    const date = options.date === undefined ? environment.today : dateOf(options.date);
    const form = options.as ?? "file";
    const given = language === undefined ? undefined : languageOf(language);
    const planned = await planNewFeature(outline, {
      title,
      guests: options.guests ?? [],
      language: given,
      date,
      form,
    });
    finish(environment, root, planned.files, end);
    for (const sentence of planned.todo) environment.stderr.write(`  ${sentence}\n`);
  });
};

interface FeatureOptions {
  readonly root?: string;
  readonly guests?: readonly string[];
  readonly language?: string;
  readonly date?: string;
  readonly as?: "folder" | "file";
}

const addGuest: Add = (command, environment, end) => {
  const guest = command
    .command("guest <name>")
    .description("make a guest's file; a name in Han characters gets an id in pinyin")
    .option("--role <role>", "what the person is");
  addRootOption(guest).action(async (name: string, options: { root?: string; role?: string }) => {
    const { root } = siteOf(options.root, environment);
    finish(environment, root, [await planNewGuest(name, options.role)], end);
  });
};

const addPage: Add = (command, environment, end) => {
  const page = command.command("page <title>").description("make a page that is no interview");
  addRootOption(page).action(async (title: string, options: { root?: string }) => {
    const { root } = siteOf(options.root, environment);
    finish(environment, root, [await planNewPage(title)], end);
  });
};

function siteOf(
  folder: string | undefined,
  environment: Environment,
): { root: string; outline: SiteOutline } {
  const root = absolute(folder ?? ".", environment.workingDirectory);
  const outline = readSiteOutline(environment.fs, root);
  if (outline === undefined)
    throw new UsageError(
      `Unexpected folder ${root}, expected a site with a folder "content"; go there, name it with --root, or make one ` +
        "with colloquy new site",
    );
  return { root, outline };
}

function finish(
  environment: Environment,
  root: string,
  files: readonly NewFile[],
  end: (code: number) => void,
): void {
  writeNewFiles(environment.fs, root, files);
  say(environment, root, files);
  end(exitCodes.success);
}

function say({ stdout, workingDirectory }: Environment, folder: string, files: readonly NewFile[]): void {
  for (const { path } of files) stdout.write(`${displayed(`${folder}/${path}`, workingDirectory)}\n`);
}
