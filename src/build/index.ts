import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { writeSite } from "../io/output-writer.js";
import { realFileSystem } from "../io/real-file-system.js";
import { realProcessTable } from "../io/running-process.js";
import { inspectSite, type InspectedModel } from "./inspect-site.js";
import { SiteEngine } from "./site-engine.js";
import type { BuildOptions, BuildResult, CheckResult, SiteOptions } from "./options.js";

/**
 * Build a site: read `content/` and `templates/`, check everything, and write the output folder.
 *
 * Nothing is written if anything is wrong (with `strict`, if there are warnings either), and the last site stays as
 * it was. Wrong content is in the result; only bugs of this program throw.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { fs = realFileSystem, root } = options;
  const { outputs, diagnostics, counts } = await new SiteEngine(options).make();
  const checkedSite = { diagnostics, counts };
  if (hasErrors(diagnostics) || (options.strict === true && diagnostics.length > 0)) {
    return { ...checkedSite, report: null };
  }
  options.onProgress?.({ stage: "Writing files", done: 0, total: outputs.length });
  const { onWait } = options;
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
    ...checkedSite,
    diagnostics: [...diagnostics, ...written.diagnostics],
    report: written.value ?? null,
  };
}

/** Report all that `build` would report, and write nothing. */
export async function check(options: SiteOptions): Promise<CheckResult> {
  const { diagnostics, counts } = await new SiteEngine(options).make();
  return { diagnostics, counts };
}

/** The model that templates get, as plain JSON, with what is wrong in the content. */
export async function inspect(
  options: SiteOptions,
): Promise<{ model: InspectedModel; diagnostics: readonly Diagnostic[] }> {
  const loaded = await new SiteEngine(options).load();
  return { model: inspectSite(loaded), diagnostics: loaded.diagnostics };
}
