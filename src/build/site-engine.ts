import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import type { FileSystem } from "../io/file-system.js";
import { realFileSystem } from "../io/real-file-system.js";
import { ScratchSpace } from "../io/scratch-space.js";
import type { SiteFile } from "../io/site-reader.js";
import type { ManifestEntry } from "../io/output-manifest.js";
import type { FilePath } from "../model/ids.js";
import type { Site } from "../model/site.js";
import type { FeatureHead } from "../interview/feature-head.js";
import { mostAttempts, type ChangedMeanwhile } from "./changed-meanwhile.js";
import type { Room } from "./conversations.js";
import { Crew } from "./crew.js";
import { noOrder, type FeatureOrder } from "./feature-order.js";
import { loadSite, type HowToLoad } from "./load-site.js";
import type { LoadedSite } from "./loaded-site.js";
import { loadSiteTheme, type LoadedTheme } from "./load-theme.js";
import type { CheckResult, SiteOptions } from "./options.js";
import { OutputMemory } from "./output-memory.js";
import { settle } from "./settle-diagnostics.js";
import { SiteMemory } from "./site-memory.js";
import type { FileRecord } from "./file-memory.js";
import type { RecordedFile } from "./site-record.js";
import { SiteRecords, type RecordStore } from "./site-records.js";
import { SiteRendering } from "./site-rendering.js";
import type { Understanding } from "./understood.js";

/** A site that was read, and whose outputs are ready to be made. */
export interface ReadSite extends Pick<CheckResult, "counts"> {
  readonly loaded: LoadedSite;
  /** `undefined` where there is no site to speak of. */
  readonly rendering: SiteRendering | undefined;
  /** What the next build may have to know of the site as it is now. */
  readonly order: () => FeatureOrder;
  /** What is wrong with content and theme; once the outputs are made, with templates as well. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** What an engine has to do with others. */
interface EngineSetup {
  /** What others have of the site; absent means that this engine keeps what it knows. */
  readonly elsewhere?: { readonly records: Pick<SiteRecords, "of">; readonly room: Room };
  /** Whether others make outputs as well. By default, they only read. */
  readonly sharesOutputs?: boolean;
  /** Files of the site that are known to have these bytes, where size and time are as here. */
  readonly files?: readonly RecordedFile[] | undefined;
}

/**
 * Reads and renders a site, and does it again from what it remembers: only what is out of date is made anew.
 *
 * `build`, `check` and `preview` are this with different ends.
 */
export class SiteEngine {
  readonly #fs: FileSystem;
  readonly #options: SiteOptions;
  readonly #records: SiteRecords | undefined;
  readonly #scratch: ScratchSpace | undefined;
  readonly #memory: SiteMemory;
  readonly #outputs: OutputMemory;
  /** Those who read the site with this thread, and may make it with it. */
  readonly crew: Crew;

  constructor(options: SiteOptions, { elsewhere, sharesOutputs = false, files }: EngineSetup = {}) {
    const { fs = realFileSystem, root, parser, cache } = options;
    this.#fs = fs;
    this.#options = options;
    this.#records = cache === true ? new SiteRecords(fs, root, parser) : undefined;
    this.#scratch = cache === true ? new ScratchSpace(fs, root) : undefined;
    this.crew = new Crew(sharesOutputs ? this.#scratch : undefined);
    const records = elsewhere?.records ?? this.crew.telling(this.#records);
    this.#memory = new SiteMemory(records, elsewhere?.room ?? this.#scratch, files && hashesOf(files));
    this.#outputs = new OutputMemory(elsewhere?.records ?? this.#records);
  }

  /** Read the site's folder. @param how - Which files were seen to change since the last time, and what to read. */
  load(how: Omit<HowToLoad, "crew"> = {}): Promise<LoadedSite> {
    this.#options.onProgress?.({ stage: "Reading the site", done: 0 });
    const now = this.#options.now ?? currentTime();
    return loadSite(this.#fs, { ...this.#options, now }, this.#memory, { ...how, crew: this.crew });
  }

  /** Read the site and its theme. @param how - As for `load`. */
  async read(how: Omit<HowToLoad, "crew"> = {}): Promise<ReadSite> {
    const loaded = await this.load(how);
    const { site, pages } = loaded;
    if (!site)
      return {
        loaded,
        rendering: undefined,
        order: () => noOrder,
        diagnostics: () => loaded.diagnostics,
        counts: noCounts,
      };
    const theme = this.#themeOf(site, loaded);
    const rendering = new SiteRendering(
      { site, pages },
      theme,
      this.#memory.settings?.read.key ?? "",
      this.#outputs,
    );
    return {
      loaded,
      rendering,
      order: () => loaded.order(rendering.frame),
      diagnostics: () => {
        const found = [...loaded.diagnostics, ...theme.diagnostics, ...rendering.diagnostics];
        return settle(found, [], site.settings, new Map());
      },
      counts: { features: site.features.length, guests: site.guests.length, pages: pages.length },
    };
  }

  /** A file of the site as the disk described it before it was read, though it was saved since the site was listed. */
  fileOf(file: FilePath): SiteFile | undefined {
    return this.#memory.hashes.fileOf(file);
  }

  /** SHA-256 of a file of the site, base64url, where it was read as it was found. */
  hashOf(file: FilePath): string | undefined {
    return this.#memory.hashes.get(file);
  }

  /** What was understood of a feature the last time; with the site read, of its files as they are. */
  understoodOf(file: FilePath): Understanding<FeatureHead> | undefined {
    return this.#memory.features.known(file);
  }

  /** What the bytes of an output were the last time in this process, whatever it was made from. */
  outputOf(path: string): ManifestEntry | undefined {
    return this.#outputs.entryOf(path);
  }

  /** Whether what a feature says is kept in this process. */
  hasConversation(file: FilePath): boolean {
    return this.#memory.conversations.has(file);
  }

  /** Keep what is new for the next process, and all that was known before. */
  saveMore(): void {
    this.#records?.saveMore();
  }

  /** Keep what is known of the site for the next process. @param loaded - The site as it is. */
  save({ files }: LoadedSite): void {
    const present = new Set<string>(files);
    this.#records?.save((kind, name) => {
      if (kind === "output" || kind === "facts") return this.#outputs.has(name);
      return kind === "reading" ? this.#memory.readings.has(name) : present.has(name);
    });
  }

  /** Give back what the disk lent; the site cannot be rendered any more. */
  close(): void {
    this.crew.stop();
    this.#scratch?.close();
  }

  #themeOf({ settings }: Site, { files, found }: LoadedSite): LoadedTheme {
    const templates = templatesIn(found);
    const known = this.#memory.theme;
    if (known?.key === templates && known.settings === settings) return known.loaded;
    const loaded = loadSiteTheme(this.#fs, this.#options.root, files, settings);
    this.#memory.theme = { key: templates, settings, loaded };
    return loaded;
  }
}

/** What is known of files from elsewhere, as if it had been kept; nothing is added. */
function hashesOf(files: readonly RecordedFile[]): RecordStore<FileRecord<string>> {
  const known = new Map<string, RecordedFile>(files.map((file) => [file.path, file]));
  const get = (path: string): FileRecord<string> | undefined => {
    const { size = 0, modified = null, hash = null } = known.get(path) ?? {};
    return modified === null || hash === null ? undefined : { size, modified, value: hash };
  };
  return { get, set: () => undefined };
}

/** Differs where the disk says that a file of `templates/` is another. */
function templatesIn(found: readonly SiteFile[]): string {
  return found
    .filter(({ path }) => path.startsWith("templates/"))
    .map(({ path, size, modified }) => `${path} ${size} ${modified}`)
    .join("\n");
}

/** What is wrong with a site that was another each time that it was read. */
export function neverStays({ file }: ChangedMeanwhile): Diagnostic {
  return diagnose("site-changing", { file }, { attempts: mostAttempts });
}

/** Of a site of which nothing could be read. */
export const noCounts = { features: 0, guests: 0, pages: 0 };
