import type { Checked } from "../diagnostics/checked.js";
import { currentTime } from "../io/clock.js";
import { realFileSystem } from "../io/real-file-system.js";
import { openDraft, type SiteDraft, type WriteReport } from "../io/site-draft.js";
import type { SiteFile } from "../io/site-reader.js";
import type { Crew } from "./crew.js";
import type { FeatureOrder } from "./feature-order.js";
import { rememberBuild, type LastBuild } from "./last-build.js";
import { tryOutputs } from "./make-outputs.js";
import type { BuildOptions, BuildResult } from "./options.js";
import { sharedOutputs } from "./shared-outputs.js";
import { siteAsMade } from "./site-as-made.js";
import { neverStays, noCounts, SiteEngine, type ReadSite } from "./site-engine.js";
import type { SiteRendering } from "./site-rendering.js";
import { onceItStays } from "./changed-meanwhile.js";
import { draftOptions, isRefused } from "./where-to-write.js";
import { whyMade } from "./why.js";

/**
 * Build a site whose files have changed since the last build, or that was never built.
 *
 * @param known - What has been found out already.
 */
export async function buildSite(options: BuildOptions, known: KnownBefore = {}): Promise<BuildResult> {
  const { now = currentTime() } = options;
  const engine = new SiteEngine({ ...options, now }, { sharesOutputs: true, files: known.last?.files });
  try {
    const { listed, last } = known;
    const made = await onceItStays((attempt) =>
      makeSite(engine, { ...options, now }, { last, listed: attempt === 1 ? listed : undefined }),
    );
    if (!made.value) return { counts: noCounts, diagnostics: [neverStays(made.changed)], report: null };
    const { site, result } = made.value;
    if (options.cache === true && site.loaded.site) engine.save(site.loaded);
    return result;
  } finally {
    engine.close();
  }
}

/** What is known of a site before it is read. */
export interface KnownBefore {
  /** The site's files, where they have just been listed. */
  readonly listed?: Checked<readonly SiteFile[]> | undefined;
  readonly last?: LastBuild | undefined;
}

/** A build that knows when it began. */
type BegunBuild = BuildOptions & { readonly now: number };

/** A site with what became of it. */
interface MadeSite {
  readonly site: ReadSite;
  readonly result: BuildResult;
}

/** Keep what the next build will want to know of a site that was written. */
function remember(engine: SiteEngine, site: ReadSite, order: FeatureOrder, options: BegunBuild): void {
  const { fs = realFileSystem, now, cache } = options;
  const shown = site.loaded.site;
  if (!shown || cache !== true) return;
  rememberBuild(fs, options, {
    diagnostics: site.diagnostics(),
    counts: site.counts,
    found: site.loaded.found,
    hashOf: (file) => engine.hashOf(file),
    ...siteAsMade(site.loaded, shown),
    listedAt: now,
    order,
  });
}

async function makeSite(
  engine: SiteEngine,
  options: BegunBuild,
  { listed, last }: KnownBefore,
): Promise<MadeSite> {
  const site = await engine.read({ listed });
  const order = site.order();
  if (last) site.rendering?.goBy(last, order);
  const why = options.why === undefined ? undefined : whyMade(options.why, site, draftOptions(options));
  const whenPublished = (): void => {
    remember(engine, site, order, options);
  };
  const result = await writeOutputs(site, engine.crew, options, whenPublished);
  return { site, result: why ? { ...result, why } : result };
}

async function writeOutputs(
  site: ReadSite,
  crew: Crew,
  options: BuildOptions,
  whenPublished: () => void,
): Promise<BuildResult> {
  const { counts, rendering, diagnostics } = site;
  options.onProgress?.({ stage: "Rendering pages", done: 0, total: counts.pages });
  if (!rendering || isRefused(options, diagnostics())) {
    if (rendering) tryOutputs(rendering);
    return { counts, diagnostics: diagnostics(), report: null };
  }
  const draft = await openDraft({ ...draftOptions(options), whenPublished });
  if (!draft.value) return { counts, diagnostics: [...diagnostics(), ...draft.diagnostics], report: null };
  try {
    await addAll(rendering, crew, draft.value);
    const wrong = diagnostics();
    if (isRefused(options, wrong)) return { counts, diagnostics: wrong, report: null };
    const published: Checked<WriteReport> = draft.value.publish();
    return { counts, diagnostics: [...wrong, ...published.diagnostics], report: published.value ?? null };
  } finally {
    draft.value.close();
  }
}

/** Hand everything over, one by one; what the output folder has already is not made. */
async function addAll(rendering: SiteRendering, crew: Crew, draft: SiteDraft): Promise<void> {
  for await (const output of sharedOutputs(rendering, crew)) {
    if ("records" in output) {
      if (draft.add(output, output.entry)) rendering.adopt(output.records);
    } else if ("make" in output) {
      const { path, kept } = output;
      if (kept && draft.keep({ path, kept })) continue;
      const made = output.make();
      if (!made) continue;
      draft.add(made);
      const entry = draft.entryOf(path);
      if (entry) output.remember(entry);
    } else draft.add(output);
  }
}
