import { isStandIn } from "./stand-ins.js";

/**
 * Whether a text has a character that parsers take in different ways: controls, halves of pairs, byte order marks, a
 * bare carriage return, separators of lines; or one that is to stand for others.
 *
 * Goes through UTF-16 units, for a regular expression takes three times as long.
 */
export function hasDoubtfulCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x20 && unit < 0x7f) || unit === 10 || (unit >= 0x2900 && unit < 0xd800)) continue;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(++at);
      if (!(next >= 0xdc00 && next <= 0xdfff)) return true;
    } else if (isDoubtful(unit) || (unit === 13 && text.charCodeAt(at + 1) !== 10)) return true;
  }
  return false;
}

function isDoubtful(unit: number): boolean {
  if (unit < 0x20) return unit !== 9 && unit !== 10 && unit !== 13;
  if (unit < 0xa0) return unit >= 0x7f;
  if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  return unit === 0x2028 || unit === 0x2029 || unit === 0xfeff || isStandIn(unit);
}
