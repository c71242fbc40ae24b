import type { ImportInput, Imported, ImportOptions } from "./import-contract.js";
import { importMany } from "./import-many.js";

export type { ImportInput, Imported, ImportOptions } from "./import-contract.js";

/**
 * Turn one text (pasted plain text, or a transcript in Markdown) into the files of a feature.
 *
 * The format follows from the ending: `.md`, `.markdown` and `.mdown` are Markdown, all else is plain text.
 */
export function importTranscript(input: ImportInput, options: ImportOptions = {}): Imported {
  return importMany([input], options);
}
