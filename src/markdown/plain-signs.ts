/** UTF-16 units of the signs that mean something in plain lines. */
export const signs = {
  feed: 10,
  space: 32,
  bang: 33,
  hash: 35,
  ampersand: 38,
  opening: 40,
  closing: 41,
  star: 42,
  dash: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  at: 64,
  bracket: 91,
  backslash: 92,
  bracketEnd: 93,
  caret: 94,
  underscore: 95,
  tick: 96,
  w: 119,
  bar: 124,
} as const;

/** What a unit is to a plain line. */
export const kinds = {
  /** Itself, wherever it stands. */
  plain: 0,
  /** One of the {@link signs}, and it depends on what is around it. */
  sign: 1,
  /** The first half of a pair. */
  pair: 2,
  /** A mark of what is not read here. */
  mark: 3,
  /** Something that parsers take in different ways. */
  never: 4,
} as const;

/** The kind of a UTF-16 unit. */
export function kindOf(unit: number): number {
  return kindsOfUnits[unit] ?? kinds.never;
}

/** By unit: who goes through a text looks here, since a call for each of its units takes longer than all else. */
export const kindsOfUnits = new Uint8Array(0x10000)
  .fill(kinds.never, 0, 0x20)
  .fill(kinds.never, 0x7f, 0xa0)
  // Separators of lines and paragraphs, which some take for line breaks.
  .fill(kinds.never, 0x2028, 0x202a)
  .fill(kinds.pair, 0xd800, 0xdc00)
  .fill(kinds.never, 0xdc00, 0xe000)
  .fill(kinds.never, 0xfeff, 0xff00);
for (const sign of "\n!&*.:@[\\]_`") kindsOfUnits[sign.charCodeAt(0)] = kinds.sign;
for (const sign of "<~") kindsOfUnits[sign.charCodeAt(0)] = kinds.mark;

/** Whether a line that starts with it may be something else than a paragraph. Stars and digits may, too. */
export function beginsBlock(unit: number): boolean {
  return unit < 0x80 && ("\n #+-=>_".includes(String.fromCharCode(unit)) || kindOf(unit) >= kinds.mark);
}

/** Whether it may stand in the address of a link that is nothing but an address. */
export function isOfAddress(unit: number): boolean {
  return unit < 0x80 && addressUnits[unit] === 1;
}

const addressUnits = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  unit > 32 && unit < 127 && !"\"&'()<>[\\]`".includes(String.fromCharCode(unit)) ? 1 : 0,
);

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const isAlphanumeric = (unit: number): boolean =>
  isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/** Whether it may stand between the signs of a character reference, `&` and `;`. */
export const isOfReference = (unit: number): boolean => unit === signs.hash || isAlphanumeric(unit);

/** Whether what stands before an `@` may be the name of a mailbox. */
export const isOfMailbox = (unit: number): boolean =>
  unit >= 0x80 || isAlphanumeric(unit) || "+-._".includes(String.fromCharCode(unit));
