import { hasErrors } from "../diagnostics/diagnostic.js";
import { addSiteOptions, libraryOptions, type SiteOptions } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { exitCodes, type Environment } from "./environment.js";
import type { OutlinedModel } from "./library.js";
import { countProblems, reportPretty } from "./report-pretty.js";

interface InspectOptions extends SiteOptions {
  readonly json?: boolean;
}

/** `colloquy inspect` */
export const inspectCommand: CommandSetup = (command, environment, end) => {
  addSiteOptions(command)
    .option("--json", "the whole model as JSON")
    .addHelpText(
      "after",
      `
Shows how the site's text was understood: who speaks when, and at which address.

Examples:
  colloquy inspect
  colloquy inspect --json | jq '.features[].sections[].turns[] | .speaker.name'`,
    )
    .action(async (options: InspectOptions) => end(await inspect(options, environment)));
};

async function inspect(options: InspectOptions, environment: Environment): Promise<number> {
  const { stdout, stderr } = environment;
  const given = libraryOptions(options, environment);
  const library = await environment.loadLibrary();
  const { model, diagnostics } = await library.inspect(given);
  if (options.json === true) stdout.write(`${JSON.stringify(model, null, 2)}\n`);
  else {
    stdout.write(outline(model));
    stderr.write(reportPretty(diagnostics, stderr));
    if (diagnostics.length > 0) stderr.write(`${countProblems(diagnostics)}.\n`);
  }
  return hasErrors(diagnostics) ? exitCodes.content : exitCodes.success;
}

function outline({ site, guests, features }: OutlinedModel): string {
  const lines = site ? [site.title] : [];
  for (const { title, date, path, sections } of features) {
    lines.push("", `${title} (${date}) ${path}`);
    for (const section of sections) {
      if (section.title !== null) lines.push(`  ${section.title}`);
      for (const { id, kind, speaker } of section.turns)
        lines.push(`    ${kind.padEnd(8)} ${speaker.name}  #${id}`);
    }
  }
  if (guests.length > 0) lines.push("", "Guests");
  for (const { id, name, features: slugs } of guests) lines.push(`  ${name} (${id}): ${slugs.join(", ")}`);
  return `${lines.join("\n")}\n`;
}
