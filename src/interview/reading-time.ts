import { unitsOf } from "../markdown/text-units.js";
import { wordsOfHtml } from "../markdown/words-of-html.js";
import type { Masthead } from "../model/feature.js";
import { turnsOf, type Block, type Interview } from "../model/interview.js";

/** Characters of Chinese or Japanese that are read in a minute. */
const charactersAMinute = 400;
/** Words of other scripts that are read in a minute. */
const wordsAMinute = 230;

/** What a text is made of, for the time that it takes to read. */
export interface Reading {
  /** Han characters and kana. */
  readonly characters: number;
  /** Words of other scripts. */
  readonly words: number;
}

/** Minutes that a feature takes to read, at least 1. */
export function readingMinutes({ standfirst }: Masthead, interview: Interview): number {
  // A line break ends a word, as the end of a text does.
  let text = wordsOfHtml(standfirst);
  for (const words of proseOf(interview.intro)) text += `\n${words}`;
  for (const section of interview.sections) {
    for (const words of proseOf(section.lead)) text += `\n${words}`;
    for (const turn of turnsOf(section)) text += `\n${turn.text}`;
  }
  const { characters, words } = countReading(text);
  return Math.max(1, Math.round(characters / charactersAMinute + words / wordsAMinute));
}

/**
 * Count what is read by the character and what is read by the word, each by its script: one Han character in an
 * English text is one character. Goes through UTF-16 units, for a regular expression takes several times as long.
 */
export function countReading(text: string): Reading {
  const kinds = (kindOfUnit ??= tabulate());
  const units = unitsOf(text);
  let characters = 0;
  let words = 0;
  let inWord = 0;
  // Sums instead of branches, for a processor guesses wrongly at the ends of most words.
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[units[at] ?? 0] ?? 0;
    const isOfWord = kind & ofWord;
    words += isOfWord & ~inWord;
    characters += (kind & character) >> 1;
    inWord = isOfWord | (inWord & (kind >> 2));
  }
  return { characters, words };
}

// Bits, of which a unit has one or none; the sums above go by their places.
const ofWord = 1;
const character = 2;
/** What neither begins a word nor ends it. */
const joining = 4;

/** Made when the first text is counted; every text asks for every one of its units. */
let kindOfUnit: Uint8Array | undefined;

function tabulate(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < kinds.length; unit++) {
    if (isCharacter(unit)) kinds[unit] = character;
    else if (isOfWord(unit)) kinds[unit] = ofWord;
    else if (joins(unit)) kinds[unit] = joining;
  }
  return kinds;
}

function* proseOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) if (block.kind === "prose") yield wordsOfHtml(block.html);
}

/** Han characters, kana, and the first unit of the Han characters beyond the basic plane. */
function isCharacter(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd88d) ||
    unit === 0x3005 ||
    unit === 0x3007
  );
}

/** Letters and digits of all other scripts; of the signs among them, only those that stand between words matter. */
function isOfWord(unit: number): boolean {
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  }
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  // General punctuation to symbols, CJK punctuation, surrogates, full-width forms.
  return !(
    (unit >= 0x2000 && unit <= 0x2bff) ||
    (unit >= 0x2e00 && unit <= 0x303f) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    (unit >= 0xfe10 && unit <= 0xff0f) ||
    unit === 0x30fb ||
    unit === 0xd7 ||
    unit === 0xf7 ||
    unit === 0x060c ||
    unit === 0x061b ||
    unit === 0x061f
  );
}

/** Apostrophes and hyphens inside a word. */
function joins(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2d || unit === 0xad;
}
