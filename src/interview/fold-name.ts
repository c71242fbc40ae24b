/**
 * The form in which two spellings of one name are equal: `陈 刚` and `陈刚`, `ＪＢ` and `J.B.`, `O’Neil` and `o'neil`.
 *
 * Case, width, the kind of apostrophe and of middle dot, full stops, raised digits (marks of notes) and
 * invisible characters do not count. Spaces
 * between Han, kana or Hangul do not either; between Latin letters one is as good as several.
 */
export function foldName(name: string): string {
  // Most names and headings are of one of these kinds, and come up at every turn.
  if (/^[\u4e00-\u9fa5]+$/.test(name)) return name;
  if (asciiWords.test(name)) return name.toLowerCase().replaceAll(".", "");
  const folded = name.replace(raisedDigits, "").normalize("NFKC").toLowerCase();
  if (!mayChange.test(folded)) return folded;
  return folded
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad.]/g, "")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[・•‧∙⋅]/g, "·")
    .replace(/\s+/g, " ")
    .replace(/ ?· ?/g, "·")
    .replace(spaceInCjk, "")
    .trim();
}

/** Words of ASCII with one space between them, none of them of nothing but full stops, and without a back-tick. */
const asciiWords = /^\.*[!-\-/-_a-~][!-_a-~]*(?: \.*[!-\-/-_a-~][!-_a-~]*)*$/;

const raisedDigits = /[\u00b2\u00b3\u00b9\u2070-\u2079]/g;

/** All that is taken out, exchanged or joined. */
const mayChange = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad.’‘ʼ`´・•‧∙⋅]/;

const spaceInCjk =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー])/gu;

/**
 * The shorter forms by which a transcript may call somebody: given name, surname, both without what stands between.
 *
 *     Odile B. Reuss, Psy.D   →  odile b reuss · odile · reuss · odile reuss · odile r
 *     陆望川                   →  陆 · 望川
 *
 * @returns Folded forms, without the whole name. Whether only one speaker of a feature has a form is not known here.
 */
export function shortForms(name: string): string[] {
  const whole = foldName(name);
  const forms = isCjk(whole) ? cjkForms(name, whole) : latinForms(whole);
  return [...new Set(forms)].filter((form) => form !== "" && form !== whole);
}

/** A name in Han or Hangul alone: the surname first, no space needed. */
function cjkForms(name: string, whole: string): string[] {
  const spaced = name.normalize("NFKC").trim().split(/\s+/u);
  const letters = Array.from(whole);
  if (spaced.length === 2 && letters.length > 2) return spaced.map(foldName);
  if (letters.length < 2 || letters.length > 4) return [];
  const surname = letters.length > 2 && compoundSurnames.has(letters.slice(0, 2).join("")) ? 2 : 1;
  const given = letters.slice(surname);
  // One character alone is a surname in print (`陆：`), never a given name.
  return [letters.slice(0, surname).join(""), given.length > 1 ? given.join("") : ""];
}

function latinForms(whole: string): string[] {
  const [bare = ""] = whole.split(/[,(]/u);
  const words = bare.trim().split(" ");
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (words.length < 2) return [bare.trim()];
  return [bare.trim(), first, last, `${first} ${last}`, `${first} ${Array.from(last)[0] ?? ""}`];
}

/**
 * The initials of a name of several words, folded: `obr` and `or` for `Odile B. Reuss`.
 *
 * Apart from the other short forms because they are only read in capitals: `So: …` is not Sam Olson.
 */
export function initialsOf(name: string): string[] {
  const whole = foldName(name);
  if (isCjk(whole)) return [];
  const letters = (whole.split(/[,(]/u)[0] ?? "")
    .trim()
    .split(" ")
    .map((word) => Array.from(word)[0] ?? "");
  if (letters.length < 2) return [];
  return [...new Set([letters.join(""), `${letters[0] ?? ""}${letters.at(-1) ?? ""}`])];
}

const isCjk = (folded: string): boolean => /^[\p{sc=Han}\p{sc=Hangul}]+$/u.test(folded);

/** Chinese surnames of two characters that are met today. */
const compoundSurnames = new Set(
  "欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 端木 东方 南宫 轩辕 歐陽 司馬 諸葛 皇甫 尉遲 公孫 長孫 東方 南宮 軒轅".split(
    " ",
  ),
);
