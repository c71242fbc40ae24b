/**
 * Say why a text is unfit for a slug: one part of an address, and the name of a folder on any disk.
 *
 * @returns The end of a sentence, `expected no "/"`, or `undefined` where the slug is fit.
 */
export function slugFault(slug: string): string | undefined {
  if (slug === "") return "expected at least one character";
  const unfit = /[^\p{L}\p{M}\p{N}_.-]/u.exec(slug)?.[0];
  if (unfit !== undefined) return `expected no ${nameOf(unfit)}`;
  if (/^\.|\.$/.test(slug)) return 'expected no "." at its start or end';
  if (/^[-_.\p{M}]+$|^\p{M}/u.test(slug)) return "expected a letter or a digit";
  if (slug !== slug.toLowerCase()) return "expected lower case";
  if (slug !== slug.normalize("NFC")) return "expected composed characters (Unicode NFC)";
  if (isReserved(slug)) return "which has a meaning of its own on disks and servers";
  if (slug.length > longestSlug) return `expected at most ${longestSlug} characters`;
  return undefined;
}

/** UTF-16 units. Three bytes each, with an ending, stay below the 255 bytes that file systems allow. */
const longestSlug = 80;

/**
 * Make a slug of a text by dropping what is unfit: lower case, words joined by `-`. Letters of all scripts stay.
 *
 * @returns A fit slug, or an empty text where nothing of the text is fit, as in a text of emoji.
 */
export function plainSlug(text: string): string {
  const slug = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    // Marks inside of words, which part nothing: apostrophes, quotation marks, joiners, soft hyphens.
    .replace(/['’‘"“”\u00ad\u200b-\u200d\ufeff]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    // A variation selector is a mark, and stays behind when its emoji goes.
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, "")
    .replace(/-{2,}/g, "-");
  const short = shorten(slug.replace(/^[-_]+/, "")).replace(/[-_]+$/, "");
  return isReserved(short) ? `${short}-1` : short;
}

function shorten(slug: string): string {
  if (slug.length <= longestSlug) return slug;
  const cut = slug.slice(0, longestSlug - 2).replace(/[\ud800-\udbff]$/, "");
  const lastWord = cut.lastIndexOf("-");
  return lastWord > longestSlug / 2 ? cut.slice(0, lastWord) : cut;
}

/** `index` is the page of the folder itself; the others are devices, and no file names, on Windows. */
function isReserved(slug: string): boolean {
  return /^(?:index|con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/.test(slug);
}

function nameOf(character: string): string {
  if (character === " ") return "space";
  if (/\p{Extended_Pictographic}/u.test(character)) return `emoji (${character})`;
  if (/[\p{C}\p{Z}]/u.test(character)) {
    return `invisible character (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
  }
  return `"${character}"`;
}
