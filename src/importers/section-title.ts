/**
 * Whether a line looks like a title: short, in one sentence that does not end like one. Chinese titles may be longer
 * than one expects (`坚持……，综合运用……`), but they have no full stop either.
 */
export function isTitleLike(text: string): boolean {
  const bare = text.replace(/[】」》”"')）]+$/u, "");
  if (bare === "" || /https?:|@|\d{4}-\d{2}-\d{2}/u.test(text)) return false;
  const han = /\p{Script=Han}/u.test(text);
  if (han)
    return Array.from(text).length <= 60 && !/[。！？；：，、.!?;:…]$/u.test(bare) && !/。./u.test(bare);
  if (text.length > 90 || text.split(/\s+/u).length > 14) return false;
  if (!/^["“‘'(#*=\d—–-]*\s*[\p{Lu}\p{Lo}\d]/u.test(text)) return false;
  return !/[.!;:,…]$/u.test(bare) && !/[.!?]\s+\p{Lu}/u.test(bare);
}
