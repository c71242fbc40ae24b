// How names, numbers and times are written where `Intl` has no answer.

/**
 * One character that stands for a person: the surname's character of a name in Han characters, else the first letter.
 *
 * @returns Never empty; `·` for a name without letters or digits.
 */
export function initialOf(name: string): string {
  const [first] = /[\p{L}\p{N}]\p{M}*/u.exec(name) ?? [];
  return first?.toUpperCase() ?? "·";
}

/** The number of a section as the language numbers: 一 in Chinese and Japanese, else digits. */
export function ordinalOf(number: number, language: string): string {
  let write = ordinalsOf.get(language);
  if (!write) ordinalsOf.set(language, (write = ordinalsIn(language)));
  return write(number);
}

const ordinalsOf = new Map<string, (number: number) => string>();

function ordinalsIn(language: string): (number: number) => string {
  const [primary = ""] = language.toLowerCase().split("-");
  const isHan = ["zh", "ja", "yue"].includes(primary);
  const numbers = new Intl.NumberFormat(language);
  const written = new Map<number, string>();
  return (number) => {
    let text = written.get(number);
    if (text === undefined) {
      text = isHan && number < 100 ? hanNumeral(number) : numbers.format(number);
      written.set(number, text);
    }
    return text;
  };
}

/** A time in a recording: `3:47`, `1:02:03`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** Text of at most so many characters, cut where a word ends. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join("");
  // A Latin word is not cut; Chinese has no space to cut at for long stretches.
  const space = cut.lastIndexOf(" ");
  const kept = space > cut.length * 0.7 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\s,;:，、；：]+$/u, "")}…`;
}

/** The letter under which a name stands in an index: A to Z without accents, else its first character. */
export function indexLetter(reading: string): string {
  const plain = reading.normalize("NFD").replace(/\p{M}/gu, "");
  return initialOf(plain);
}

/** The name of a language in itself, or in another one: 简体中文, English, Simplified Chinese. */
export function languageName(language: string, inLanguage = language): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(scriptOf(language)) ? "rtl" : "ltr";
}

/** The script that a language is written in, or is likely to be: `Latn`, `Hans`. @see UAX 35, Likely Subtags */
export function scriptOf(language: string): string {
  let script = scripts.get(language);
  if (script === undefined) {
    script = new Intl.Locale(language).maximize().script ?? "Zyyy";
    scripts.set(language, script);
  }
  return script;
}

const scripts = new Map<string, string>();

const rightToLeft = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

const hanDigits = "零一二三四五六七八九";

function hanNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (hanDigits[tens] ?? "")}十`;
  return ten + (ones === 0 && tens > 0 ? "" : (hanDigits[ones] ?? ""));
}
