/** What a character is to the rules of emphasis; `cjk` and `punctuation` may both be set. */
export const classes = { other: 0, space: 1, punctuation: 2, cjk: 4 } as const;

/**
 * The class of a character beside a run of `*`.
 *
 * It answers only where all tables of characters agree, whichever version of Unicode they were made from.
 *
 * @param unit - A UTF-16 unit; NaN for the start or the end of the text.
 * @returns Flags of {@link classes}; `undefined` for what is not sure: half of a pair, scripts that are rarely met,
 *   variation selectors.
 * @see CommonMark 0.31 §6.2, and the specification of markdown-cjk-friendly for `cjk`
 */
export function classOf(unit: number): number | undefined {
  if (unit < 0x80) return asciiClasses[unit];
  if (unit < 0x1100) return unit < 0xa0 ? undefined : alphabetic(unit);
  if (unit >= 0x4e00 && unit <= 0x9fff) return classes.cjk;
  if (unit >= 0xac00 && unit <= 0xd7a3) return classes.cjk;
  if (unit >= 0x3041 && unit <= 0x30ff) return kana(unit);
  if (unit >= 0x3400 && unit <= 0x4dbf) return classes.cjk;
  if (unit === 0x3000) return classes.space;
  if (isCjkPunctuation(unit)) return classes.cjk | classes.punctuation;
  if ((unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x2030 && unit <= 0x205e)) return classes.punctuation;
  return Number.isNaN(unit) ? classes.space : undefined;
}

const asciiClasses: readonly (number | undefined)[] = Array.from({ length: 0x80 }, (_, unit) => {
  if (unit === 9 || unit === 10 || unit === 13 || unit === 32) return classes.space;
  if (unit < 32 || unit === 127) return undefined;
  return /[\dA-Za-z]/.test(String.fromCharCode(unit)) ? classes.other : classes.punctuation;
});

function alphabetic(unit: number): number | undefined {
  if (unit === 0xa0) return classes.space;
  const character = String.fromCharCode(unit);
  if (/[\p{L}\p{N}]/u.test(character)) return classes.other;
  return unit < 0xc0 && /[\p{P}\p{S}]/u.test(character) ? classes.punctuation : undefined;
}

function kana(unit: number): number | undefined {
  if (unit === 0x30a0 || unit === 0x30fb || unit === 0x309b || unit === 0x309c)
    return classes.cjk | classes.punctuation;
  return unit >= 0x3097 && unit <= 0x309a ? undefined : classes.cjk;
}

/** CJK and full-width punctuation; full-width letters and digits, which have cases, are left out. */
function isCjkPunctuation(unit: number): boolean {
  return (
    (unit >= 0x3001 && unit <= 0x3004) ||
    (unit >= 0x3008 && unit <= 0x3020) ||
    unit === 0x3030 ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    (unit >= 0xff1a && unit <= 0xff20) ||
    (unit >= 0xff3b && unit <= 0xff40) ||
    (unit >= 0xff5b && unit <= 0xff65)
  );
}
