import type { FilePath, LanguageTag, SitePath } from "../model/ids.js";
import type { Site } from "../model/site.js";

/** An address that a page once had, and the page that a visitor is led to from there. */
export interface OldAddress {
  readonly from: SitePath;
  readonly to: {
    readonly path: SitePath;
    readonly language: LanguageTag;
    readonly title: string;
    /** Where the old address is typed. */
    readonly file: FilePath;
  };
}

/** Every old address of a site: those of the features, which lead to the originals, then those of the free pages. */
export function oldAddressesOf({ features, pages }: Site): OldAddress[] {
  return [
    ...features.flatMap(({ aliases, original: { path, language, file, masthead } }) =>
      aliases.map((from) => ({ from, to: { path, language, title: masthead.title, file } })),
    ),
    ...pages.flatMap(({ aliases, ...to }) => aliases.map((from) => ({ from, to }))),
  ];
}
