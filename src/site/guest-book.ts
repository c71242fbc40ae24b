import { guestDirectory, type DirectoryEntry, type GuestDirectory } from "../interview/guest-directory.js";
import type { GuestProfile } from "../model/guest.js";
import type { FilePath, GuestId, LanguageTag } from "../model/ids.js";
import { inLanguage } from "./languages.js";
import { completeProfile, type GuestFile } from "./read-guest.js";

/** A guest with a file in `content/guests`. */
export interface KnownGuest {
  readonly id: GuestId;
  /** The original. */
  readonly file: FilePath;
  readonly profile: GuestProfile;
  readonly translations: readonly GuestProfile[];
  /** Other spellings and short labels, in all languages. */
  readonly aliases: readonly string[];
  /** How the name is sorted, where the file says so. */
  readonly sort: string | null;
}

/** Everyone who has a file, with what features need to know of them. */
export interface GuestBook {
  readonly guests: readonly KnownGuest[];
  /** The directory for features of a language: names as that language writes them. */
  readonly directoryIn: (language: LanguageTag) => GuestDirectory;
}

/** Put all guests' files together, each original with its translations. */
export function guestBookOf(files: readonly GuestFile[]): GuestBook {
  const translationsOf = groupByEntry(files.filter(({ translation }) => translation !== null));
  const guests = files
    .filter(({ translation }) => translation === null)
    .map((original): KnownGuest => {
      const { id, file, profile, sort } = original;
      const others = translationsOf.get(original.entry) ?? [];
      const aliases = new Set([original, ...others].flatMap((each) => each.aliases));
      const translations = others.map((each) => completeProfile(each.profile, profile));
      return { id, file, profile, translations, aliases: [...aliases], sort };
    });
  const directories = new Map<LanguageTag, GuestDirectory>();
  const directoryIn = (wanted: LanguageTag): GuestDirectory => {
    const made =
      directories.get(wanted) ??
      guestDirectory(new Map(guests.map((guest) => [guest.id, entryOf(guest, wanted)])));
    directories.set(wanted, made);
    return made;
  };
  return { guests, directoryIn };
}

function groupByEntry(files: readonly GuestFile[]): Map<string, GuestFile[]> {
  const groups = new Map<string, GuestFile[]>();
  for (const file of files) {
    const group = groups.get(file.entry);
    if (group) group.push(file);
    else groups.set(file.entry, [file]);
  }
  return groups;
}

function entryOf(
  { file, profile, translations, aliases }: KnownGuest,
  language: LanguageTag,
): DirectoryEntry {
  const shown = inLanguage(profile, translations, language);
  const names = [profile, ...translations].map(({ name }) => name).filter((name) => name !== shown.name);
  const { name, role, affiliation, portrait } = shown;
  return { file, name, role, affiliation, portrait, aliases: [...aliases, ...names] };
}
