import { loadSlugger } from "../content/slug.js";
import type { FeatureDocument } from "../content/document.js";
import type { ContentMap } from "../content/content-map.js";
import { parseFeature } from "../content/parse-feature.js";
import { parseGuest } from "../content/parse-guest.js";
import { parsePage } from "../content/parse-page.js";
import { gather } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import { guestDirectory } from "../interview/guest-directory.js";
import { interpretFeature } from "../interview/interpret-feature.js";
import { languageTag, type FilePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import { sitemapPath } from "../outputs/sitemap.js";
import { feedPath } from "../render/feed-paths.js";
import { assembleSite } from "../site/assemble-site.js";
import { checkAddresses } from "../site/check-addresses.js";
import { checkLinks } from "../site/check-links.js";
import { checkTopics } from "../site/check-topics.js";
import { readGuestBook } from "../site/guest-book.js";
import { placesOfOldAddresses } from "../site/old-addresses.js";
import { readGuest } from "../site/read-guest.js";
import { planPages } from "../site/plan-pages.js";
import { readFreePage } from "../site/read-free-page.js";
import { settle } from "./settle-diagnostics.js";
import { todayIn } from "./today.js";
import type { SiteOptions } from "./options.js";
import { PictureShelf } from "./picture-shelf.js";
import type { LoadedSite } from "./loaded-site.js";
import { readSiteFolder, type SiteFolder } from "./read-site.js";
import { fingerprintOf, kept, SiteMemory } from "./site-memory.js";
import type { FileSystem } from "../io/file-system.js";

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
  changed: readonly FilePath[] = [],
): Promise<LoadedSite> {
  const again = { changed, now: options.now, base: options.base };
  const { folder, diagnostics } = readSiteFolder(fs, options.root, memory, again);
  if (!folder) return { site: undefined, pages: [], hidden: new Map(), files: [], found: [], diagnostics };
  const { settings, reader, map } = folder;
  const { language } = settings;
  const paths = folder.files.map(({ path }) => path);
  const shelf = new PictureShelf(paths, reader, memory.pictures);

  const guests = gather(
    reader
      .sources(map.guests)
      .map(({ source, name }) => kept(memory.guestDocuments, source, () => parseGuest(source, name))),
  );
  const pages = gather(
    reader
      .sources(map.pages)
      .map(({ source, name }) => kept(memory.pageDocuments, source, () => parsePage(source, name))),
  );
  const documents = gather(readFeatures(folder, memory));

  const { pictures, pictureFiles } = shelf;
  const lookup = { pictures, pictureFiles, parser: options.parser };
  const nobody = guestDirectory(new Map());
  const book = readGuestBook(guests.values, language, (document, own) =>
    memory.guests.of(document, { lookup, directory: nobody, settings }, (around) =>
      readGuest(document, own, around.lookup),
    ),
  );
  const slugger = await loadSlugger(settings.permalinks.han);
  const { readHanName } = await import("../content/han-reading.js");
  const features = documents.values.map((document) => {
    const own = document.translation ?? languageTag(document.front.value.language ?? language);
    const directory = book.directoryIn(own);
    const interpreted = memory.features.of(document, { lookup, directory, settings }, (around, asked) => {
      const context = { ...around.lookup, directory: around.directory, settings, slugger };
      const interpretation = interpretFeature(document, context);
      const digest = interpretation.value?.digest;
      if (digest) memory.fingerprints.set(digest, fingerprintOf(document, asked));
      return interpretation;
    });
    return { document, interpreted };
  });
  const freePages = gather(
    pages.values.map((page) =>
      memory.pages.of(page, { lookup, directory: nobody, settings }, (around) =>
        readFreePage(page, page.translation ?? language, around.lookup),
      ),
    ),
  );

  const interpretations = features.flatMap(({ document, interpreted }) =>
    interpreted.value ? [{ document, interpretation: interpreted.value }] : [],
  );
  const content = new Set(paths.filter((path) => path.startsWith("content/")));
  const assembled = assembleSite(
    {
      settings,
      book,
      features: interpretations,
      pages: freePages.values,
      pictures: shelf.measured,
      files: content,
      readName: readHanName,
      incomplete: interpretations.length < map.features.length || isUnlisted("content/features", diagnostics),
    },
    { today: todayIn(settings.timezone, options.now), drafts: options.drafts ?? false },
  );
  const { site, hidden } = assembled;
  const plan = planPages(site);
  const besides = addressesBesides(settings);
  const sources = sourcesOf([...guests.values, ...pages.values], documents.values);
  const documentFiles = filesOf(map);
  const found = [
    ...diagnostics,
    ...guests.diagnostics,
    ...pages.diagnostics,
    ...documents.diagnostics,
    ...book.diagnostics,
    ...features.flatMap(({ interpreted }) => interpreted.diagnostics),
    ...freePages.diagnostics,
    ...assembled.diagnostics,
    ...checkTopics(documents.values, settings),
    ...checkAddresses(site, plan, {
      besides,
      placeOf: placesOfOldAddresses([...documents.values, ...pages.values]),
    }),
    ...checkLinks(site, plan, {
      files: content,
      hidden,
      besides,
      isUnread: (file) => documentFiles.has(file) || isUnlisted(file, diagnostics),
      sourceOf: (file) => sources.get(file),
    }),
    ...reader.takeDiagnostics(),
  ];
  return {
    site,
    pages: plan,
    hidden,
    files: paths,
    found: folder.files,
    diagnostics: settle(found, documents.values, settings, hidden),
  };
}

function* readFeatures(
  { map, reader }: SiteFolder,
  memory: SiteMemory,
): Generator<ReturnType<typeof parseFeature>> {
  for (const files of map.features) {
    const index = reader.source(files.file);
    const sections = files.sections && reader.sources(files.sections);
    // A section that cannot be read was reported; without it, what the others lack would be misjudged.
    if (!index || sections?.length !== files.sections?.length) continue;
    const texts = (sections ?? []).map(({ source }) => source);
    yield memory.featureDocuments.of(index, texts, () => parseFeature(index, files, sections));
  }
}

/** Every file that is a document by its place, whether it can be read or not. */
function filesOf({ guests, features, pages }: ContentMap): ReadonlySet<FilePath> {
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

function sourcesOf(
  documents: readonly { readonly file: FilePath; readonly source: Source }[],
  features: readonly FeatureDocument[],
): ReadonlyMap<FilePath, Source> {
  const all = [...documents, ...features.flatMap((feature) => [feature, ...(feature.sections ?? [])])];
  return new Map(all.map(({ file, source }) => [file, source]));
}
