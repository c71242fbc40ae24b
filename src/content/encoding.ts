/**
 * Find the first byte that does not belong to well-formed UTF-8.
 *
 * @returns Its offset from 0; the length where all bytes are well-formed.
 * @see The Unicode Standard, table 3-7.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** How many bytes the well-formed character at an offset has, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/**
 * Say what bytes that are not UTF-8 look like, for an error message.
 *
 * @returns A name that editors use in their menus, or `null` where nothing is likely.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 65_536);
  if (sample[0] === 0xff && sample[1] === 0xfe) return "UTF-16 LE";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "UTF-16 BE";
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && even < odd / 8) return "UTF-16 LE";
  if (even > sample.length / 8 && odd < even / 8) return "UTF-16 BE";
  return looksLikeGb18030(sample) ? "GB 18030" : null;
}

/**
 * Whether the bytes beyond ASCII pair up to the everyday Han characters and punctuation of GB 2312, which the
 * accented letters of Western text hardly ever do.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    // Rows 1–3 are punctuation and full-width forms, rows 16–55 the 3755 commonest characters.
    const row = lead - 0xa0;
    if (trail >= 0xa1 && trail <= 0xfe && ((row >= 1 && row <= 3) || (row >= 16 && row <= 55))) common++;
    else other++;
    at++;
  }
  return common > 0 && common >= other * 4;
}
