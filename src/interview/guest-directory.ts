import type { Figure } from "../model/figure.js";
import type { FilePath, GuestId } from "../model/ids.js";
import { foldName } from "./fold-name.js";

/** What the guest's own file says, as far as a feature needs it, in the language that is being read. */
export interface DirectoryEntry {
  readonly file: FilePath;
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly portrait: Figure | null;
  /** Other spellings and short labels, and the names in other languages. */
  readonly aliases: readonly string[];
}

/** Everyone who has a file in `content/guests`: the questions that a feature may ask of them. */
export interface GuestDirectory {
  readonly get: (id: GuestId) => DirectoryEntry | undefined;
  /** The only guest of the name; names that differ in spaces, width or case are the same. */
  readonly named: (name: string) => GuestId | undefined;
  /** All ids, to suggest from; asked only when one is unknown. */
  readonly ids: () => Iterable<GuestId>;
}

/** A directory of these entries. */
export function guestDirectory(entries: ReadonlyMap<GuestId, DirectoryEntry>): GuestDirectory {
  let index: Map<string, GuestId | undefined> | undefined;
  return {
    get: (id) => entries.get(id),
    named: (name) => {
      index ??= indexNames(entries);
      return index.get(foldName(name));
    },
    ids: () => entries.keys(),
  };
}

/** Made once for a site and not once for a feature; `undefined` stands for a name that two guests have. */
function indexNames(entries: ReadonlyMap<GuestId, DirectoryEntry>): Map<string, GuestId | undefined> {
  const index = new Map<string, GuestId | undefined>();
  for (const [id, { name }] of entries) {
    const folded = foldName(name);
    index.set(folded, index.has(folded) ? undefined : id);
  }
  return index;
}
