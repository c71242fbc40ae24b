import type { GuestDocument } from "../content/document.js";
import type { Checked } from "../diagnostics/checked.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { guestDirectory, type DirectoryEntry, type GuestDirectory } from "../interview/guest-directory.js";
import type { GuestProfile } from "../model/guest.js";
import type { GuestId, LanguageTag } from "../model/ids.js";
import { inLanguage } from "./languages.js";
import { completeProfile } from "./read-guest.js";

/** A guest with a file in `content/guests`. */
export interface KnownGuest {
  readonly id: GuestId;
  readonly document: GuestDocument;
  readonly profile: GuestProfile;
  readonly translations: readonly GuestProfile[];
  /** Other spellings and short labels, in all languages. */
  readonly aliases: readonly string[];
}

/** Everyone who has a file, with what features need to know of them. */
export interface GuestBook {
  readonly guests: readonly KnownGuest[];
  /** The directory for features of a language: names as that language writes them. */
  readonly directoryIn: (language: LanguageTag) => GuestDirectory;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read all guests' files, each original with its translations.
 *
 * @param readGuest - Reads one file, in the language that it is in.
 */
export function readGuestBook(
  documents: readonly GuestDocument[],
  language: LanguageTag,
  readGuest: (document: GuestDocument, language: LanguageTag) => Checked<GuestProfile>,
): GuestBook {
  const diagnostics: Diagnostic[] = [];
  const read = (document: GuestDocument): GuestProfile[] => {
    const { value, diagnostics: found } = readGuest(document, document.translation ?? language);
    diagnostics.push(...found);
    return value ? [value] : [];
  };
  const translationsOf = groupByEntry(documents.filter(({ translation }) => translation !== null));
  const guests = documents
    .filter(({ translation }) => translation === null)
    .flatMap((document) =>
      read(document).map((profile): KnownGuest => {
        const others = translationsOf.get(document.entry) ?? [];
        const aliases = [document, ...others].flatMap(({ front }) => front.value.aliases);
        const translations = others.flatMap(read).map((each) => completeProfile(each, profile));
        return { id: document.id, document, profile, translations, aliases: [...new Set(aliases)] };
      }),
    );
  const directories = new Map<LanguageTag, GuestDirectory>();
  const directoryIn = (wanted: LanguageTag): GuestDirectory => {
    const made =
      directories.get(wanted) ??
      guestDirectory(new Map(guests.map((guest) => [guest.id, entryOf(guest, wanted)])));
    directories.set(wanted, made);
    return made;
  };
  return { guests, directoryIn, diagnostics };
}

function groupByEntry(documents: readonly GuestDocument[]): Map<string, GuestDocument[]> {
  const groups = new Map<string, GuestDocument[]>();
  for (const document of documents) {
    const group = groups.get(document.entry);
    if (group) group.push(document);
    else groups.set(document.entry, [document]);
  }
  return groups;
}

function entryOf(
  { document, profile, translations, aliases }: KnownGuest,
  language: LanguageTag,
): DirectoryEntry {
  const shown = inLanguage(profile, translations, language);
  const names = [profile, ...translations].map(({ name }) => name).filter((name) => name !== shown.name);
  const { name, role, affiliation, portrait } = shown;
  return { file: document.file, name, role, affiliation, portrait, aliases: [...aliases, ...names] };
}
