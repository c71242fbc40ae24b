import type { Content } from "../io/file-content.js";

/** One file of the site, to be served from memory. */
export interface ServedOutput {
  /** Differs where the bytes differ. */
  readonly hash: string;
  /** The bytes, exactly as a build writes them. Throws a `FileError` where a file that is only copied is gone. */
  readonly open: () => Content;
}
