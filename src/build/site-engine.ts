import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { currentTime } from "../io/clock.js";
import type { FileSystem } from "../io/file-system.js";
import { realFileSystem } from "../io/real-file-system.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import type { Site } from "../model/site.js";
import { loadSite } from "./load-site.js";
import type { LoadedSite } from "./loaded-site.js";
import { loadSiteTheme, type LoadedTheme } from "./load-theme.js";
import type { CheckResult, SiteOptions } from "./options.js";
import { PageMemory } from "./page-memory.js";
import { renderSite } from "./render-site.js";
import { settle } from "./settle-diagnostics.js";
import { SiteMemory } from "./site-memory.js";

/** A site as it is once it was read and rendered. */
export interface MadeSite extends CheckResult {
  readonly loaded: LoadedSite;
  /** An output that is the same as the last time is the same object. */
  readonly outputs: readonly Output[];
}

/**
 * Reads and renders a site, and does it again from what it remembers: only what is out of date is made anew.
 *
 * `build`, `check` and `preview` are this with different ends.
 */
export class SiteEngine {
  readonly #fs: FileSystem;
  readonly #options: SiteOptions;
  readonly #memory = new SiteMemory();
  readonly #pages = new PageMemory();

  constructor(options: SiteOptions) {
    this.#fs = options.fs ?? realFileSystem;
    this.#options = options;
  }

  /** Read the site's folder. @param changed - Files that were seen to change since the last time. */
  load(changed: readonly FilePath[] = []): Promise<LoadedSite> {
    this.#options.onProgress?.({ stage: "Reading the site", done: 0 });
    const now = this.#options.now ?? currentTime();
    return loadSite(this.#fs, { ...this.#options, now }, this.#memory, changed);
  }

  /** Read the site and make all that it consists of. @param changed - As for `load`. */
  async make(changed: readonly FilePath[] = []): Promise<MadeSite> {
    const loaded = await this.load(changed);
    const { site, pages } = loaded;
    if (!site) return { loaded, diagnostics: loaded.diagnostics, counts: noCounts, outputs: [] };
    this.#options.onProgress?.({ stage: "Rendering pages", done: 0, total: pages.length });
    const theme = this.#themeOf(site, loaded);
    const keys = { settings: this.#memory.settings?.read.key ?? "" };
    const rendered = renderSite(site, pages, theme, this.#pages, keys);
    const found: Diagnostic[] = [...loaded.diagnostics, ...theme.diagnostics, ...rendered.diagnostics];
    return {
      loaded,
      diagnostics: settle(found, [], site.settings, new Map()),
      counts: { features: site.features.length, guests: site.guests.length, pages: pages.length },
      outputs: rendered.outputs,
    };
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

/** Differs where the disk says that a file of `templates/` is another. */
function templatesIn(found: readonly SiteFile[]): string {
  return found
    .filter(({ path }) => path.startsWith("templates/"))
    .map(({ path, size, modified }) => `${path} ${size} ${modified}`)
    .join("\n");
}

const noCounts = { features: 0, guests: 0, pages: 0 };
