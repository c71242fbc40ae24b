import type { z } from "zod";
import { checked, unusable, type Checked } from "../diagnostics/checked.js";
import type { Source } from "../diagnostics/source.js";
import { filePath, type FilePath, type LanguageTag } from "../model/ids.js";
import type { Located } from "./document.js";
import type { Expectation } from "./fence.js";
import type { OwnValues } from "./front-matter.js";
import { readFrontMatter } from "./read-front-matter.js";
import { validate, type Recovery } from "./validate.js";
import type { Span } from "../diagnostics/place.js";

/** What a file's place says of its document. */
export interface DocumentName {
  /** The name of the file or folder without number, language and ending. */
  readonly entry: string;
  /** The language in the file's name; `null` for an original. */
  readonly translation: LanguageTag | null;
}

/** A kind of document: what its front matter must be. */
export interface DocumentKind<T> extends Expectation, Recovery {
  readonly schema: z.ZodType<T>;
  /** Words that are keys in this kind of front matter, at any depth. */
  readonly keys: ReadonlySet<string>;
}

/** What all documents have. */
export interface ParsedDocument<T> extends DocumentName {
  readonly file: FilePath;
  readonly source: Source;
  readonly front: Located<T & OwnValues>;
  readonly body: Span;
}

/** Read a document's front matter and check it against the schema of its kind. */
export function parseDocument<T>(
  source: Source,
  { entry, translation }: DocumentName,
  kind: DocumentKind<T>,
): Checked<ParsedDocument<T>> {
  const matter = readFrontMatter(source, kind, kind.keys);
  if (matter.value === undefined) return unusable(matter.diagnostics);
  const { tree, fence, body } = matter.value;
  const front = validate({ source, tree, opening: fence }, kind.schema, kind);
  const diagnostics = [...matter.diagnostics, ...front.diagnostics];
  if (front.value === undefined) return unusable(diagnostics);
  return checked(
    { file: filePath(source.path), source, front: front.value, body, entry, translation },
    diagnostics,
  );
}

/** The keys of a schema and of the maps inside of it that editors type most. */
export function keysOf(shape: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set([...Object.keys(shape), ...innerKeys]);
}

const innerKeys = ["id", "name", "role", "affiliation", "label", "src", "alt", "caption", "credit", "title", "url", "text", "date", "part", "question", "declined", "expects"];
