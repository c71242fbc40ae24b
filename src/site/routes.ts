import { sitePath, type SitePath } from "../model/ids.js";

// Every address of a site is made here. Paths are those of the site's own language; `languages.ts` moves them.

/** The address of the first page. */
export const homePath = "/";

/** The addresses of the lists. */
export const listPath = {
  features: "/features/",
  guests: "/guests/",
  topics: "/topics/",
  archive: "/archive/",
} as const;

/** The address of a feature. */
export const featurePath = (slug: string): string => `/features/${slug}/`;

/** The address of an edition's captions. @param path - The edition's own address. */
export const captionsPath = (path: SitePath): SitePath => sitePath(`${path}transcript.vtt`);

/** The address of a guest. */
export const guestPath = (id: string): string => `/guests/${id}/`;

/** The address of a topic. */
export const topicPath = (id: string): string => `/topics/${id}/`;

/** The address of a series. */
export const seriesPath = (id: string): string => `/series/${id}/`;

/** The address of a year. @param year - Four digits. */
export const yearPath = (year: string): string => `/archive/${year}/`;

/** The address of a page that is no interview. */
export const freePagePath = (id: string): string => `/${id}/`;

/** The address that `/old`, `/old/` and `/old/index.html` have in common; `/old.html` is a file, and its own. */
export function addressOfFolder(typed: string): string {
  const folder = typed.replace(/\/index\.html$/, "/");
  return folder.endsWith("/") || /\.[^/]+$/.test(folder) ? folder : `${folder}/`;
}

/** Old addresses as typed in front matter, each once, in the form that addresses of pages have. */
export function aliasPaths(typed: readonly string[]): SitePath[] {
  return [...new Set(typed.map(addressOfFolder))].map(sitePath);
}
