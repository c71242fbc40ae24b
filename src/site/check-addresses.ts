import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { wholeFile } from "../diagnostics/place.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { oldAddressesOf } from "./old-addresses.js";

/**
 * Report every address that two pages would have, the files of both named.
 *
 * Addresses are compared as a file system that ignores case would, since `dist` may be copied to one.
 */
export function checkAddresses(site: Site, pages: readonly Page[]): Diagnostic[] {
  const taken = new Map<string, { path: string; file: string }>();
  const diagnostics: Diagnostic[] = [];
  const claim = (path: string, file: string) => {
    const key = path.normalize("NFC").toLowerCase();
    const first = taken.get(key);
    if (first === undefined) {
      taken.set(key, { path, file });
    } else {
      diagnostics.push(
        diagnose("duplicate-address", { file }, { path, other: first.file }, [
          { message: "the first page at this address", place: wholeFile(first.file) },
        ]),
      );
    }
  };

  for (const page of pages) claim(page.path, fileOf(page, site));
  for (const { from, to } of oldAddressesOf(site)) claim(from, to.file);
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
