import type { Checked } from "../diagnostics/checked.js";
import type { Source } from "../diagnostics/source.js";
import type { PageDocument } from "./document.js";
import { mapChecked } from "./map-checked.js";
import { keysOf, parseDocument, type DocumentName } from "./parse-document.js";
import { pageSchema } from "./schema/page.js";

const page = {
  kind: "a page",
  required: "title",
  schema: pageSchema,
  keys: keysOf(pageSchema.shape),
  instead: { title: "Untitled" },
  vital: [],
};

/** Read a page that is no interview. A function of the source and its name alone. */
export function parsePage(source: Source, name: DocumentName): Checked<PageDocument> {
  return mapChecked(parseDocument(source, name, page), (parsed) => ({
    ...parsed,
    kind: "page",
    id: name.entry,
  }));
}
