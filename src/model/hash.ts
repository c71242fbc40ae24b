import { hash } from "node:crypto";

/** SHA-256 of bytes, or of a text in UTF-8, in 43 characters that may stand in a file's name (base64url, RFC 4648 §5). */
export function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64url");
}

/**
 * Texts in 22 characters that differ where one of the texts does, or where one stops and the next begins.
 *
 * 132 bits: enough that nobody finds two of the same by chance, in half the room.
 */
export function shortHashOf(...texts: readonly string[]): string {
  let all = "";
  for (const text of texts) all += `${text.length} ${text}`;
  return hashOf(all).slice(0, 22);
}
