import type { SitePath } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";

/**
 * The address of a page or file as a link on another page writes it, percent-encoded.
 *
 * Links are relative, so that a site works at a root, under a base path and from disk; where the settings ask for it
 * they name `index.html`, which no server adds for a page opened from disk. The 404 page is served at any depth, so
 * its links start at the base path instead.
 *
 * @param from - The page that has the link.
 * @param to - Where the link leads.
 * @see RFC 3986 §4.2, Relative Reference
 */
export function relativeAddress(from: SitePath, to: SitePath, settings: SiteSettings): string {
  if (from === notFoundPath) return settings.basePath + encodePath(to.slice(1));
  let common = 0;
  let at = 0;
  for (; at < to.length && from.charCodeAt(at) === to.charCodeAt(at); at++) {
    if (to.charCodeAt(at) === slash) common = at;
  }
  let address = "";
  for (at = common + 1; at < from.length; at++) if (from.charCodeAt(at) === slash) address += "../";
  const rest = to.slice(common + 1);
  address += encodePath(rest);
  if (settings.permalinks.index && (rest === "" || rest.endsWith("/"))) address += "index.html";
  return address === "" ? "./" : address;
}

const slash = 0x2f;

/**
 * The whole address of a page or file, percent-encoded, never with `index.html`: for feeds and `canonical`.
 *
 * @see RFC 3986 §4.3, Absolute URI
 */
export function absoluteAddress(path: SitePath, { origin, basePath }: SiteSettings): string {
  return origin + basePath + encodePath(path.slice(1));
}

/** The fragment of an address, with `#`, percent-encoded. */
export function fragment(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

/** The page that a server shows in place of one that is not there. */
export const notFoundPath = "/404.html";

function encodePath(path: string): string {
  return /^[\w.~/-]*$/.test(path) ? path : path.split("/").map(encodeURIComponent).join("/");
}
