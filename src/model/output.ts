import type { FilePath } from "./ids.js";

/**
 * One file of the generated site.
 *
 * `path` is relative to the output folder, with `/`, and is not percent-encoded: `features/spring-duty/index.html`.
 */
export type Output =
  | { readonly path: string; readonly content: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  /** The bytes of a file of the site, unchanged. */
  | { readonly path: string; readonly copyOf: FilePath };
