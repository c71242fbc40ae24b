import { bytesContent, type Content } from "../io/file-content.js";
import { hashOf } from "../model/hash.js";

/** One file of the site, to be served from memory. */
export interface ServedOutput {
  /** Differs where the bytes differ. */
  readonly hash: string;
  /**
   * The bytes, exactly as a build writes them. Throws a `FileError` where a file that is only copied is gone, and
   * {@link NotKept} where a text has changed that is not in memory.
   */
  readonly open: () => Content;
}

/** An output whose bytes are at hand. @param hash - SHA-256, base64url. */
export function servedBytes(bytes: Uint8Array, hash = hashOf(bytes)): ServedOutput {
  return { hash, open: () => bytesContent(bytes, hash) };
}

/** The last good state of an output cannot be had: the text that it is made from is another by now. */
export class NotKept extends Error {
  override readonly name = "NotKept";

  /** @param cause - Why. */
  constructor(path: string, cause: unknown) {
    super(`${path} is no longer known`, { cause });
  }
}
