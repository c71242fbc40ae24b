import { diagnose, type Diagnostic, type Where } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { wholeFile } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import type { FilePath } from "../model/ids.js";
import type { TypedLink } from "../model/interview.js";
import type { Page } from "../model/page.js";
import type { OptionalPages } from "../model/settings.js";
import type { Site } from "../model/site.js";
import { ownIds } from "../interview/anchors-of.js";
import { hasCaptions } from "../interview/recording.js";
import { leftOutPages } from "./left-out-pages.js";
import { oldAddressesOf } from "./old-addresses.js";
import { captionsPath } from "./routes.js";
import type { WhyHidden } from "./visible-features.js";

/** What links are checked against, besides the site. */
export interface LinkContext {
  /** All files of `content/`, published or not. */
  readonly files: ReadonlySet<string>;
  /** Why a feature's file is not published; absent for files that are, and for files of no feature. */
  readonly hidden: ReadonlyMap<FilePath, WhyHidden>;
  /** Addresses of the site that are no pages: feeds, the sitemap. */
  readonly besides: ReadonlySet<string>;
  /** Whether a file is there but could not be read, which was reported: what it would be is not known. */
  readonly isUnread: (file: FilePath) => boolean;
  /** The text that a link was typed in, for the report. */
  readonly sourceOf: (file: FilePath) => Source | undefined;
}

/** Report every link into the site that leads nowhere, and every anchor that its page does not have. */
export function checkLinks(site: Site, pages: readonly Page[], context: LinkContext): Diagnostic[] {
  const links = [
    ...site.features.flatMap(({ original, translations }) =>
      [original, ...translations].flatMap(({ digest }) => digest.links),
    ),
    ...site.pages.flatMap((page) => page.links),
    ...site.guests.flatMap((guest) =>
      [guest.profile, ...guest.translations].flatMap((profile) => profile.typedLinks),
    ),
  ];
  if (links.length === 0) return [];

  const places = new Places(site, pages);
  const diagnostics: Diagnostic[] = [];
  for (const link of links) {
    const problem = problemOf(link, places, context);
    if (problem) diagnostics.push(problem);
  }
  return diagnostics;
}

function problemOf(link: TypedLink, places: Places, context: LinkContext): Diagnostic | undefined {
  const { target, typed, fragment } = link;
  // The text is read only where there is something to say of it: of most links there is nothing.
  const where = (): Where => {
    const source = context.sourceOf(link.file);
    return source ? { source, span: link.span } : { file: link.file };
  };

  if (target.to === "file") {
    const page = places.pageOf(target.file);
    if (page === undefined) {
      const why = context.hidden.get(target.file);
      if (why) return diagnose("hidden-link", where(), { typed, why });
      if (context.files.has(target.file) && !target.file.endsWith(".md")) return undefined;
      const left = places.leftOut(places.pathOf(target.file));
      if (left) return diagnose("left-out-link", where(), { typed, pages: left });
      if (context.isUnread(target.file)) return undefined;
      const near = nearestFile(target.file, places, context);
      return diagnose("broken-link", where(), { typed, target: target.file, nearest: near });
    }
    return anchorProblem(page);
  }
  const page = places.pageAt(target.path);
  if (page === undefined) {
    if (context.besides.has(target.path) || places.isCaptions(target.path)) return undefined;
    if (places.isAlias(target.path)) return undefined;
    const left = places.leftOut(target.path);
    if (left) return diagnose("left-out-link", where(), { typed, pages: left });
    const near = nearest(target.path, [...places.paths(), ...context.besides]);
    return diagnose("broken-link", where(), { typed, target: target.path, nearest: near });
  }
  return anchorProblem(page);

  function anchorProblem(page: Page): Diagnostic | undefined {
    if (fragment === null || fragment === "") return undefined;
    const ids = places.idsOf(page);
    // Headings of pages get ids of their own kind; a link from another file may name the heading as typed.
    if (ids === undefined || ids.has(fragment) || ids.has(`h.${fragment}`)) return undefined;
    const from = where();
    const related =
      "file" in from || page.kind !== "feature"
        ? []
        : [{ message: "the page that the link leads to", place: wholeFile(page.edition.file) }];
    return diagnose(
      "broken-anchor",
      from,
      { fragment, page: page.path, nearest: nearest(fragment, ids) },
      related,
    );
  }
}

/**
 * The file that a link means: one of its folder with a similar name, or one of the same name elsewhere. Whole paths are
 * not compared, since those of one folder are alike for their longest part, whatever the files are called.
 */
function nearestFile(file: FilePath, places: Places, { files }: LinkContext): string | undefined {
  const [folder, name] = splitPath(file);
  const beside = new Map<string, string>();
  let namesake: string | undefined;
  for (const other of [...places.files(), ...files]) {
    const [otherFolder, otherName] = splitPath(other);
    if (otherName === name || otherName === `${name}.md`) namesake ??= other;
    if (otherFolder !== folder) continue;
    beside.set(otherName, other);
    beside.set(otherName.replace(/\.md$/, ""), other);
  }
  return beside.get(nearest(name, beside.keys()) ?? "") ?? namesake;
}

function splitPath(path: string): [folder: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, slash + 1), path.slice(slash + 1)];
}

/** The pages by address and by file, and the ids in them, each looked up at most once. */
class Places {
  readonly #byPath: ReadonlyMap<string, Page>;
  readonly #ids = new Map<Page, ReadonlySet<string> | undefined>();
  readonly #site: Site;
  #aliases: ReadonlySet<string> | undefined;
  #leftOut: ReadonlyMap<string, OptionalPages> | undefined;

  constructor(site: Site, pages: readonly Page[]) {
    this.#site = site;
    this.#byPath = new Map(pages.map((page) => [page.path, page]));
  }

  pathOf(file: FilePath): string | undefined {
    return this.#site.addresses.get(file);
  }

  pageOf(file: FilePath): Page | undefined {
    const path = this.pathOf(file);
    return path === undefined ? undefined : this.#byPath.get(path);
  }

  /** Forgives a missing slash at the end, and `index.html`. */
  pageAt(path: string): Page | undefined {
    const plain = path.replace(/index\.html$/, "");
    return this.#byPath.get(plain) ?? this.#byPath.get(`${plain}/`);
  }

  /** Whether the captions of a feature's recording are there. */
  isCaptions(path: string): boolean {
    const page = this.#byPath.get(path.slice(0, path.lastIndexOf("/") + 1));
    return page?.kind === "feature" && captionsPath(page.path) === path && hasCaptions(page.edition);
  }

  /** Whether a page was once at the address, and a visitor is led on from there. */
  isAlias(path: string): boolean {
    this.#aliases ??= new Set(oldAddressesOf(this.#site).map(({ from }) => from));
    return this.#aliases.has(path);
  }

  /** The key under `pages` for want of which there is no page at an address. */
  leftOut(path: string | undefined): OptionalPages | undefined {
    if (path === undefined) return undefined;
    this.#leftOut ??= leftOutPages(this.#site);
    const plain = path.replace(/index\.html$/, "");
    return this.#leftOut.get(plain) ?? this.#leftOut.get(`${plain}/`);
  }

  paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  files(): Iterable<string> {
    return this.#site.addresses.keys();
  }

  /** `undefined` where the page's ids are the theme's own affair. */
  idsOf(page: Page): ReadonlySet<string> | undefined {
    if (!this.#ids.has(page)) this.#ids.set(page, idsIn(page));
    return this.#ids.get(page);
  }
}

function idsIn(page: Page): ReadonlySet<string> | undefined {
  if (page.kind === "feature") return new Set(page.edition.digest.anchors.split(" "));
  if (page.kind === "page") return new Set(ownIds(page.page.body));
  return undefined;
}
