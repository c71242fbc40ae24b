import type { FilePath, SitePath } from "./ids.js";

/**
 * Sanitised HTML whose links into the site are not yet written out.
 *
 * The same answer is shown on the feature's page, on its guest's page and in a feed. A link or a picture in it has
 * another relative address in each, and its `id`s may only stand on the first. So the HTML is kept in parts, and
 * rendering a page puts them together.
 */
export type RichText = readonly RichTextPart[];

/** Literal HTML, or something that depends on the page it is shown on. */
export type RichTextPart = string | Reference | OwnId;

/** The value (unescaped, without quotation marks) of an `href` or `src` that points into the site. */
export interface Reference {
  readonly kind: "reference";
  readonly target: Target;
  /** What stands behind `#` or `?` as it was typed, with that mark; empty where there is none. */
  readonly suffix: string;
}

/** Where a reference leads. */
export type Target =
  /** A file of the site's content: another feature, a guest, a page, or a picture. */
  | { readonly to: "file"; readonly file: FilePath }
  /** An address of the site, typed as `/guests/`. */
  | { readonly to: "path"; readonly path: SitePath };

/** An `id` attribute with the space before it; left out where the text is shown away from its own page. */
export interface OwnId {
  readonly kind: "id";
  readonly id: string;
}

/** No text. */
export const emptyRichText: RichText = [];
