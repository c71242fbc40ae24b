import type { Checked } from "../diagnostics/checked.js";
import type { SiteFile } from "../io/site-reader.js";
import { sitePath, type FilePath } from "../model/ids.js";
import { outputPath } from "../outputs/output-path.js";
import { guestPath } from "../site/routes.js";
import { ChangedMeanwhile } from "./changed-meanwhile.js";
import type { FeatureOrder, OrderedFeature } from "./feature-order.js";
import { featuresAround } from "./features-around.js";
import { bytesOf, makeBytes } from "./make-outputs.js";
import type { SiteOptions } from "./options.js";
import { servedBytes, type ServedOutput } from "./served-output.js";
import { SiteEngine } from "./site-engine.js";
import type { SiteRendering } from "./site-rendering.js";

/** A site as an earlier process has seen it, of which nothing has changed since. */
export interface UnchangedSite {
  readonly order: FeatureOrder;
  readonly listed: Checked<readonly SiteFile[]>;
}

/**
 * Makes single pages of a site that an earlier process has made, without reading the whole of it: those of features and
 * guests, from the features around them, and what pages are shown with.
 *
 * A page is given only where all that it is made from is as it was, and its bytes are those that were made then.
 */
export class LonePages {
  readonly #site: UnchangedSite;
  readonly #engine: SiteEngine;
  readonly #guests: readonly string[];
  /** What was read last: all pages are shown with the same assets. */
  #rendering: SiteRendering | undefined;

  constructor(options: SiteOptions, site: UnchangedSite) {
    this.#site = site;
    this.#engine = new SiteEngine({ ...options, threads: 1 });
    this.#guests = [...new Set(site.order.features.flatMap(({ guests }) => guests))];
  }

  /** Make an output. @param path - In the output folder. @returns `undefined` where the whole site has to be read. */
  async make(path: string): Promise<ServedOutput | undefined> {
    const { order, listed } = this.#site;
    const shown = this.#shownOn(path);
    if (shown.length === 0 && path.endsWith(".html")) return undefined;
    const digestOf = (file: FilePath) => this.#engine.understoodOf(file)?.value?.digest;
    try {
      if (!this.#rendering || shown.length > 0) {
        const only = featuresAround(order, shown, digestOf);
        this.#rendering = (await this.#engine.read({ only, listed })).rendering;
      }
      const output = this.#rendering?.upToDate(path);
      if (!output || "copyOf" in output) return undefined;
      if (!("make" in output)) return servedBytes(bytesOf(output));
      const made = makeBytes(output);
      return made && made.entry.hash === output.kept?.hash ? servedBytes(made.bytes) : undefined;
    } catch (thrown) {
      if (thrown instanceof ChangedMeanwhile) return undefined;
      throw thrown;
    }
  }

  /** Give back what the disk lent. */
  close(): void {
    this.#engine.close();
  }

  /** The features that a page shows more of than lists do. */
  #shownOn(path: string): readonly OrderedFeature[] {
    const { features } = this.#site.order;
    const own = features.find(({ editions }) => editions.some((each) => outputPath(each.path) === path));
    if (own) return [own];
    const guest = this.#guests.find((id) => `/${path}`.endsWith(`/${outputPath(sitePath(guestPath(id)))}`));
    return guest === undefined ? [] : features.filter(({ guests }) => guests.includes(guest));
  }
}
