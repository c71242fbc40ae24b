import { type LanguageTag, type SitePath, sitePath } from "../model/ids.js";
import type { Page } from "../model/page.js";
import type { SiteSettings } from "../model/settings.js";

/**
 * The address of a list or a guest in one of the site's languages: the site's own language stands at the root, the
 * others under their tag.
 *
 * @param path - The address in the site's own language: `/guests/`.
 */
export function pathInLanguage(path: string, language: LanguageTag, settings: SiteSettings): SitePath {
  return sitePath(language === settings.language ? path : `/${language}${path}`);
}

/**
 * The address of something that is written in one language first and then translated: the original keeps the address
 * that it was published at, whatever its language; a translation stands under its language's tag.
 */
export function pathOfEdition(path: string, language: LanguageTag, original: boolean): SitePath {
  return sitePath(original ? path : `/${language}${path}`);
}

/** The text in the language where there is one, else the original. */
export function inLanguage<T extends { readonly language: LanguageTag }>(
  original: T,
  translations: readonly T[],
  language: LanguageTag,
): T {
  if (original.language === language) return original;
  return translations.find((translation) => translation.language === language) ?? original;
}

/**
 * Which of a page's alternates is for readers of none of their languages: the original of a feature, else the one in
 * the site's own language, else the first. `null` where the page is in one language only.
 *
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions, x-default
 */
export function defaultAlternate(page: Page, { language }: SiteSettings): SitePath | null {
  if (page.kind === "feature" && page.alternates.length > 0) return page.feature.original.path;
  const [first] = page.alternates;
  return (page.alternates.find((each) => each.language === language) ?? first)?.path ?? null;
}
