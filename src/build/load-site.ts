import type { ContentFile } from "../content/content-file.js";
import type { ContentMap } from "../content/content-map.js";
import { gather, type Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileSystem } from "../io/file-system.js";
import type { SiteFile } from "../io/site-reader.js";
import type { FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { sitemapPath } from "../outputs/sitemap.js";
import { feedPath } from "../render/feed-paths.js";
import { assembleSite } from "../site/assemble-site.js";
import { checkAddresses } from "../site/check-addresses.js";
import { checkLinks } from "../site/check-links.js";
import { checkTopics } from "../site/check-topics.js";
import { placesOfOldAddresses } from "../site/old-addresses.js";
import { planPages } from "../site/plan-pages.js";
import type { Crew } from "./crew.js";
import { CurrentFeature, takeTexts } from "./current-feature.js";
import { noOrder, orderOf } from "./feature-order.js";
import type { LoadedSite } from "./loaded-site.js";
import type { SiteOptions } from "./options.js";
import { openSite } from "./open-site.js";
import { readFeatures } from "./read-features.js";
import { readSiteFolder } from "./read-site.js";
import { settle } from "./settle-diagnostics.js";
import { SiteMemory } from "./site-memory.js";
import { todayIn } from "./today.js";
import { filesOf, type Documents, type UnderstoodFeature } from "./understand-documents.js";

/** What has a bearing on how a site is loaded. */
export interface HowToLoad {
  /** Files that were seen to change since the last time. */
  readonly changed?: readonly FilePath[];
  /** The site's files, where they have just been listed. */
  readonly listed?: Checked<readonly SiteFile[]> | undefined;
  /** Who reads it with this thread. */
  readonly crew?: Crew;
  /** All files of the features that the site is to have, as if there were no others; absent means all. */
  readonly only?: ReadonlySet<FilePath>;
}

/**
 * The spine, from the folder to the plan of pages: read, parse, interpret, assemble, plan.
 *
 * Everything that is wrong, everywhere, is found in one run: a file that cannot be used is left out, and the rest is
 * checked without it.
 */
export async function loadSite(
  fs: FileSystem,
  options: SiteOptions & { readonly now: number },
  memory = new SiteMemory(),
  { changed = [], crew, only, listed }: HowToLoad = {},
): Promise<LoadedSite> {
  const again = { changed, now: options.now, base: options.base, listed, only };
  const { folder, diagnostics } = readSiteFolder(fs, options.root, memory, again);
  if (!folder) {
    const nothing = { site: undefined, pages: [], hidden: new Map(), files: [], found: [] };
    return {
      ...nothing,
      diagnostics,
      order: () => noOrder,
      takeTexts: () => undefined,
    };
  }
  const { settings, reader, map } = folder;
  const paths = folder.files.map(({ path }) => path);
  const { shelf, documents, book, readFeature, ...opened } = await openSite(folder, options, memory);
  const freePages = gather(documents.pages());
  await crew?.read({ folder, options, memory, readFeature });
  const understood = await readFeatures(map.features, readFeature);
  const features = understood.flatMap((feature) => interpreted(feature, documents));

  const { readHanName } = await import("../content/han-reading.js");
  const named = byFile([...map.guests, ...map.pages, ...map.features]);
  const content = new Set(paths.filter((path) => path.startsWith("content/")));
  const assembled = assembleSite(
    {
      settings,
      book,
      features,
      pages: freePages.values,
      pictures: shelf.measured,
      files: content,
      readName: memory.readings.by(readHanName),
      readGuestFile: (file) => {
        const name = named.get(file);
        return name && documents.guest(name).value;
      },
      incomplete:
        only !== undefined ||
        features.length < map.features.length ||
        isUnlisted("content/features", diagnostics),
    },
    { today: todayIn(settings.timezone, options.now), drafts: options.drafts ?? false },
  );
  const { site, hidden } = assembled;
  const plan = planPages(site);
  const besides = addressesBesides(settings);
  const documentFiles = documentsOf(map);
  const byFeature = new Map(features.map((feature) => [feature.head.file, feature]));
  const found = [
    ...diagnostics,
    ...opened.diagnostics,
    ...freePages.diagnostics,
    ...understood.flatMap(({ understanding }) => understanding.diagnostics),
    ...assembled.diagnostics,
    ...checkTopics(features, settings),
    ...checkAddresses(site, plan, {
      besides,
      placeOf: placesOfOldAddresses((file) => {
        const name = named.get(file);
        return byFeature.get(file)?.document ?? (name && documents.page(name).value);
      }),
    }),
    ...checkLinks(site, plan, {
      files: content,
      hidden,
      besides,
      isUnread: (file) => documentFiles.has(file) || isUnlisted(file, diagnostics),
      sourceOf: (file) => reader.text(file).value,
    }),
    ...reader.takeDiagnostics(),
  ];
  return {
    site,
    pages: plan,
    hidden,
    files: paths,
    found: folder.files,
    diagnostics: settle(
      found,
      features.map(({ head }) => head),
      settings,
      hidden,
    ),
    order: (frame) => orderOf(site, features, frame),
    takeTexts: (files, now) => {
      const again = (feature: CurrentFeature): UnderstoodFeature | undefined => {
        const saved = filesOf(feature.files).filter((file) => files.includes(file));
        if (!saved.every((file) => reader.lookAgain(file, now))) return undefined;
        const next = readFeature(feature.files);
        return reader.takeDiagnostics().length === 0 ? next : undefined;
      };
      return takeTexts(features, { files, reported: found, again });
    },
  };
}

/** Nothing where a feature could not be understood at all, which was reported. */
function interpreted(understood: UnderstoodFeature, documents: Documents): CurrentFeature[] {
  const { value: head } = understood.understanding;
  return head === undefined ? [] : [new CurrentFeature(head, understood, documents)];
}

function byFile<Name extends ContentFile>(names: readonly Name[]): ReadonlyMap<FilePath, Name> {
  return new Map(names.map((name) => [name.file, name]));
}

/** Every file that is a document by its place, whether it can be read or not. */
function documentsOf({ guests, features, pages }: ContentMap): ReadonlySet<FilePath> {
  const sections = features.flatMap((feature) => feature.sections ?? []);
  return new Set([...guests, ...features, ...sections, ...pages].map(({ file }) => file));
}

/** The addresses that are no pages and that a text may link to. */
function addressesBesides(settings: SiteSettings): ReadonlySet<string> {
  const feeds = settings.languages.flatMap((language) =>
    settings.feeds.formats.map((format) => feedPath(format, language, settings)),
  );
  return new Set<string>([...feeds, ...(settings.sitemap ? [sitemapPath] : [])]);
}

/** Whether something went wrong with a file or folder, with one around it or in it, when the site was listed. */
function isUnlisted(path: string, listing: readonly Diagnostic[]): boolean {
  return listing.some(({ severity, place: { file } }) => {
    if (severity !== "error") return false;
    return file === path || path.startsWith(`${file}/`) || file.startsWith(`${path}/`);
  });
}
