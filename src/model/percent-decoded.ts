/** A percent-encoded text as people read it; `undefined` where it cannot be decoded. @see RFC 3986 §2.1 */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
