import { isAscii, isUtf8, transcode } from "node:buffer";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { Source } from "../diagnostics/source.js";
import { firstInvalidByte, guessEncoding } from "./encoding.js";

/** Bytes that a text file may have. The longest transcripts of real sites are a twentieth of it. */
export const largestTextFile = 10_000_000;

/**
 * Make text of a file's bytes: UTF-8, a byte order mark left out.
 *
 * Not UTF-8, a NUL and a file above {@link largestTextFile} are errors that leave no text, since whatever is read
 * from it would be guessed. An empty file is a text without characters; who needs a document reports it.
 *
 * @param path - Of the file, from the site's root, with `/`.
 */
export function decode(path: string, bytes: Uint8Array): Checked<Source> {
  if (bytes.length > largestTextFile) {
    const params = { size: bytes.length, limit: largestTextFile };
    return unusable([diagnose("file-too-large", { file: path }, params)]);
  }
  if (!isUtf8(bytes)) return notUtf8(path, bytes);
  const source = new Source(path, textOf(bytes));
  const at = source.text.indexOf("\0");
  if (at < 0) return checked(source);
  const span = { start: at, end: at + 1 };
  return unusable([diagnose("nul-character", { source, span }, { count: countOf("\0", source.text) })]);
}

/** The text of bytes that are well-formed: a quarter of the time that a `TextDecoder` of Node 20 takes. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString("latin1");
  const text = transcode(buffer, "utf8", "utf16le").toString("utf16le");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function notUtf8(path: string, bytes: Uint8Array): Checked<never> {
  const offset = firstInvalidByte(bytes);
  // A lossy text is good enough to show the line that the byte is on.
  const start = new TextDecoder().decode(bytes.subarray(0, offset)).length;
  const source = new Source(path, new TextDecoder().decode(bytes));
  const params = { offset, looksLike: guessEncoding(bytes) };
  return unusable([diagnose("not-utf8", { source, span: { start, end: start + 1 } }, params)]);
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}
