import { randomBytes } from "node:crypto";
import type { LoadedSite } from "../build/loaded-site.js";
import type { SiteState } from "../build/site-session.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FilePath } from "../model/ids.js";
import type { EditorLink } from "./editor-link.js";
import { bytesContent, wholeOf, type Content } from "../io/file-content.js";
import { NotKept } from "../build/served-output.js";
import { locateFile } from "./locate-file.js";
import type { Message } from "./messages.js";
import { editionAt, outlinePage, turnsPage, unknownPage, waitingPage } from "./outline.js";
import { previewPath } from "./page-script.js";
import { pageSource } from "./page-source.js";
import type { OwnPage } from "./preview-page.js";
import { reportOf } from "./report.js";
import { notFoundFile } from "./site-server.js";
import type { SiteFiles } from "./site-files.js";

/** A page as it is now at an address. */
export interface PageNow {
  readonly hash: string;
  /** Throws {@link NotKept} where the last good page cannot be had. */
  readonly open: () => Content;
  /** The page's file in the output folder; `null` for a page of the preview's own. */
  readonly output: string | null;
  /** Whether it only says that there is no such page. */
  readonly isUnknown?: boolean;
}

/** The site as it is now, and what an open page has to be told of it. */
export class LiveSite {
  readonly #link: EditorLink;
  /** Tells this run from one before, of which an open page may still be. */
  readonly #run = randomBytes(6).toString("hex");
  #revision = 0;
  /** In which revision a file that pages use last changed. */
  readonly #assets = new Map<string, number>();
  #state: SiteState | undefined;
  /** The last one that could be read. */
  #loaded: LoadedSite | undefined;
  /** The last one without errors. */
  #good: LoadedSite | undefined;
  #trouble: string | null = null;
  /** Files that were saved since the site was in order: what is wrong in others most likely follows from them. */
  #touched: ReadonlySet<string> = new Set();

  constructor(link: EditorLink) {
    this.#link = link;
  }

  /** Take in what a build made. @param because - The files that had changed. */
  take(state: SiteState, because: readonly FilePath[] = []): void {
    this.#revision++;
    this.#touched = new Set([...(this.#state?.usable === false ? this.#touched : []), ...because]);
    this.#state = state;
    this.#trouble = null;
    if (state.loaded.site) this.#loaded = state.loaded;
    if (state.usable) this.#good = state.loaded;
    if (this.#revision === 1) return;
    for (const path of state.changed) if (!path.endsWith(".html")) this.#assets.set(path, this.#revision);
  }

  /** Take in that a build broke. */
  trouble(message: string): void {
    this.#trouble = message;
  }

  /** What is served; `undefined` until there is a site. */
  get files(): SiteFiles | undefined {
    return this.#state && this.#state.outputs.size > 0 ? this.#state.outputs : undefined;
  }

  get basePath(): string {
    return this.#state?.basePath ?? "/";
  }

  /** A mark of what a page shows that is loaded now. @param hash - Of the page. */
  mark(hash: string): string {
    return `${this.#run}.${this.#revision}.${hash}`;
  }

  /**
   * The page at an address, the preview's own among them.
   *
   * @returns `undefined` where there is nothing to show, not even a page that says so.
   */
  pageAt(address: string): PageNow | undefined {
    if (!this.#state) return undefined;
    if (address.startsWith(previewPath))
      return this.#ownPage(address) ?? { ...own(unknownPage(address)), isUnknown: true };
    const { outputs } = this.#state;
    if (outputs.size === 0) return own(waitingPage());
    const located = locateFile(address, this.basePath, (path) => outputs.has(path));
    const path = located.kind === "file" ? located.path : notFoundFile;
    const output = outputs.get(path);
    return output && path.endsWith(".html")
      ? { hash: output.hash, open: output.open, output: path }
      : undefined;
  }

  /**
   * What to tell a page that is open.
   *
   * @param mark - Of what it shows.
   */
  *messagesFor(address: string, mark: string): Iterable<Message> {
    const state = this.#state;
    if (!state) return;
    const [, run, revision, hash] = /^([^.]*)\.(\d+)\.(.*)$/.exec(mark) ?? [];
    if (run !== this.#run) {
      yield { type: "reload" };
      return;
    }
    const page = this.pageAt(address);
    const body = page && page.hash !== hash ? whereKept(page.open) : undefined;
    if (page && body) {
      const html = new TextDecoder().decode(wholeOf(body));
      yield { type: "page", mark: this.mark(page.hash), html };
    }
    const since = Number(revision);
    const changed = [...this.#assets].filter(([, changedIn]) => changedIn > since).map(([path]) => path);
    if (changed.length > 0) yield this.#assetsMessage(changed, page?.hash ?? hash ?? "", state);
    yield { type: "source", source: page?.output ? this.#sourceOf(page.output) : null };
    yield { type: "report", report: reportOf(this.#ordered(state), this.#link, this.#trouble) };
  }

  /** What is wrong where somebody is at work comes first. */
  #ordered({ diagnostics }: SiteState): readonly Diagnostic[] {
    const isTouched = ({ place }: Diagnostic): boolean => this.#touched.has(place.file);
    return [...diagnostics.filter(isTouched), ...diagnostics.filter((each) => !isTouched(each))];
  }

  #assetsMessage(paths: readonly string[], hash: string, { outputs }: SiteState): Message {
    const assets = paths.map((path) => ({
      path: encodeURI(this.basePath + path),
      hash: outputs.get(path)?.hash ?? "",
    }));
    return { type: "assets", mark: this.mark(hash), assets };
  }

  /** A page whose text is broken is none of the site's as it could be read now; it is still that of the last good one. */
  #sourceOf(output: string) {
    for (const site of [this.#state?.loaded, this.#good]) {
      const source = site ? pageSource(site, output, this.#link) : null;
      if (source) return source;
    }
    return null;
  }

  #ownPage(address: string): PageNow | undefined {
    if (!this.#state) return undefined;
    const rest = address.slice(previewPath.length);
    if (rest === "") return own(outlinePage(this.#state, this.#loaded?.site, this.#link));
    if (!rest.startsWith("turns/") || !this.#loaded) return undefined;
    const located = locateFile(rest.slice("turns".length), "/", () => true);
    const edition = located.kind === "file" ? editionAt(this.#loaded, located.path) : undefined;
    if (!edition) return undefined;
    return own(turnsPage(edition, encodeURI(this.basePath + edition.path.slice(1)), this.#link));
  }
}

function own({ hash, body }: OwnPage): PageNow {
  return { hash, open: () => bytesContent(body, hash), output: null };
}

/** What can be had; a page that is open goes on to show what it does where the last good one cannot. */
function whereKept(open: () => Content): Content | undefined {
  try {
    return open();
  } catch (thrown) {
    if (thrown instanceof NotKept) return undefined;
    throw thrown;
  }
}
