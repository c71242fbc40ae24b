import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Facts } from "../graph/facts.js";
import { PageFacts, showsTextOf } from "../graph/page-facts.js";
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
import type { LoadedTheme } from "./load-theme.js";
import type { OutputMemory } from "./output-memory.js";

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

/** An output with what it is made from. */
interface Making extends Pick<OutputToMake, "path" | "make"> {
  readonly facts: () => Facts;
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

  /** Every file of the site. */
  *outputs(): Generator<Output | OutputToMake> {
    const paths = new Set<string>();
    for (const making of this.#makings(this.#pages)) {
      paths.add(making.path);
      yield this.#toMake(making);
    }
    yield* redirectOutputs(this.#context);
    yield* sitemapOutputs(this.#pages, this.#site.settings);
    yield* robotsOutputs(this.#site.settings);
    yield* mediaOutputs(this.#site);
    yield* this.#assets;
    this.#memory.keepOnly(paths);
  }

  /** The files that show more of features than lists do, and the feeds. @param files - Of the features' editions. */
  *outputsShowing(files: ReadonlySet<FilePath>): Generator<OutputToMake> {
    const pages = this.#pages.filter((page) => showsTextOf(page, files));
    for (const making of this.#makings(pages)) yield this.#toMake(making);
  }

  /** Why a page would have to be made anew: the names of what changed; empty where it is up to date. */
  reasons(page: Page): readonly string[] {
    return this.#memory.reasons(outputPath(page.path), this.#facts.of(page));
  }

  /** What was wrong with templates so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#renderer.diagnostics;
  }

  #toMake({ path, facts: factsOf, make }: Making): OutputToMake {
    const facts = factsOf();
    const kept = this.#memory.get(path, facts);
    return { path, kept, make, remember: (entry) => this.#memory.set(path, facts, entry) };
  }

  *#makings(pages: readonly Page[]): Generator<Making> {
    for (const page of pages) {
      const facts = (): Facts => this.#facts.of(page);
      yield { path: outputPath(page.path), facts, make: () => this.#renderer.render(page) };
    }
    for (const page of pages) {
      if (page.kind !== "feature") continue;
      const facts = (): Facts => this.#facts.of(page);
      for (const output of captionOutputs(page.edition))
        yield { path: output.path, facts, make: () => taken(output) };
    }
    for (const outputs of [rssOutputs(this.#context), atomOutputs(this.#context)]) {
      for (const [index, language] of this.#site.settings.languages.entries()) {
        const output = outputs[index];
        if (!output) continue;
        const facts = (): Facts => this.#facts.ofFeed(feedEntries(this.#site, language));
        yield { path: output.path, facts, make: () => taken(output) };
      }
    }
  }
}

/** What is made only when it is looked at, made now. */
function taken(output: Output): Output {
  return "content" in output ? { path: output.path, content: output.content } : output;
}
