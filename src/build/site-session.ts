import { setImmediate } from "node:timers/promises";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import { bytesContent, type Content } from "../io/file-content.js";
import { realFileSystem } from "../io/real-file-system.js";
import type { SiteFile } from "../io/site-reader.js";
import { filePath, type FilePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import { CopiedFiles } from "./copied-files.js";
import { earlierSite, type EarlierSite } from "./earlier-site.js";
import { rememberPreview } from "./last-preview.js";
import { stampOf, type FoundSite, type LastSite } from "./last-site.js";
import type { LoadedSite } from "./loaded-site.js";
import type { CheckResult, SiteOptions } from "./options.js";
import { bytesOf, makeBytes } from "./make-outputs.js";
import { RecentBytes } from "./recent-bytes.js";
import { NotKept, servedBytes, type ServedOutput } from "./served-output.js";
import { SettledOutputs } from "./settled-outputs.js";
import { siteAsMade } from "./site-as-made.js";
import { neverStays, noCounts, SiteEngine, type ReadSite } from "./site-engine.js";
import type { OutputToMake, SiteRendering } from "./site-rendering.js";
import { TextGathering } from "./text-gathering.js";
import { ChangedMeanwhile, mostAttempts, onceItStays } from "./changed-meanwhile.js";

/** A site that is built again and again in one process. */
export interface SiteSession {
  /**
   * Bring the site up to date with its folder. One call at a time.
   *
   * @param changed - What was seen to change, as a hint; absent means: look at everything.
   */
  readonly update: (changed?: readonly FilePath[]) => Promise<SiteState>;
  /**
   * Keep what is known for the next process, where there is to be a cache. Not while an update runs.
   *
   * @param shown - Paths of the outputs that somebody looks at, the last one first: the next process has them at once.
   */
  readonly save: (shown?: readonly string[]) => void;
  /**
   * Read what could not be shown any more once it is saved with a mistake, until it is over.
   *
   * @returns Whether there is nothing left.
   */
  readonly gather: (isOver: () => boolean) => boolean;
  /** A file as the disk described it before the last update read it; `undefined` where it was not there. */
  readonly fileOf: (file: FilePath) => SiteFile | undefined;
  /** SHA-256 of a file as the last update read it, base64url; `undefined` where that is not known. */
  readonly hashOf: (file: FilePath) => string | undefined;
}

/** A site as it was at one moment, its outputs in memory. */
export interface SiteState extends CheckResult {
  /** `false` where there are errors; the outputs are then those of the last state without, if need be of earlier runs. */
  readonly usable: boolean;
  /** The path at which the outputs live. */
  readonly basePath: string;
  /** By path in the output folder, with `/`: `features/spring-duty/index.html`. */
  readonly outputs: ReadonlyMap<string, ServedOutput>;
  readonly loaded: LoadedSite;
  /** Paths of outputs whose bytes may differ from the state before; those that came or went, too. */
  readonly changed: readonly string[];
}

/** Bytes of outputs that are ready to be served again: hundreds of pages, and full soon, so that memory stays the same. */
const room = 8 * 1024 * 1024;

/** How many outputs are gone through between two turns of the event loop, in which requests are answered. */
const atOnce = 64;

/** More files at once are no texts that somebody saves. */
const fewFiles = 8;

/** What has a bearing on the first time that a site is built. */
export interface SessionStart {
  /**
   * Told of the site before it is built for the first time, where nothing is wrong with its content: its pages may then
   * be had that are as an earlier process has made them.
   */
  readonly onRead?: (site: LastSite) => void;
  /** Its files as they have just been listed. */
  readonly found?: Pick<FoundSite, "listed" | "listedAt" | "outputs"> | undefined;
}

/** Start to build a site again and again; nothing is read before the first update. */
export function openSession(
  options: SiteOptions,
  { onRead, found: foundBefore }: SessionStart = {},
): SiteSession {
  const { fs = realFileSystem } = options;
  const copies = new CopiedFiles(fs, options.root);
  const engine = new SiteEngine(options);
  const recent = new RecentBytes(room);
  let outputs: ReadonlyMap<string, ServedOutput> = new Map();
  let basePath = "/";
  /** In milliseconds since 1970. */
  let listedAt = 0;
  let justFound = foundBefore;
  const settled = new SettledOutputs(foundBefore?.outputs, (path) => engine.outputOf(path));
  /** As it was read last, though it may have changed before it could be shown. */
  let latest: LoadedSite | undefined;
  let last: { readonly state: SiteState; readonly read: Pick<ReadSite, "rendering" | "order"> } | undefined;

  let earlierFound: { readonly site: EarlierSite | undefined } | undefined;
  const earlier = (): EarlierSite | undefined =>
    (earlierFound ??= { site: options.cache === true ? earlierSite(fs, options) : undefined }).site;

  /** Whether a file could not be read because it went after it was listed. */
  const isGone = ({ code, place: { file } }: Diagnostic, { files }: LoadedSite): boolean =>
    code === "unreadable" && files.some((each) => each === file) && !fs.stat(`${options.root}/${file}`);

  const serve = (output: Output | OutputToMake): ServedOutput | undefined => {
    if ("copyOf" in output) return copies.of(output.copyOf);
    if (!("make" in output)) return servedBytes(bytesOf(output));
    const made = output.kept ? undefined : makeBytes(output);
    if (made) recent.set(made.entry.hash, made.bytes);
    const hash = (output.kept ?? made?.entry)?.hash;
    if (hash === undefined) return undefined;
    const open = (): Content => {
      try {
        return bytesContent(recent.get(hash) ?? madeAgain(output, recent), hash);
      } catch (thrown) {
        const before = thrown instanceof NotKept ? earlier()?.outputs.get(output.path) : undefined;
        if (before?.hash === hash) return before.open();
        throw thrown;
      }
    };
    return { hash, open };
  };

  const asRead = ({ site, found }: LoadedSite, rendering: SiteRendering): LastSite => ({
    basePath: site?.settings.basePath ?? "/",
    stamp: stampOf({ value: found, diagnostics: [] }),
    get: (path) => {
      const output = rendering.upToDate(path);
      return output && serve(output);
    },
  });

  const serveAll = (from: Iterable<Output | OutputToMake>, into: Map<string, ServedOutput>): void => {
    for (const output of from) {
      const shown = serve(output);
      if (shown) into.set(output.path, shown);
    }
  };

  /** Where only texts were saved, make only what shows them. @returns `undefined` where more has to be looked at. */
  const takeTexts = (files: readonly FilePath[]): SiteState | undefined => {
    const { state, read } = last ?? {};
    if (!state?.usable || !read?.rendering || files.length === 0 || files.length > fewFiles) return undefined;
    const { rendering } = read;
    const taken = state.loaded.takeTexts(files, options.now ?? currentTime());
    if (!taken) return undefined;
    settled.tookTexts(taken.editions);
    const { length } = rendering.diagnostics;
    const renewed = new Map<string, ServedOutput>();
    serveAll(
      rendering.plannedShowing(taken.editions).map(({ look }) => look()),
      renewed,
    );
    if (rendering.diagnostics.length > length) {
      taken.undo();
      return undefined;
    }
    const changed = [...renewed].filter(([path, { hash }]) => state.outputs.get(path)?.hash !== hash);
    outputs = new Map([...outputs, ...changed]);
    return { ...state, outputs, changed: changed.map(([path]) => path) };
  };

  const updateOnce = async (
    hint: readonly FilePath[] | undefined,
    mayBeAgain: boolean,
  ): Promise<SiteState> => {
    const quick = takeTexts(hint ?? []);
    if (quick && last) {
      last = { state: quick, read: last.read };
      return quick;
    }
    const { listed, listedAt: listing = options.now ?? currentTime() } = justFound ?? {};
    justFound = undefined;
    const read = await engine.read({ changed: hint ?? [], listed });
    const { loaded, rendering, diagnostics, counts } = read;
    latest = loaded;
    listedAt = listing;
    if (!last && rendering && !hasErrors(loaded.diagnostics)) onRead?.(asRead(loaded, rendering));
    const next = new Map<string, ServedOutput>();
    const hasGoneThrough = settled.goThrough(read);
    for (const output of rendering?.outputs() ?? []) {
      serveAll([output], next);
      if (next.size % atOnce === 0) await setImmediate();
    }
    const found = diagnostics();
    const gone = mayBeAgain ? found.find((each) => isGone(each, loaded)) : undefined;
    if (gone) throw new ChangedMeanwhile(filePath(gone.place.file));
    const usable = !hasErrors(found);
    hasGoneThrough(usable);
    const before = outputs;
    if (usable) {
      outputs = next;
      basePath = loaded.site?.settings.basePath ?? "/";
    } else showEarlier();
    const paths = new Set([...before.keys(), ...outputs.keys()]);
    const changed = [...paths].filter((path) => before.get(path)?.hash !== outputs.get(path)?.hash);
    const state = { diagnostics: found, counts, usable, basePath, outputs, loaded, changed };
    last = { state, read };
    return state;
  };
  /** Where nothing was shown yet, what was shown before this process. */
  const showEarlier = (): void => {
    if (!last) ({ outputs, basePath } = earlier() ?? { outputs, basePath });
  };
  /** What there is to show of a site that never stayed as it was; its next update looks at everything. */
  const restless = (diagnostic: Diagnostic): SiteState => {
    const loaded = last?.state.loaded ?? latest;
    if (!loaded) throw new Error(diagnostic.message);
    showEarlier();
    const counts = last?.state.counts ?? noCounts;
    const state = {
      diagnostics: [diagnostic],
      counts,
      usable: false,
      basePath,
      outputs,
      loaded,
      changed: [],
    };
    if (last) last = { ...last, state };
    return state;
  };
  const update = async (hint?: readonly FilePath[]): Promise<SiteState> => {
    copies.saw(hint ?? []);
    const made = await onceItStays((attempt) => updateOnce(hint, attempt < mostAttempts));
    return made.value ?? restless(neverStays(made.changed));
  };
  const fileOf = (file: FilePath): SiteFile | undefined => engine.fileOf(file);
  const hashOf = (file: FilePath): string | undefined => engine.hashOf(file);
  // What is known of a site that is broken would be all that the next process knew.
  const save = (shown: readonly string[] = []): void => {
    if (!last?.state.usable) return;
    const { loaded } = last.state;
    engine.save(loaded);
    if (options.cache !== true || !loaded.site) return;
    const site = {
      ...siteAsMade(loaded, loaded.site),
      found: loaded.found.map((file) => fileOf(file.path) ?? file),
      hashOf,
      listedAt,
      order: last.read.order(),
      outputs,
      shown,
    };
    rememberPreview(fs, options, site, options.now ?? currentTime());
  };
  const gathering = new TextGathering((file) => engine.hasConversation(file));
  const gather = (isOver: () => boolean): boolean => {
    const site = last?.state.usable ? last.state.loaded.site : undefined;
    return !site || gathering.goOn(site, isOver);
  };
  return { update, save, gather, fileOf, hashOf };
}

function madeAgain(output: OutputToMake, recent: RecentBytes): Uint8Array {
  try {
    const made = makeBytes(output);
    if (!made) throw new Error(`${output.path} was made before and now cannot be`);
    recent.set(made.entry.hash, made.bytes);
    return made.bytes;
  } catch (thrown) {
    if (thrown instanceof ChangedMeanwhile) throw new NotKept(output.path, thrown);
    throw thrown;
  }
}
