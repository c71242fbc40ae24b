import type { Located } from "../content/document.js";
import type { Where } from "../diagnostics/diagnostic.js";
import type { Source } from "../diagnostics/source.js";
import type { FilePath, LanguageTag, SitePath } from "../model/ids.js";
import type { Site } from "../model/site.js";
import { addressOfFolder } from "./routes.js";

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

/** A file that may name old addresses. */
interface WithAliases {
  readonly source: Source;
  readonly front: Located<{ readonly aliases: readonly string[] }>;
}

/**
 * Says where in a file an old address is typed; the whole file, where it is not found.
 *
 * @param read - The document that a file is, read only for an address that is reported.
 */
export function placesOfOldAddresses(
  read: (file: FilePath) => WithAliases | undefined,
): (file: FilePath, from: SitePath) => Where {
  return (file, from) => {
    const document = read(file);
    if (document === undefined) return { file };
    const { source, front } = document;
    const index = front.value.aliases.findIndex((typed) => addressOfFolder(typed) === from);
    return index === -1 ? { file } : { source, span: front.spanOf(["aliases", index]) };
  };
}
