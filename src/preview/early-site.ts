import { findLastSite, stampOf, type LastSite } from "../build/last-site.js";
import type { SiteOptions } from "../build/options.js";
import { realFileSystem } from "../io/real-file-system.js";
import { listSite } from "../io/site-reader.js";

/** For so long an answer goes by the last look at the folder, in milliseconds. */
const fresh = 200;

/**
 * What can be shown of a site before it is built for the first time: what the last build or preview has left, and once
 * its texts are read, every page that is as it was.
 *
 * Whoever asks later than a moment after the last look at the folder has it looked through once more; from the first
 * change on nothing is shown until the site is built.
 */
export class EarlySite {
  readonly #options: SiteOptions;
  #site: LastSite | undefined;
  #lookedAt = 0;
  #isOver = false;
  #tell: () => void = () => undefined;
  #next = this.#promise();

  /** @param options - What is previewed. */
  constructor(options: SiteOptions) {
    this.#options = options;
  }

  /** Look for what earlier runs have left. */
  look(): void {
    const { fs = realFileSystem, now = Date.now(), cache } = this.#options;
    const found = cache === true ? findLastSite(fs, this.#options, now) : undefined;
    if (found) this.take(found);
  }

  /** Take what is known now, besides what was known before. */
  take(site: LastSite): void {
    if (this.#isOver) return;
    const before = this.#site?.stamp === site.stamp ? this.#site : undefined;
    this.#site = before ? { ...site, get: (path) => site.get(path) ?? before.get(path) } : site;
    this.#lookedAt = performance.now();
    this.#tell();
    this.#next = this.#promise();
  }

  /** The site is built, or cannot be. */
  end(): void {
    this.#isOver = true;
    this.#site = undefined;
  }

  /** Resolves when more is known. */
  get next(): Promise<void> {
    return this.#next;
  }

  /** What is known, if it is still so. */
  get site(): LastSite | undefined {
    if (this.#site && performance.now() - this.#lookedAt > fresh) {
      const { fs = realFileSystem, root } = this.#options;
      if (stampOf(listSite(fs, root)) !== this.#site.stamp) this.end();
      this.#lookedAt = performance.now();
    }
    return this.#site;
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => (this.#tell = resolve));
  }
}
