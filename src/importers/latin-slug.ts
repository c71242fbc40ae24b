import * as hanReading from "../content/han-reading.js";
import { createSlugger, type Slugger } from "../content/slug.js";

const pinyinSlugger: Slugger = createSlugger(hanReading);

/**
 * Make a slug as the site makes them, of the first words only: addresses are typed and quoted.
 *
 * @param kind - A name's first character is read as a surname: 曾 is zēng, not céng.
 * @param longest - Words (or syllables) that are kept.
 * @returns Never empty.
 */
export function latinSlug(text: string, kind: "name" | "text", longest = 12): string {
  const slug = kind === "name" ? pinyinSlugger.ofName(text) : pinyinSlugger.ofTitle(text);
  return slug.split("-").slice(0, longest).join("-").slice(0, 80).replace(/-+$/u, "");
}
