import { catalogue, type Code, type ParamsOf } from "./catalogue.js";
import type { Place, Span } from "./place.js";
import { wholeFile } from "./place.js";
import type { Source } from "./source.js";

/** Errors stop a build and cannot be muted; warnings can be muted by code, for a site or a file. */
export type Severity = "error" | "warning";

/** The lines of a file around a place, kept so that a frame can be drawn after the file has changed. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** Another place that belongs to the problem, such as the first of two pages at one address. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/** Something wrong in what a person wrote: what is there, what was expected, and the nearest right thing. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it; empty where the message says it all. */
  readonly help: string;
  readonly place: Place;
  /** Absent where the file has no text to show, such as a picture. */
  readonly excerpt: Excerpt | undefined;
  readonly related: readonly RelatedPlace[];
  /** The particulars that the words were made from, so that they can be said in another language. */
  readonly params: unknown;
}

/** Where a diagnostic points: a span of a text that was read, or a file as a whole. */
export type Where = { readonly source: Source; readonly span: Span } | { readonly file: string };

/**
 * Report a problem from the catalogue.
 *
 * @param code - A permanent code of the catalogue.
 * @param where - A span of a text, or a file.
 * @param params - The particulars that the code's words need.
 * @param related - Other places that belong to the problem.
 */
export function diagnose<C extends Code>(
  code: C,
  where: Where,
  params: ParamsOf<C>,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  const entry = catalogue[code];
  // The union of all entries' functions takes the intersection of their parameters; the signature above has
  // already tied `params` to `code`.
  const words = entry.words as (params: ParamsOf<C>) => { message: string; help: string };
  const { message, help } = words(params);
  const place = placeOf(where);
  const excerpt = "source" in where ? excerptOf(where.source, place) : undefined;
  return { code, severity: entry.severity, message, help, place, excerpt, related, params };
}

/** The place that `where` names. */
export function placeOf(where: Where): Place {
  return "source" in where ? where.source.placeOf(where.span) : wholeFile(where.file);
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: Iterable<Diagnostic>): boolean {
  for (const diagnostic of diagnostics) if (diagnostic.severity === "error") return true;
  return false;
}

/** Order diagnostics as a person would go through them: by file, then by place, then by code. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A minified line of a megabyte must not end up in a terminal, nor in a cache. */
const longestExcerptLine = 4000;

function excerptOf(source: Source, place: Place): Excerpt {
  const firstLine = Math.max(1, place.line - 1);
  const lastLine = Math.min(source.lineCount, Math.min(place.endLine, place.line + 4) + 1);
  const lines: string[] = [];
  for (let line = firstLine; line <= lastLine; line++)
    lines.push(source.lineText(line).slice(0, longestExcerptLine));
  return { firstLine, lines };
}
