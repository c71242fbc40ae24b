import type { SiteSession, SiteState } from "../build/site-session.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import { Burst } from "./burst.js";
import { everything, type KnownFiles, type Look } from "./known-files.js";

/** What is told of each build. */
export interface RebuildListener {
  /** @param because - The files that had changed; empty for the first build. @param took - Milliseconds. */
  readonly onState: (state: SiteState, because: readonly FilePath[], took: number) => void;
  /** The build itself broke, by a bug or by the disk; the last site stays. */
  readonly onTrouble: (thrown: unknown) => void;
}

/** A file of the site, or a reason to look at all of them. */
export type Seen = FilePath | typeof everything;

/**
 * Keeps a site up to date with its folder: looks where something was seen, builds where something changed, looks again
 * a little later.
 *
 * The second look is what a save within milliseconds of another one needs: no watcher reports both for certain.
 */
export class Rebuilding {
  readonly #session: Pick<SiteSession, "update">;
  readonly #files: KnownFiles;
  readonly #listener: RebuildListener;
  readonly #burst: Burst<Seen>;
  /** Changes that a build which broke did not take in; `everything` where it was the first. */
  #owed: FilePath[] | typeof everything = everything;
  /** What somebody said since the last round; a look of our own is no reason for a second one. */
  #reported = new Set<Seen>();
  /**
   * Files that were reported while a build ran, or just after: it may have read them as they were for a moment, so that
   * they are built again even if they are as before by now.
   */
  #suspects = new Set<FilePath>();
  #building = false;
  #readUntil = 0;
  #isStocked = false;
  #retries = 0;

  /** @param isManyComing - Whether some program is changing many files just now. */
  constructor(
    session: Pick<SiteSession, "update">,
    files: KnownFiles,
    listener: RebuildListener,
    isManyComing: () => boolean = () => false,
  ) {
    this.#session = session;
    this.#files = files;
    this.#listener = listener;
    // Where one file is new, others often are: somebody copies a folder, or unpacks an archive.
    const isOneOfMany = (item: Seen): boolean =>
      item !== everything && this.#isStocked && (!files.knows(item) || isManyComing());
    this.#burst = new Burst((items) => this.#round(items), isOneOfMany);
  }

  /** Build for the first time. What changes meanwhile is seen afterwards, as it differs from what was there before. */
  async start(): Promise<void> {
    this.seen([everything]);
    await this.settled();
  }

  /** Something may have changed. */
  seen(items: readonly Seen[]): void {
    const mayBeRead = this.#building || performance.now() < this.#readUntil;
    for (const item of items) {
      this.#reported.add(item);
      if (mayBeRead && item !== everything) this.#suspects.add(item);
    }
    this.#burst.add(items);
  }

  /** Resolves when the site is as new as everything that was seen so far. */
  settled(): Promise<void> {
    return this.#burst.settled();
  }

  /** Build although no file has changed: a day has passed. */
  async renew(): Promise<void> {
    await this.settled();
    this.#owed = everything;
    this.seen([everything]);
  }

  /** Build no more. */
  close(): void {
    this.#burst.close();
  }

  async #round(items: ReadonlySet<Seen>): Promise<void> {
    const paths = items.has(everything) ? everything : [...items].filter((item) => item !== everything);
    const { changed, doubtful } = this.#isStocked ? this.#files.look(paths, performance.now()) : nothing;
    const reported = this.#reported;
    this.#reported = new Set();
    this.#later(doubtful, doubtfulLook);
    const suspects = [...this.#suspects];
    this.#suspects = new Set();
    const isDue = this.#owed === everything || this.#owed.length + changed.length + suspects.length > 0;
    if (isDue) await this.#update(changed, suspects);
    this.#later(
      [...new Set([...changed, ...reported])].filter((item) => item !== everything),
      secondLook,
    );
  }

  async #update(changed: readonly FilePath[], suspects: readonly FilePath[]): Promise<void> {
    const because = this.#owed === everything ? changed : [...new Set([...this.#owed, ...changed])];
    const hint = this.#owed === everything ? undefined : [...new Set([...because, ...suspects])];
    const started = performance.now();
    this.#building = true;
    try {
      const state = await this.#session.update(hint);
      this.#takeStock(state.loaded.found);
      // What changed all the time is looked at again, though its last change may have been reported already.
      const isRestless = state.diagnostics.some(({ code }) => code === "site-changing");
      this.#owed = isRestless ? everything : [];
      if (isRestless) this.#later([everything], retryAfter);
      this.#retries = 0;
      const named = because.length === 0 && state.changed.length > 0 ? suspects : because;
      this.#listener.onState(state, named, performance.now() - started);
    } catch (thrown) {
      this.#takeStock([]);
      // A disk that was busy is willing again soon; a bug needs another text, which the next save brings.
      this.#owed = everything;
      this.#listener.onTrouble(thrown);
      if (this.#retries++ < 3) this.#later([everything], retryAfter);
    } finally {
      this.#building = false;
      this.#readUntil = performance.now() + reportDelay;
    }
  }

  /** Once; what the first build has listed need not be listed again. */
  #takeStock(found: readonly SiteFile[]): void {
    if (!this.#isStocked) this.#files.takeStock(found.length > 0 ? found : undefined);
    this.#isStocked = true;
  }

  #later(items: readonly Seen[], after: number): void {
    if (items.length > 0) setTimeout(() => this.#burst.add(items), after).unref();
  }
}

const nothing: Look = { changed: [], doubtful: [] };

/** Milliseconds until a file that was gone or empty is looked at again. */
const doubtfulLook = 60;

/** Milliseconds until what was read is looked at again. */
const secondLook = 90;

/** Milliseconds that a report may take to arrive. */
const reportDelay = 250;

/** Milliseconds until a build that broke is tried again. */
const retryAfter = 1500;
