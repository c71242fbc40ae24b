import type { GuestDocument } from "../content/document.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Feature, HiddenEdition } from "../model/feature.js";
import type { Picture } from "../model/figure.js";
import type { FilePath, SitePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";
import type { FreePage, Site } from "../model/site.js";
import { assembleFeatures, type InterpretedFeature } from "./assemble-features.js";
import { assembleGuests, type NameReader } from "./assemble-guests.js";
import { checkTranslations } from "./check-translations.js";
import type { GuestBook } from "./guest-book.js";
import { pathOfEdition } from "./languages.js";
import { orderGuests } from "./order-guests.js";
import { guestPath } from "./routes.js";
import {
  hiddenEditions,
  newestFirst,
  shownFeatures,
  type Visibility,
  type WhyHidden,
} from "./visible-features.js";

/** Everything that a site is made of, read and interpreted. */
export interface SiteParts {
  readonly settings: SiteSettings;
  readonly book: GuestBook;
  readonly features: readonly InterpretedFeature[];
  readonly pages: readonly FreePage[];
  readonly pictures: ReadonlyMap<FilePath, Picture>;
  /** All files of `content/`. */
  readonly files: ReadonlySet<string>;
  readonly readName: NameReader;
  /** A guest's file with its places, to report something in it. */
  readonly readGuestFile: (file: FilePath) => GuestDocument | undefined;
  /** A feature could not be read, so that whom it names is not known. Absent means that all were. */
  readonly incomplete?: boolean;
}

/** A site, with what is known of the features that it does not show. */
export interface AssembledSite {
  readonly site: Site;
  /** Why the files of a feature are not published; files that are have no entry. */
  readonly hidden: ReadonlyMap<FilePath, WhyHidden>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bring everything together: what is shown and in which order, who is in what, and at which address each file is. */
export function assembleSite(parts: SiteParts, visibility: Visibility): AssembledSite {
  const { settings, book, pages, pictures } = parts;
  const all = assembleFeatures(parts.features, parts.files);
  const shown = newestFirst(shownFeatures(all.features, visibility));
  const hidden = hiddenEditions(all.features, visibility);
  const people = assembleGuests(book, shown, parts.readName);
  const site: Site = {
    settings,
    features: shown,
    guests: orderGuests(people.guests, settings.language),
    featuresOf: people.featuresOf,
    pages: [...pages].sort((a, b) => (a.file < b.file ? -1 : 1)),
    addresses: addressesOf(parts, shown),
    pictures,
    hidden,
  };
  const diagnostics = [
    ...all.diagnostics,
    ...people.diagnostics,
    ...checkTranslations(parts.features),
    ...(parts.incomplete === true ? [] : unheardGuests(parts, all.features)),
    ...missingLogo(settings, parts.files),
  ];
  return { site, hidden: hiddenFiles(parts.features, hidden), diagnostics };
}

/** A section's file leads to the page of its feature. */
function addressesOf(
  { book, features, pages }: SiteParts,
  shown: readonly Feature[],
): Map<FilePath, SitePath> {
  const editions = new Map(
    shown.flatMap(({ original, translations }) =>
      [original, ...translations].map((one) => [one.file, one.path]),
    ),
  );
  const addresses = new Map<FilePath, SitePath>();
  for (const { head } of features) {
    const path = editions.get(head.file);
    if (path === undefined) continue;
    for (const file of [head.file, ...(head.sections ?? [])]) addresses.set(file, path);
  }
  for (const { id, profile, translations } of book.guests) {
    for (const each of [profile, ...translations]) {
      if (each.file !== null)
        addresses.set(each.file, pathOfEdition(guestPath(id), each.language, each === profile));
    }
  }
  for (const { file, path } of pages) addresses.set(file, path);
  return addresses;
}

/** An edition's file hides its sections. */
function hiddenFiles(
  interpreted: readonly InterpretedFeature[],
  editions: readonly HiddenEdition[],
): Map<FilePath, WhyHidden> {
  const hidden = new Map(editions.map(({ edition, why }) => [edition.file, why]));
  for (const { head } of interpreted) {
    const why = hidden.get(head.file);
    if (why) for (const file of head.sections ?? []) hidden.set(file, why);
  }
  return hidden;
}

/** A guest whose only feature is still a draft has been asked, too. */
function unheardGuests({ book, readGuestFile }: SiteParts, features: readonly Feature[]): Diagnostic[] {
  const asked = new Set(features.flatMap(({ original }) => original.masthead.guests.map(({ id }) => id)));
  return book.guests
    .filter(({ id }) => !asked.has(id))
    .map(({ file, profile: { name } }) => {
      const document = readGuestFile(file);
      const where = document ? { source: document.source, span: document.front.spanOf(["name"]) } : { file };
      return diagnose("unheard-guest", where, { name });
    });
}

function missingLogo({ publisher, file }: SiteSettings, files: ReadonlySet<string>): Diagnostic[] {
  const logo = publisher?.logo ?? null;
  if (logo === null || files.has(logo)) return [];
  return [diagnose("missing-picture", { file }, { src: logo, near: undefined })];
}
