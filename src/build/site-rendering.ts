import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Facts } from "../graph/facts.js";
import { PageFacts, showsTextOf } from "../graph/page-facts.js";
import { filesIn } from "../interview/digest.js";
import type { ManifestEntry } from "../io/output-manifest.js";
import type { FilePath } from "../model/ids.js";
import { programName } from "../model/program.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { captionOutputs } from "../outputs/captions.js";
import { atomOutputs } from "../outputs/feed-atom.js";
import { feedEntries } from "../outputs/feed-entries.js";
import { rssOutputs } from "../outputs/feed-rss.js";
import { PageRenderer } from "../outputs/html.js";
import { mediaOutputs } from "../outputs/media.js";
import { outputPath } from "../outputs/output-path.js";
import { redirectOutputs } from "../outputs/redirects.js";
import { robotsOutputs } from "../outputs/robots.js";
import { sitemapOutputs } from "../outputs/sitemap.js";
import { ViewContext } from "../render/view-context.js";
import type { NamedRecord } from "./crew-messages.js";
import type { FeatureOrder } from "./feature-order.js";
import type { LoadedTheme } from "./load-theme.js";
import type { OutputMemory } from "./output-memory.js";
import { samePages, type FeaturesAndGuests } from "./same-pages.js";

/** An output that is made when it is asked for. */
export interface OutputToMake {
  readonly path: string;
  /** What its bytes are, where that is known from the last time. */
  readonly kept: ManifestEntry | undefined;
  /** `undefined` where a template goes wrong, which the rendering reports. */
  readonly make: () => Output | undefined;
  /** Say what its bytes are, once it was made. */
  readonly remember: (entry: ManifestEntry) => void;
}

/** An output of which nothing is known yet but that there is to be one. */
export interface PlannedOutput {
  readonly path: string;
  /** Look at what it is made from. */
  readonly look: () => OutputToMake;
  /** Why it would have to be made anew: the names of what changed; empty where it is up to date. */
  readonly reasons: () => readonly string[];
}

/** What is known of a site that was made before. */
export interface EarlierOutputs {
  /** `undefined` where it is not known. */
  readonly order: () => FeatureOrder | undefined;
  /** What an output's bytes were. */
  readonly outputOf: (path: string) => ManifestEntry | undefined;
}

/** A site with the plan of its pages. */
export interface PlannedSite {
  readonly site: Site;
  readonly pages: readonly Page[];
}

/** All that a site consists of, made one by one when it is asked for. */
export class SiteRendering {
  readonly #site: Site;
  readonly #pages: readonly Page[];
  readonly #assets: readonly Output[];
  readonly #context: ViewContext;
  readonly #facts: PageFacts;
  readonly #renderer: PageRenderer;
  readonly #memory: OutputMemory;
  /** What the next plan may go by. */
  #earlier: SamePages | undefined;

  /**
   * @param plan - What is to be made.
   * @param look - What it is shown with.
   * @param settings - Differs where the settings do.
   * @param memory - Of outputs that were made before.
   */
  constructor(plan: PlannedSite, look: LoadedTheme, settings: string, memory: OutputMemory) {
    const { site, pages } = plan;
    const { theme, assets, keyOf } = look;
    const { style, script, icon } = assets;
    this.#site = site;
    this.#pages = pages;
    this.#assets = assets.outputs;
    this.#context = new ViewContext(site, {
      locales: theme.locales,
      generator: programName,
      assets: { style, script, icon },
    });
    this.#facts = new PageFacts(this.#context, { settings, templates: keyOf });
    this.#renderer = new PageRenderer(this.#context, theme);
    this.#memory = memory;
  }

  /** Differs where something does that the pages of all features and guests are made from. */
  get frame(): string {
    return this.#facts.ofAll();
  }

  /**
   * When the site is planned next, spare the facts of pages of features and guests that are made from the same as in an
   * earlier state of the site. Texts that are taken into it later on are not known to that plan.
   *
   * @param earlier - That state.
   * @param order - Of the site as it is.
   */
  goBy(earlier: EarlierOutputs, order: FeatureOrder): void {
    const { outputOf } = earlier;
    const before = earlier.order();
    this.#earlier = before && { same: samePages(before, order, this.#leading()), outputOf };
  }

  /** Every file of the site. */
  *outputs(): Generator<Output | OutputToMake> {
    for (const { look } of this.planned()) yield look();
    yield* this.others();
  }

  /** The files that are made from content, in an order that depends on the site alone; all others are forgotten. */
  planned(): readonly PlannedOutput[] {
    const planned = [...this.#planned(this.#pages, this.#earlier)];
    this.#earlier = undefined;
    this.#memory.keepOnly(new Set(planned.map(({ path }) => path)));
    return planned;
  }

  /** The files of which there is little to be known. */
  *others(): Generator<Output> {
    yield* redirectOutputs(this.#context);
    yield* sitemapOutputs(this.#pages, this.#site.settings);
    yield* robotsOutputs(this.#site.settings);
    yield* mediaOutputs(this.#site);
    yield* this.#assets;
  }

  /** One file of the site, where it is as it was made before; `undefined` where it has to be made, or is only copied. */
  upToDate(path: string): Output | OutputToMake | undefined {
    const asset = this.#assets.find((output) => output.path === path && !("copyOf" in output));
    if (asset) return asset;
    const page = this.#pages.find((each) => outputPath(each.path) === path);
    if (!page) return undefined;
    const [planned] = this.#planned([page]);
    const output = planned?.look();
    return output?.kept ? output : undefined;
  }

  /** The files that show more of features than lists do, and the feeds. @param files - Of the features' editions. */
  plannedShowing(files: ReadonlySet<FilePath>): readonly PlannedOutput[] {
    return [...this.#planned(this.#pages.filter((page) => showsTextOf(page, files)))];
  }

  /** One of the files that are made from content; `undefined` where the site has none at this path. */
  plannedAt(path: string): PlannedOutput | undefined {
    for (const output of this.#planned(this.#pages)) if (output.path === path) return output;
    return undefined;
  }

  /** What was wrong with templates so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#renderer.diagnostics;
  }

  /** Take what is recorded of an output that was made elsewhere. */
  adopt(records: readonly NamedRecord[]): void {
    this.#memory.adopt(records);
  }

  *#planned(pages: readonly Page[], earlier?: SamePages): Generator<PlannedOutput> {
    const sourcesOf = (page: Page): Pick<OutputSources, "facts" | "earlierOutput"> => ({
      facts: () => this.#facts.of(page),
      earlierOutput: (path) => (isSame(page, earlier?.same) ? earlier?.outputOf(path) : undefined),
    });
    for (const page of pages) {
      const path = outputPath(page.path);
      yield this.#plan({ path, ...sourcesOf(page), make: () => this.#renderer.render(page) });
    }
    for (const page of pages) {
      if (page.kind !== "feature") continue;
      for (const output of captionOutputs(page.edition))
        yield this.#plan({ path: output.path, ...sourcesOf(page), make: () => taken(output) });
    }
    for (const outputs of [rssOutputs(this.#context), atomOutputs(this.#context)]) {
      for (const [index, language] of this.#site.settings.languages.entries()) {
        const output = outputs[index];
        if (!output) continue;
        const facts = (): Facts => this.#facts.ofFeed(feedEntries(this.#site, language));
        yield this.#plan({ path: output.path, facts, make: () => taken(output) });
      }
    }
  }

  #plan({ path, facts, earlierOutput, make }: OutputSources): PlannedOutput {
    const look = (): OutputToMake => {
      const earlier = earlierOutput?.(path);
      if (earlier)
        return { path, kept: earlier, make, remember: (entry) => this.#memory.set(path, facts(), entry) };
      const known = facts();
      const kept = this.#memory.get(path, known);
      return { path, kept, make, remember: (entry) => this.#memory.set(path, known, entry) };
    };
    return { path, look, reasons: () => this.#memory.reasons(path, facts()) };
  }

  /** Who leads to files. */
  #leading(): FeaturesAndGuests {
    const features = this.#site.features.filter(({ original, translations }) =>
      [original, ...translations].some(({ digest: { files, links } }) => files.length + links.length > 0),
    );
    const guests = this.#site.guests.filter(({ profile, translations }) =>
      [profile, ...translations].some(({ biography }) => filesIn(biography).length > 0),
    );
    return {
      features: new Set(features.map(({ original }) => original.file)),
      guests: new Set(guests.map(({ id }) => id)),
    };
  }
}

/** What an output is made from, and how. */
interface OutputSources extends Pick<OutputToMake, "path" | "make"> {
  readonly facts: () => Facts;
  /** What it was in the earlier site; `undefined` where it may be made from something else. */
  readonly earlierOutput?: EarlierOutputs["outputOf"];
}

/** The pages that are made from the same as in an earlier state of a site. */
interface SamePages extends Pick<EarlierOutputs, "outputOf"> {
  readonly same: FeaturesAndGuests;
}

function isSame(page: Page, same: FeaturesAndGuests | undefined): boolean {
  if (page.kind === "feature") return same?.features.has(page.feature.original.file) === true;
  return page.kind === "guest" && same?.guests.has(page.guest.id) === true;
}

/** What is made only when it is looked at, made now. */
function taken(output: Output): Output {
  return "content" in output ? { path: output.path, content: output.content } : output;
}
