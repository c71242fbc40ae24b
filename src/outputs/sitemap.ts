import type { Edition } from "../model/feature.js";
import { sitePath, type SitePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { SiteSettings } from "../model/settings.js";
import { absoluteAddress } from "../render/address.js";
import { lastChange } from "../site/edition-dates.js";
import { defaultAlternate } from "../site/languages.js";
import { lastChangeOf } from "./feed-entries.js";
import { outputPath } from "./output-path.js";
import { writeXml, xml, type XmlElement } from "./xml.js";

/** As many addresses as one sitemap may have. */
const mostAddresses = 50_000;

/** Where the sitemap is. */
export const sitemapPath: SitePath = sitePath("/sitemap.xml");

/**
 * `/sitemap.xml`: every page that is to be found, when it last changed, and what it is in other languages. A site with
 * more pages than one file may list has an index there, and the lists beside it. Nothing on a site without a sitemap.
 *
 * @param pages - All pages.
 * @param settings - The site's settings.
 * @param limit - Addresses in one file.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapOutputs(
  pages: readonly Page[],
  settings: SiteSettings,
  limit = mostAddresses,
): Output[] {
  if (!settings.sitemap) return [];
  const addresses = pages.filter(isToBeFound).map((page) => address(page, settings));
  if (addresses.length <= limit) return [list(sitemapPath, addresses)];
  const lists: Output[] = [];
  const parts: XmlElement[] = [];
  for (let from = 0; from < addresses.length; from += limit) {
    const path = sitePath(`/sitemap-${lists.length + 1}.xml`);
    lists.push(list(path, addresses.slice(from, from + limit)));
    parts.push(xml("sitemap", {}, xml("loc", {}, absoluteAddress(path, settings))));
  }
  const index = writeXml(xml("sitemapindex", { xmlns: namespace }, ...parts));
  return [{ path: outputPath(sitemapPath), content: index }, ...lists];
}

/** Not the 404 page, nor a draft, which is on a site for its editors only. */
function isToBeFound(page: Page): boolean {
  return page.kind === "feature" ? page.edition.publication.status !== "draft" : page.kind !== "not-found";
}

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

function list(path: SitePath, addresses: readonly XmlElement[]): Output {
  const attributes = { xmlns: namespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" };
  return { path: outputPath(path), content: writeXml(xml("urlset", attributes, ...addresses)) };
}

function address(page: Page, settings: SiteSettings): XmlElement {
  const changed = lastChangeOfPage(page);
  const otherwise = defaultAlternate(page, settings);
  const alternates = [
    ...page.alternates.map(({ language, path }) => [language, path] as const),
    ...(otherwise === null ? [] : [["x-default", otherwise] as const]),
  ];
  return xml(
    "url",
    {},
    xml("loc", {}, absoluteAddress(page.path, settings)),
    ...(changed === undefined ? [] : [xml("lastmod", {}, changed)]),
    ...alternates.map(([hreflang, path]) =>
      xml("xhtml:link", { rel: "alternate", hreflang, href: absoluteAddress(path, settings) }),
    ),
  );
}

/** The day a page's content last changed; nothing for pages whose content has no dates. */
function lastChangeOfPage(page: Page): string | undefined {
  switch (page.kind) {
    case "feature":
      return lastChange(page.edition);
    case "home":
    case "guest":
    case "series":
      return lastOf(page.features.map(({ original }) => original));
    case "features":
    case "topic":
    case "year":
      return lastOf(page.slice.features.map(({ original }) => original));
    case "archive":
      return lastOf(page.years.flatMap(({ features }) => features.map(({ original }) => original)));
    case "guests":
    case "topics":
    case "page":
    case "not-found":
      return undefined;
  }
}

function lastOf(editions: readonly Edition[]): string | undefined {
  return editions.length === 0 ? undefined : lastChangeOf(editions);
}
