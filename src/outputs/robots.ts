import type { Output } from "../model/output.js";
import type { SiteSettings } from "../model/settings.js";
import { absoluteAddress } from "../render/address.js";
import { sitemapPath } from "./sitemap.js";

/**
 * `/robots.txt`, which names the sitemap where there is one. Only a site at the root of its host has one: anywhere else nobody asks for
 * it, and it would speak for the whole host if it were moved up.
 *
 * @see RFC 9309
 */
export function robotsOutputs(settings: SiteSettings): Output[] {
  if (settings.basePath !== "/") return [];
  const sitemap = settings.sitemap ? `\nSitemap: ${absoluteAddress(sitemapPath, settings)}\n` : "";
  const content = `User-agent: *\nAllow: /\n${sitemap}`;
  return [{ path: "robots.txt", content }];
}
