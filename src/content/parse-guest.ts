import type { Checked } from "../diagnostics/checked.js";
import type { Source } from "../diagnostics/source.js";
import { guestId } from "../model/ids.js";
import type { GuestDocument } from "./document.js";
import { mapChecked } from "./map-checked.js";
import { keysOf, parseDocument, type DocumentName } from "./parse-document.js";
import { guestSchema } from "./schema/guest.js";

const guest = {
  kind: "a guest",
  required: "name",
  schema: guestSchema,
  keys: keysOf(guestSchema.shape),
  instead: {},
  // A guest whose name is not known would make an unknown speaker of each of its answers.
  vital: ["name", "aliases"],
};

/** Read a guest's file: front matter and biography. A function of the source and its name alone. */
export function parseGuest(source: Source, name: DocumentName): Checked<GuestDocument> {
  return mapChecked(parseDocument(source, name, guest), (parsed) => ({
    ...parsed,
    kind: "guest",
    id: guestId(name.entry),
  }));
}
