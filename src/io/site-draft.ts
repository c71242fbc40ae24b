import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Output } from "../model/output.js";
import { FileError, isFileError, type FileSystem } from "./file-system.js";
import { appearsAtOnce } from "./first-site.js";
import { realOutputFolder, refuseOutputFolder } from "./output-folder.js";
import { finishReplacement, replaceSite, stageManifest, UnfinishedReplacement } from "./output-journal.js";
import { acquireLock, type Busy, type Lock, type Waiting } from "./output-lock.js";
import {
  manifestText,
  readManifest,
  type KeptOutput,
  type Manifest,
  type ManifestEntry,
} from "./output-manifest.js";
import { manifestName } from "./output-path.js";
import { OutputStage } from "./output-stage.js";
import { planReplacement } from "./plan-replacement.js";
import type { ProcessTable } from "./running-process.js";

/** Where a site is to be written. */
export interface DraftOptions {
  readonly fs: FileSystem;
  /** Absolute path of the site's folder, with `/`. */
  readonly root: string;
  /** Absolute path of the output folder, with `/`; it may not exist yet. */
  readonly out: string;
  readonly processes: ProcessTable;
  /** Folders, beside the site's own, that must not be the output folder: the home folder. */
  readonly keepOff?: readonly string[];
  readonly waiting?: Waiting;
  /** Told once the site has appeared, while no other build can write the folder. */
  readonly whenPublished?: () => void;
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
 * The next site, while it is being made: outputs are handed over one by one, and none is to be seen before all are.
 *
 * Whoever opens a draft closes it, whatever happens: it keeps other builds from the folder.
 */
export interface SiteDraft {
  /**
   * Take one output. What it holds is on the disk then, and may be forgotten.
   *
   * @param entry - What its bytes are, where that is known.
   * @returns Whether there is any use in more: `false` where the disk has refused, of which `publish` tells.
   */
  add(output: Output, entry?: ManifestEntry): boolean;
  /** Take an output over from the last site. @returns Whether it is there, just as it would be made; if not, nothing is taken. */
  keep(output: KeptOutput): boolean;
  /** The bytes of an output that was added; `undefined` where it was refused. */
  entryOf(path: string): ManifestEntry | undefined;
  /**
   * Let the site appear in place of the last one. Nothing can be added afterwards.
   *
   * @returns No report, and why, where a name is impossible, a file would be replaced that is not the generator's
   *   own, or the disk refuses: the last site is then as it was.
   */
  publish(): Checked<WriteReport>;
  /** Let other builds have the folder. A draft that was not published is gone, and the last site stays. */
  close(): void;
}

/**
 * Open a draft of a site's next state, once no other build has one of the same folder.
 *
 * What a build left undone that was killed is completed first.
 *
 * @returns No draft, and why, where the folder is refused, another build keeps it, or the disk refuses.
 */
export async function openDraft(options: DraftOptions): Promise<Checked<SiteDraft>> {
  const { fs, root, keepOff = [] } = options;
  let lock: Lock | Busy | undefined;
  try {
    const out = realOutputFolder(fs, options.out);
    const refused = refuseOutputFolder(fs, root, out, keepOff);
    if (refused) return unusable([refused]);
    const { locks, stages } = workingPlaces(out);
    lock = await lockFolder(options, locks);
    if (lock.kind === "busy") {
      const particulars = { folder: out, holder: lock.holder, lock: locks[0] };
      return unusable([diagnose("output-busy", { file: out }, particulars)]);
    }
    const recovered = recover(fs, out, stages);
    const manifest = readManifest(fs, out);
    if (!("newerVersion" in manifest))
      return checked(new StagedDraft(options, { out, stages, manifest, recovered, lock }));
    lock.release();
    const file = `${out}/${manifestName}`;
    return unusable([diagnose("output-newer", { file }, { file, version: manifest.newerVersion })]);
  } catch (thrown) {
    if (lock?.kind === "held") lock.release();
    return unusable([failureOf(thrown, options)]);
  }
}

/** The output folder as a draft found it. */
interface Found {
  /** Its real path. */
  readonly out: string;
  /** Where the draft may lie until it is published, the best first. */
  readonly stages: readonly string[];
  readonly manifest: Manifest;
  readonly recovered: boolean;
  readonly lock: Lock;
}

class StagedDraft implements SiteDraft {
  readonly #options: DraftOptions;
  readonly #found: Found;
  readonly #stage: OutputStage;
  #failure: Diagnostic | undefined;

  constructor(options: DraftOptions, found: Found) {
    const { out, manifest, stages } = found;
    this.#options = options;
    this.#found = found;
    this.#stage = new OutputStage(options.fs, options.root, out, manifest, stages);
  }

  add(output: Output, entry?: ManifestEntry): boolean {
    if (this.#failure) return false;
    try {
      this.#stage.add(output, entry);
      return true;
    } catch (thrown) {
      this.#failure = failureOf(thrown, this.#options);
      return false;
    }
  }

  keep(output: KeptOutput): boolean {
    return !this.#failure && this.#stage.keepOutput(output);
  }

  entryOf(path: string): ManifestEntry | undefined {
    return this.#stage.entries.get(path);
  }

  publish(): Checked<WriteReport> {
    if (this.#failure) return unusable([this.#failure]);
    try {
      const published = this.#publish();
      if (published.value) this.#options.whenPublished?.();
      return published;
    } catch (thrown) {
      if (thrown instanceof UnfinishedReplacement) this.#stage.keep();
      return unusable([failureOf(thrown, this.#options)]);
    }
  }

  close(): void {
    this.#stage.clear();
    this.#found.lock.release();
  }

  #publish(): Checked<WriteReport> {
    const { fs } = this.#options;
    const { out, manifest, recovered } = this.#found;
    const planned = planReplacement(fs, out, manifest, this.#stage);
    const diagnostics = [...this.#stage.diagnostics, ...planned.diagnostics];
    if (planned.value === undefined || diagnostics.length > 0) return unusable(diagnostics);
    const { replacement, removed, unchanged } = planned.value;
    const text = manifestText(this.#stage.entries);
    if (text !== manifest.text || replacement.moved.length > 0) {
      const stage = this.#stage.folder();
      if (!appearsAtOnce(fs, this.#stage.firstSite, out, text)) {
        stageManifest(fs, stage, text);
        replaceSite(fs, out, stage, replacement);
      }
    }
    const written = replacement.moved.map(([, path]) => path);
    return checked({ written, unchanged, removed, recovered });
  }
}

/** Complete what a build left undone that was killed, and remove what it left over. @returns Whether there was any. */
function recover(fs: FileSystem, out: string, stages: readonly string[]): boolean {
  let recovered = false;
  for (const stage of stages) {
    if (finishReplacement(fs, out, stage)) recovered = true;
    fs.remove(stage);
  }
  return recovered;
}

/** What the disk refused, to be told; what is thrown otherwise is a mistake of this program and thrown on. */
function failureOf(thrown: unknown, { out }: DraftOptions): Diagnostic {
  const unfinished = thrown instanceof UnfinishedReplacement;
  if (!unfinished && !isFileError(thrown)) throw thrown;
  return diagnose("write-failed", { file: out }, { reason: thrown.message, unfinished });
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
  { fs, processes, waiting }: DraftOptions,
  [beside, inside]: readonly [string, string],
): Promise<Lock | Busy> {
  try {
    return await acquireLock(fs, beside, processes, waiting);
  } catch (thrown) {
    if (!(thrown instanceof FileError) || !["EACCES", "EPERM", "EROFS"].includes(thrown.code)) throw thrown;
    return acquireLock(fs, inside, processes, waiting);
  }
}
