import type { Figure } from "../model/figure.js";
import type { FilePath, GuestId } from "../model/ids.js";

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

/** Everyone who has a file in `content/guests`, by id. */
export type GuestDirectory = ReadonlyMap<GuestId, DirectoryEntry>;
