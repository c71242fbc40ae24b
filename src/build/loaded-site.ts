import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import type { WhyHidden } from "../site/visible-features.js";
import type { TakenTexts } from "./current-feature.js";
import type { FeatureOrder } from "./feature-order.js";

/** A site that was read as far as it could be. */
export interface LoadedSite {
  /** `undefined` where there is no site to speak of: no `content/`, no usable `site.yaml`. */
  readonly site: Site | undefined;
  readonly pages: readonly Page[];
  /** The files of features that are not shown, sections and translations among them, and why. */
  readonly hidden: ReadonlyMap<FilePath, WhyHidden>;
  /** Every file of the site's folder that is read. */
  readonly files: readonly FilePath[];
  /** The same with what the disk says of each. */
  readonly found: readonly SiteFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the next build may have to know of it. @see orderOf */
  readonly order: (frame: string) => FeatureOrder;
  /** Take in texts that were saved. @see takeTexts */
  readonly takeTexts: (files: readonly FilePath[], now: number) => TakenTexts | undefined;
}
