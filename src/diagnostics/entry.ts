/** What a code says in one language: the problem, and what to do about it. */
export interface Words {
  readonly message: string;
  readonly help: string;
}

/**
 * One code of the catalogue.
 *
 * A code is permanent: people mute it, search for it and link to it. The words may change, and may be given in
 * another language by a function of the same parameters.
 */
export interface CatalogueEntry<P> {
  readonly severity: "error" | "warning";
  /** A sentence for the documentation: when this comes up, and why it matters. */
  readonly about: string;
  /** Input that brings it up, for the documentation. */
  readonly example: string;
  /** The same input, mended. */
  readonly instead: string;
  /** The English words. */
  readonly words: (params: P) => Words;
}

/** Define one code; only here so that the parameters' type is written once. */
export function entry<P>(definition: CatalogueEntry<P>): CatalogueEntry<P> {
  return definition;
}

/** `; did you mean "x"?` where there is something near, else nothing. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? "" : `; did you mean ${quoted(nearest)}?`;
}

/** A list for a sentence: `"a", "b" or "c"`, cut after twelve. */
export function oneOf(items: readonly string[]): string {
  const shown = items.slice(0, 12).map(quoted);
  if (items.length > 12) return `${shown.join(", ")} or one of ${items.length - 12} more`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown.at(-1) ?? ""}`;
}

/** Text from a file, in quotation marks, with control and bidirectional formatting characters made visible. */
export function quoted(text: string): string {
  return `"${text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, escapeUnit)}"`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
