import type { FeatureFiles } from "../content/content-file.js";
import { loadSlugger } from "../content/slug.js";
import { gather } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { guestBookOf, type GuestBook } from "../site/guest-book.js";
import type { SiteOptions } from "./options.js";
import { PictureShelf } from "./picture-shelf.js";
import type { SiteFolder } from "./read-site.js";
import type { SiteMemory } from "./site-memory.js";
import { Documents, type UnderstoodFeature } from "./understand-documents.js";

/** A site whose features may be read: what they ask of the rest is known. */
export interface OpenSite {
  readonly shelf: PictureShelf;
  readonly documents: Documents;
  readonly book: GuestBook;
  /** What is wrong with guests. */
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` where one of its files cannot be read. */
  readonly readFeature: (files: FeatureFiles) => UnderstoodFeature | undefined;
}

/** Read what features ask for: the guests, and which pictures there are. */
export async function openSite(
  folder: SiteFolder,
  { parser }: Pick<SiteOptions, "parser">,
  memory: SiteMemory,
): Promise<OpenSite> {
  const paths = folder.files.map(({ path }) => path);
  const shelf = new PictureShelf(paths, folder.reader, memory.pictures);
  const { pictures, pictureFiles } = shelf;
  const documents = new Documents(folder, memory, { pictures, pictureFiles, parser });
  const { values, diagnostics } = gather(documents.guests());
  const book = guestBookOf(values);
  const slugger = await loadSlugger(folder.settings.permalinks.han);
  return { shelf, documents, book, diagnostics, readFeature: documents.featureReader(book, slugger) };
}
