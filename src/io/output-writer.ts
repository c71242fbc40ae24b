import type { Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import { FileError, isFileError, type FileSystem } from "./file-system.js";
import { realOutputFolder, refuseOutputFolder } from "./output-folder.js";
import { finishReplacement, replaceSite, stageManifest, UnfinishedReplacement } from "./output-journal.js";
import { acquireLock, type Busy, type Lock, type Waiting } from "./output-lock.js";
import { manifestText, readManifest } from "./output-manifest.js";
import { manifestName } from "./output-path.js";
import { OutputStage, type KeptOutput } from "./output-stage.js";
import { planReplacement } from "./plan-replacement.js";
import type { ProcessTable } from "./running-process.js";

/** What to write, and where. */
export interface WriteOptions {
  readonly fs: FileSystem;
  /** Absolute path of the site's folder, with `/`. */
  readonly root: string;
  /** Absolute path of the output folder, with `/`; it may not exist yet. */
  readonly out: string;
  /** Taken one by one, so that a whole site never has to be in memory. */
  readonly outputs: Iterable<Output | KeptOutput> | AsyncIterable<Output | KeptOutput>;
  readonly processes: ProcessTable;
  /** Folders, beside the site's own, that must not be the output folder: the home folder. */
  readonly keepOff?: readonly string[];
  readonly waiting?: Waiting;
}

/** What became of the output folder; paths are relative to it, with `/`. */
export interface WriteReport {
  /** Files that are new or have other bytes than before, in the order in which they appeared. */
  readonly written: readonly string[];
  /** How many files were left as they are, with their time stamps. */
  readonly unchanged: number;
  /** Files of the last site that this one no longer has. */
  readonly removed: readonly string[];
  /** Whether a build that was killed in the middle of replacing the site was completed first. */
  readonly recovered: boolean;
}

/**
 * Write a site so that its folder always holds one whole site, the last or this one.
 *
 * Changed files are staged on the same disk; when all of them are there, a journal is written and each is renamed
 * into place; then files whose page is gone are removed, and the manifest comes last. A process that dies before
 * the journal leaves the last site; one that dies after it is completed by the next build. A disk that refuses
 * leaves the last site in either case. What the manifest does not name is never touched.
 *
 * What the iteration over `outputs` throws is thrown on, and nothing is written.
 *
 * @returns No report, and why, where the folder is refused, a name is impossible, another build keeps the folder,
 *   or the disk refuses.
 */
export async function writeSite(options: WriteOptions): Promise<Checked<WriteReport>> {
  const { fs, root, keepOff = [] } = options;
  try {
    const out = realOutputFolder(fs, options.out);
    const refused = refuseOutputFolder(fs, root, out, keepOff);
    if (refused) return failure(refused);
    const place = workingPlaces(out);
    const lock = await lockFolder(options, place.locks);
    if (lock.kind === "busy") {
      const particulars = { folder: out, holder: lock.holder, lock: place.locks[0] };
      return failure(diagnose("output-busy", { file: out }, particulars));
    }
    try {
      return await writeLocked(options, out, place.stages);
    } finally {
      lock.release();
    }
  } catch (thrown) {
    if (!isFileError(thrown) && !(thrown instanceof UnfinishedReplacement)) throw thrown;
    const unfinished = thrown instanceof UnfinishedReplacement;
    return failure(diagnose("write-failed", { file: options.out }, { reason: thrown.message, unfinished }));
  }
}

async function writeLocked(
  options: WriteOptions,
  out: string,
  stages: readonly string[],
): Promise<Checked<WriteReport>> {
  const { fs, root, outputs } = options;
  let recovered = false;
  for (const stage of stages) {
    if (finishReplacement(fs, out, stage)) recovered = true;
    fs.remove(stage);
  }
  const manifest = readManifest(fs, out);
  if ("newerVersion" in manifest) {
    const file = `${out}/${manifestName}`;
    return failure(diagnose("output-newer", { file }, { file, version: manifest.newerVersion }));
  }
  const staging = new OutputStage(fs, root, out, manifest, stages);
  try {
    for await (const output of outputs) staging.add(output);
    const planned = planReplacement(fs, out, manifest, staging);
    const diagnostics = [...staging.diagnostics, ...planned.diagnostics];
    if (planned.value === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
    const { replacement, removed, unchanged } = planned.value;
    const text = manifestText(staging.entries);
    if (text !== manifest.text || replacement.moved.length > 0) {
      const stage = staging.folder();
      stageManifest(fs, stage, text);
      replaceSite(fs, out, stage, replacement);
    }
    const written = replacement.moved.map(([, path]) => path);
    return { value: { written, unchanged, removed, recovered }, diagnostics: [] };
  } catch (thrown) {
    if (thrown instanceof UnfinishedReplacement) staging.keep();
    throw thrown;
  } finally {
    staging.clear();
  }
}

/**
 * Where locks and staged files may lie: beside the output folder, so that nothing half-done is ever inside it; but
 * where that is another disk (a mounted volume) or may not be written to, inside it.
 */
function workingPlaces(out: string): { locks: readonly [string, string]; stages: readonly [string, string] } {
  const slash = out.lastIndexOf("/");
  const beside = `${out.slice(0, slash)}/.${out.slice(slash + 1)}`;
  return {
    locks: [`${beside}.colloquy-lock`, `${out}/.colloquy-lock`],
    stages: [`${beside}.colloquy-stage`, `${out}/.colloquy-stage`],
  };
}

async function lockFolder(
  { fs, processes, waiting }: WriteOptions,
  [beside, inside]: readonly [string, string],
): Promise<Lock | Busy> {
  try {
    return await acquireLock(fs, beside, processes, waiting);
  } catch (thrown) {
    if (!(thrown instanceof FileError) || !["EACCES", "EPERM", "EROFS"].includes(thrown.code)) throw thrown;
    return acquireLock(fs, inside, processes, waiting);
  }
}

function failure(diagnostic: Diagnostic): Checked<never> {
  return { value: undefined, diagnostics: [diagnostic] };
}
