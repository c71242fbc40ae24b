/** Bytes of a file that are asked for: both ends count from 0, and both are included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Read a `Range` header.
 *
 * @param size - Bytes that the file has.
 * @returns The bytes that are asked for; `"whole"` where the header is absent, is none that is understood, or asks for
 *   several parts, which a server may ignore; `"unsatisfiable"` where the file has no such bytes.
 * @see RFC 9110 §14.2, Range
 */
export function readRange(header: string | undefined, size: number): ByteRange | "whole" | "unsatisfiable" {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "");
  if (!match) return "whole";
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return "whole";
  if (from === "") {
    const count = Number(to);
    return count === 0 || size === 0 ? "unsatisfiable" : { first: Math.max(0, size - count), last: size - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "whole";
  if (first >= size) return "unsatisfiable";
  return { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}
