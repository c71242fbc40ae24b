import type { Checked } from "../diagnostics/checked.js";
import type { FeatureHead } from "../interview/feature-head.js";
import type { FileSystem } from "../io/file-system.js";
import { writeSite } from "../io/output-writer.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import { areReported, saysTheSame } from "./current-feature.js";
import { firstFile, type FeatureOrder, type OrderedEdition } from "./feature-order.js";
import { featuresAround } from "./features-around.js";
import { rememberTexts, type LastBuild } from "./last-build.js";
import { makeBytes, type MadeBytes } from "./make-outputs.js";
import type { BuildOptions, BuildResult } from "./options.js";
import { SiteEngine } from "./site-engine.js";
import { fileAsRead } from "./site-record.js";
import type { SiteRendering } from "./site-rendering.js";
import type { Understanding } from "./understood.js";
import { draftOptions, isRefused } from "./where-to-write.js";

/** What a build knows that makes only texts anew. */
export type TextBuildOptions = BuildOptions & { readonly fs: FileSystem; readonly now: number };

/** What has changed in a site, and how it was seen. */
export interface TextChanges {
  readonly changed: readonly SiteFile[];
  /** All files as they are now. */
  readonly listed: Checked<readonly SiteFile[]>;
}

/**
 * Build a site again of which a few texts of features are others, and nothing else: no list, no guest and no link is
 * touched by them, so only the pages that show these texts are made. Of ten thousand features, those are read
 * that such a page has to do with.
 *
 * That nothing else is touched is looked at, not believed: the features say the same to the rest of the site as they
 * did when it was built, and all that each page is made from is as it was, but for the texts.
 *
 * @param options - What is to be built.
 * @param last - The last build.
 * @param changes - What has changed since.
 * @returns `undefined`, and nothing is written, where more has to be looked at. Throws an `OutputGone` where the last
 *   site is not as it was left.
 */
export async function buildTexts(
  options: TextBuildOptions,
  last: LastBuild,
  changes: TextChanges,
): Promise<BuildResult | undefined> {
  const { changed, listed } = changes;
  const order = last.order();
  const paths = new Set<FilePath>(changed.map(({ path }) => path));
  if (!order || areReported([...paths], last.diagnostics) || isRefused(options, last.diagnostics))
    return undefined;
  const engine = new SiteEngine({ ...options, threads: 1 }, { files: last.files });
  try {
    const made = await makeTexts(engine, last, { order, changed: paths, listed });
    return made && (await write(engine, made, { options, last, changed }));
  } catch (thrown) {
    // Whoever reads the whole site reads it once more.
    if (thrown instanceof ChangedMeanwhile) return undefined;
    throw thrown;
  } finally {
    engine.close();
  }
}

/** Texts that were taken, and the outputs that show them. */
interface MadeTexts {
  readonly outputs: ReadonlyMap<string, MadeBytes>;
  /** By the first file of each edition. */
  readonly fingerprints: ReadonlyMap<FilePath, string>;
}

/** What is to be made anew, and what is known of the rest. */
interface TextsToMake {
  readonly order: FeatureOrder;
  readonly changed: ReadonlySet<FilePath>;
  readonly listed: TextChanges["listed"];
}

async function makeTexts(
  engine: SiteEngine,
  last: LastBuild,
  { order, changed, listed }: TextsToMake,
): Promise<MadeTexts | undefined> {
  const touched = order.features.filter(({ editions }) => editions.some((each) => isAmong(each, changed)));
  const editions = touched.flatMap((each) => each.editions.filter((edition) => isAmong(edition, changed)));
  const files = new Set(editions.flatMap((edition) => edition.files));
  if (![...changed].every((file) => files.has(file))) return undefined;
  const before = editions.map((edition) => engine.understoodOf(firstFile(edition)));
  // A build that failed may have left more than the last site has.
  if (!before.every((each, at) => each?.fingerprint === editions[at]?.fingerprint)) return undefined;

  const only = featuresAround(order, touched, (file) => engine.understoodOf(file)?.value?.digest);
  const { rendering, loaded } = await engine.read({ only, listed });
  const fingerprints = new Map<FilePath, string>();
  for (const [at, edition] of editions.entries()) {
    const file = firstFile(edition);
    const after = engine.understoodOf(file);
    if (!after || !loaded.site?.addresses.has(file) || !isLike(before[at], after)) return undefined;
    fingerprints.set(file, after.fingerprint);
  }
  const outputs = rendering && makeAll(rendering, new Set(fingerprints.keys()), last);
  return outputs && { outputs, fingerprints };
}

function isAmong({ files }: OrderedEdition, changed: ReadonlySet<FilePath>): boolean {
  return files.some((file) => changed.has(file));
}

/** Whether a text says nothing else to the rest of the site than before, and nothing is wrong with it. */
function isLike(before: Understanding<FeatureHead> | undefined, after: Understanding<FeatureHead>): boolean {
  if (!before?.value || !after.value) return false;
  return before.diagnostics.length + after.diagnostics.length === 0 && saysTheSame(before.value, after.value);
}

/** `undefined` where one of the outputs is made from something else that is not as it was, or cannot be made. */
function makeAll(
  rendering: SiteRendering,
  editions: ReadonlySet<FilePath>,
  last: LastBuild,
): ReadonlyMap<string, MadeBytes> | undefined {
  const outputs = new Map<string, MadeBytes>();
  for (const { path, look, reasons } of rendering.plannedShowing(editions)) {
    const had = last.outputOf(path);
    if (!had || !reasons().every((name) => editions.has(name as FilePath))) return undefined;
    const output = look();
    if (output.kept?.hash === had.hash) continue;
    const made = makeBytes(output);
    if (!made) return undefined;
    outputs.set(path, made);
  }
  return rendering.diagnostics.length === 0 ? outputs : undefined;
}

interface ToWrite {
  readonly options: TextBuildOptions;
  readonly last: LastBuild;
  readonly changed: readonly SiteFile[];
}

async function write(
  engine: SiteEngine,
  { outputs, fingerprints }: MadeTexts,
  { options, last, changed }: ToWrite,
): Promise<BuildResult> {
  const { fs, root, now } = options;
  const { counts, diagnostics } = last;
  const all = last.outputs.map((output) => {
    const made = outputs.get(output.path);
    return made ? { path: output.path, bytes: made.bytes } : output;
  });
  const hashOf = (file: FilePath): string | undefined => engine.hashOf(file);
  const whenPublished = (): void => {
    rememberTexts(fs, options, last, {
      files: changed.map((file) => fileAsRead(fs, root, file, { hashOf, listedAt: now })),
      fingerprints,
    });
  };
  const written = await writeSite({ ...draftOptions(options), outputs: all, whenPublished });
  if (!written.value) return { counts, diagnostics: [...diagnostics, ...written.diagnostics], report: null };
  engine.saveMore();
  return { counts, diagnostics, report: written.value };
}
