import { plainSlug } from "../config/slug-form.js";
import { shortHash } from "./file-name.js";

/** Makes slugs of titles and names. Never empty, and fit: see `slugFault`. */
export interface Slugger {
  /** `书船，十八站` is `shu-chuan-shi-ba-zhan`, or stays Han where the site says so. */
  readonly ofTitle: (title: string) => string;
  /** `陈 刚` is `chen-gang`; the readings are those of surnames. */
  readonly ofName: (name: string) => string;
}

/** How Han characters are read in Latin letters. */
export interface HanReader {
  readonly readHanTitle: (title: string) => string;
  readonly readHanName: (name: string) => string;
}

/**
 * Make a slugger for a site.
 *
 * The dictionary of readings is large. It is loaded when the first Han character is read, so that a site in other
 * scripts never loads it.
 *
 * @param han - `permalinks.han` of the site.
 */
export async function loadSlugger(han: "pinyin" | "keep"): Promise<Slugger> {
  return createSlugger(han === "keep" ? keepHan : await import("./han-reading.js"));
}

/** Make a slugger that reads Han characters in the way that is given. */
export function createSlugger({ readHanTitle, readHanName }: HanReader): Slugger {
  return {
    ofTitle: (title) => plainSlug(readHanTitle(title)) || shortHash(title),
    ofName: (name) => plainSlug(readHanName(name)) || shortHash(name),
  };
}

const keepHan: HanReader = {
  readHanTitle: (title) => title,
  // `陈 刚` and `陈刚` are one person.
  readHanName: (name) => name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ""),
};
