import type { Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import { OutputGone, writeSite } from "../io/output-writer.js";
import { realFileSystem } from "../io/real-file-system.js";
import { listSite, type SiteFile } from "../io/site-reader.js";
import type { KnownBefore } from "./build-site.js";
import type { InspectedModel } from "./inspect-site.js";
import type { TextBuildOptions, TextChanges } from "./build-texts.js";
import { readLastBuild, type LastBuild } from "./last-build.js";
import type { BuildOptions, BuildResult, CheckResult, SiteOptions } from "./options.js";
import { filesChangedSince } from "./site-record.js";
import { draftOptions, isRefused } from "./where-to-write.js";

/**
 * Build a site: read `content/` and `templates/`, check everything, and write the output folder.
 *
 * Nothing is written if anything is wrong (with `strict`, if there are warnings either), and the last site stays as
 * it was. Wrong content is in the result; only bugs of this program throw.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  // Reasons are told by who knows what each page is made from.
  if (options.cache !== true || options.why !== undefined) return buildAnew(options);
  const { fs = realFileSystem, now = currentTime() } = options;
  const listed = listSite(fs, options.root);
  const last = readLastBuild(fs, options);
  const made = last && (await buildFromLast({ ...options, fs, now }, last, listed));
  return made ?? buildAnew({ ...options, now }, { listed, last });
}

/** More files at once are no texts that somebody saves. */
const fewFiles = 8;

/** What the last build left, if nothing has changed since, or little: most of the program is not even loaded. */
async function buildFromLast(
  options: TextBuildOptions,
  last: LastBuild,
  listed: Checked<readonly SiteFile[]>,
): Promise<BuildResult | undefined> {
  const { fs, now } = options;
  const changed = filesChangedSince(fs, options.root, last, now, listed, fewFiles);
  if (!changed) return undefined;
  try {
    return await (changed.length === 0
      ? keepSite(options, last)
      : buildFromTexts(options, last, { changed, listed }));
  } catch (thrown) {
    if (thrown instanceof OutputGone) return undefined;
    throw thrown;
  }
}

async function keepSite(
  options: BuildOptions,
  { diagnostics, counts, outputs }: LastBuild,
): Promise<BuildResult> {
  if (isRefused(options, diagnostics)) return { diagnostics, counts, report: null };
  const written = await writeSite({ ...draftOptions(options), outputs });
  return { counts, diagnostics: [...diagnostics, ...written.diagnostics], report: written.value ?? null };
}

async function buildFromTexts(
  options: TextBuildOptions,
  last: LastBuild,
  changes: TextChanges,
): Promise<BuildResult | undefined> {
  if (!changes.changed.every(({ path }) => /^content\/features\/.*\.md$/.test(path))) return undefined;
  const { buildTexts } = await import("./build-texts.js");
  return buildTexts(options, last, changes);
}

async function buildAnew(options: BuildOptions, known?: KnownBefore): Promise<BuildResult> {
  const { buildSite } = await import("./build-site.js");
  return buildSite(options, known);
}

/** Report all that `build` would report, and write nothing. */
export async function check(options: SiteOptions): Promise<CheckResult> {
  const { SiteEngine } = await import("./site-engine.js");
  const { tryOutputs } = await import("./make-outputs.js");
  const engine = new SiteEngine(options);
  try {
    const { rendering, diagnostics, counts } = await engine.read();
    if (rendering) tryOutputs(rendering);
    return { diagnostics: diagnostics(), counts };
  } finally {
    engine.close();
  }
}

/** The model that templates get, as plain JSON, with what is wrong in the content. */
export async function inspect(
  options: SiteOptions,
): Promise<{ model: InspectedModel; diagnostics: readonly Diagnostic[] }> {
  const { SiteEngine } = await import("./site-engine.js");
  const { inspectSite } = await import("./inspect-site.js");
  const engine = new SiteEngine(options);
  try {
    const loaded = await engine.load();
    return { model: inspectSite(loaded), diagnostics: loaded.diagnostics };
  } finally {
    engine.close();
  }
}
