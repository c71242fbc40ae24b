import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import { writeSite } from "../io/output-writer.js";
import { realFileSystem } from "../io/real-file-system.js";
import { realProcessTable } from "../io/running-process.js";
import type { Output } from "../model/output.js";
import { inspectSite, type InspectedModel } from "./inspect-site.js";
import { loadSite, type LoadedSite } from "./load-site.js";
import { loadSiteTheme } from "./load-theme.js";
import type { BuildOptions, BuildResult, CheckResult, SiteOptions } from "./options.js";
import { renderSite } from "./render-site.js";
import { settle } from "./settle-diagnostics.js";

/**
 * Build a site: read `content/` and `templates/`, check everything, and write the output folder.
 *
 * Nothing is written if anything is wrong (with `strict`, if there are warnings either), and the last site stays as
 * it was. Wrong content is in the result; only bugs of this program throw.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { fs, root } = complete(options);
  const { outputs, ...checkedSite } = await produce(options);
  const { diagnostics } = checkedSite;
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
  const { diagnostics, counts } = await produce(options);
  return { diagnostics, counts };
}

/** The model that templates get, as plain JSON, with what is wrong in the content. */
export async function inspect(
  options: SiteOptions,
): Promise<{ model: InspectedModel; diagnostics: readonly Diagnostic[] }> {
  const loaded = await load(options);
  return { model: inspectSite(loaded), diagnostics: loaded.diagnostics };
}

type Production = CheckResult & { readonly outputs: readonly Output[] };

async function produce(options: SiteOptions): Promise<Production> {
  const { fs, root } = complete(options);
  const loaded = await load(options);
  const { site, pages } = loaded;
  if (!site)
    return { diagnostics: loaded.diagnostics, counts: { features: 0, guests: 0, pages: 0 }, outputs: [] };
  const theme = loadSiteTheme(fs, root, loaded.files, site.settings);
  options.onProgress?.({ stage: "Rendering pages", done: 0, total: pages.length });
  const rendered = renderSite(site, pages, theme);
  const found = [...loaded.diagnostics, ...theme.diagnostics, ...rendered.diagnostics];
  return {
    diagnostics: settle(found, [], site.settings, new Map()),
    counts: { features: site.features.length, guests: site.guests.length, pages: pages.length },
    outputs: rendered.outputs,
  };
}

function load(options: SiteOptions): Promise<LoadedSite> {
  options.onProgress?.({ stage: "Reading the site", done: 0 });
  const { fs, root, now } = complete(options);
  return loadSite(fs, { ...options, root, now });
}

function complete({ fs = realFileSystem, root, now = currentTime() }: SiteOptions) {
  return { fs, root, now };
}
