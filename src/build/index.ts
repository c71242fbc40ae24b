import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import { OutputGone, type KeptOutput } from "../io/output-stage.js";
import { writeSite } from "../io/output-writer.js";
import { realFileSystem } from "../io/real-file-system.js";
import { realProcessTable } from "../io/running-process.js";
import type { Output } from "../model/output.js";
import type { Site } from "../model/site.js";
import type { InspectedModel } from "./inspect-site.js";
import { findLastBuild, rememberBuild } from "./last-build.js";
import type { LoadedSite } from "./loaded-site.js";
import type { BuildOptions, BuildResult, CheckResult, SiteOptions } from "./options.js";

/**
 * Build a site: read `content/` and `templates/`, check everything, and write the output folder.
 *
 * Nothing is written if anything is wrong (with `strict`, if there are warnings either), and the last site stays as
 * it was. Wrong content is in the result; only bugs of this program throw.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  return (await buildFromLast(options)) ?? buildAnew(options);
}

/** What the last build left, if nothing has changed since; the rest of the program is not even loaded. */
async function buildFromLast(options: BuildOptions): Promise<BuildResult | undefined> {
  if (options.cache !== true) return undefined;
  const { fs = realFileSystem, now = currentTime() } = options;
  const last = findLastBuild(fs, options, now);
  if (!last) return undefined;
  try {
    return await write(options, last, last.outputs);
  } catch (thrown) {
    if (thrown instanceof OutputGone) return undefined;
    throw thrown;
  }
}

async function buildAnew(options: BuildOptions): Promise<BuildResult> {
  const { fs = realFileSystem, now = currentTime() } = options;
  const { SiteEngine } = await import("./site-engine.js");
  const { loaded, outputs, ...checked } = await new SiteEngine({ ...options, now }).make();
  const result = await write(options, checked, outputs);
  if (options.cache === true && result.report && loaded.site) {
    const { timezone } = loaded.site.settings;
    rememberBuild(fs, options, {
      ...checked,
      found: loaded.found,
      timezone,
      timed: isTimed(loaded, loaded.site),
      listedAt: now,
    });
  }
  return result;
}

async function write(
  options: BuildOptions,
  { diagnostics, counts }: CheckResult,
  outputs: readonly (Output | KeptOutput)[],
): Promise<BuildResult> {
  if (hasErrors(diagnostics) || (options.strict === true && diagnostics.length > 0)) {
    return { diagnostics, counts, report: null };
  }
  options.onProgress?.({ stage: "Writing files", done: 0, total: outputs.length });
  const { fs = realFileSystem, root, onWait } = options;
  const written = await writeSite({
    fs,
    root,
    out: options.out ?? `${root}/dist`,
    outputs,
    processes: realProcessTable,
    ...(options.keepOff ? { keepOff: options.keepOff } : {}),
    ...(onWait ? { waiting: { onWait } } : {}),
  });
  return {
    counts,
    diagnostics: [...diagnostics, ...written.diagnostics],
    report: written.value ?? null,
  };
}

/** Whether another day alone would make another site. */
function isTimed({ hidden }: LoadedSite, { features }: Site): boolean {
  const isWaiting = [...hidden.values()].some((why) => why === "scheduled");
  const ends = features.some(({ original, translations }) =>
    [original, ...translations].some(({ publication }) => publication.expires !== null),
  );
  return isWaiting || ends;
}

/** Report all that `build` would report, and write nothing. */
export async function check(options: SiteOptions): Promise<CheckResult> {
  const { SiteEngine } = await import("./site-engine.js");
  const { diagnostics, counts } = await new SiteEngine(options).make();
  return { diagnostics, counts };
}

/** The model that templates get, as plain JSON, with what is wrong in the content. */
export async function inspect(
  options: SiteOptions,
): Promise<{ model: InspectedModel; diagnostics: readonly Diagnostic[] }> {
  const { SiteEngine } = await import("./site-engine.js");
  const { inspectSite } = await import("./inspect-site.js");
  const loaded = await new SiteEngine(options).load();
  return { model: inspectSite(loaded), diagnostics: loaded.diagnostics };
}
