import type { GuestDocument } from "../content/document.js";
import { checked, type Checked } from "../diagnostics/checked.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { readPortrait } from "../interview/read-portrait.js";
import type { GuestProfile } from "../model/guest.js";
import type { FilePath, GuestId, LanguageTag } from "../model/ids.js";
import { readBody } from "./read-body.js";

/** What a guest's file says, in one language. Plain data, which may be written down and read again. */
export interface GuestFile {
  readonly id: GuestId;
  readonly file: FilePath;
  /** What an original and its translations have in common. */
  readonly entry: string;
  /** The language of a translation; `null` for an original. */
  readonly translation: LanguageTag | null;
  readonly profile: GuestProfile;
  /** Other spellings and short labels. */
  readonly aliases: readonly string[];
  /** How the name is sorted, where the file says so. */
  readonly sort: string | null;
}

/**
 * Read what a guest's file says of the guest, biography and portrait included.
 *
 * @param language - Of the file: the site's own, or that of the translation.
 */
export function readGuest(
  document: GuestDocument,
  language: LanguageTag,
  context: PictureLookup,
): Checked<GuestFile> {
  const { front, file, id, entry, translation } = document;
  const { aliases, sort, reading } = front.value;
  const { name, role = null, affiliation = null, honorific = null, pronouns = null, links } = front.value;
  const body = readBody(document, context);
  const portrait = readPortrait(front.value.portrait, name, document, ["portrait"], context);
  const profile: GuestProfile = {
    language,
    file,
    name,
    role,
    affiliation,
    honorific,
    pronouns,
    portrait: portrait.value ?? null,
    links,
    biography: body.html,
    typedLinks: body.links,
  };
  const guest = { id, file, entry, translation, profile, aliases, sort: sort ?? reading ?? null };
  return checked(guest, [...portrait.diagnostics, ...body.diagnostics]);
}

/** What a translation does not say of the guest is as in the original. */
export function completeProfile(translation: GuestProfile, original: GuestProfile): GuestProfile {
  return {
    ...translation,
    role: translation.role ?? original.role,
    affiliation: translation.affiliation ?? original.affiliation,
    honorific: translation.honorific ?? original.honorific,
    pronouns: translation.pronouns ?? original.pronouns,
    portrait: translation.portrait ?? original.portrait,
    links: translation.links.length > 0 ? translation.links : original.links,
  };
}
