import { diagnose, type Diagnostic, type Where } from "../diagnostics/diagnostic.js";
import { wholeFile } from "../diagnostics/place.js";
import type { FilePath, SitePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { oldAddressesOf } from "./old-addresses.js";

/** What addresses are checked against, besides the site. */
export interface AddressContext {
  /** Addresses of the site that are no pages: feeds, the sitemap. */
  readonly besides: ReadonlySet<string>;
  /** Where a file names an old address. */
  readonly placeOf: (file: FilePath, oldAddress: SitePath) => Where;
}

/**
 * Report every address that two pages would have, the files of both named.
 *
 * Addresses are compared as a file system that ignores case would, since `dist` may be copied to one.
 */
export function checkAddresses(site: Site, pages: readonly Page[], context: AddressContext): Diagnostic[] {
  const taken = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const claim = (path: string, file: string, where: Where = { file }) => {
    const key = path.normalize("NFC").toLowerCase();
    const first = taken.get(key);
    if (first === undefined) {
      taken.set(key, file);
    } else {
      diagnostics.push(
        diagnose("duplicate-address", where, { path, other: first }, [
          { message: "the first at this address", place: wholeFile(first) },
        ]),
      );
    }
  };

  for (const page of pages) claim(page.path, fileOf(page, site));
  for (const path of context.besides) claim(path, site.settings.file);
  for (const { from, to } of oldAddressesOf(site)) claim(from, to.file, context.placeOf(to.file, from));
  return diagnostics;
}

/** The file that a person would change to move the page. */
function fileOf(page: Page, site: Site): string {
  switch (page.kind) {
    case "feature":
      return page.edition.file;
    case "page":
      return page.page.file;
    case "guest":
      return page.guest.profile.file ?? page.features[0]?.original.file ?? site.settings.file;
    case "series":
      return page.features[0]?.original.file ?? site.settings.file;
    default:
      return site.settings.file;
  }
}
