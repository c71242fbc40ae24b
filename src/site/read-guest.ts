import type { GuestDocument } from "../content/document.js";
import { checked, type Checked } from "../diagnostics/checked.js";
import { findPicture, type PictureLookup } from "../interview/find-picture.js";
import type { Figure } from "../model/figure.js";
import type { GuestProfile } from "../model/guest.js";
import type { LanguageTag } from "../model/ids.js";
import { readBody } from "./read-body.js";

/**
 * Read what a guest's file says of the guest, biography and portrait included.
 *
 * @param language - Of the file: the site's own, or that of the translation.
 */
export function readGuest(
  document: GuestDocument,
  language: LanguageTag,
  context: PictureLookup,
): Checked<GuestProfile> {
  const { front, file } = document;
  const { name, role = null, affiliation = null, honorific = null, pronouns = null, links } = front.value;
  const body = readBody(document, context);
  const portrait = readPortrait(document, context);
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
  return checked(profile, [...portrait.diagnostics, ...body.diagnostics]);
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

function readPortrait(document: GuestDocument, context: PictureLookup): Checked<Figure | null> {
  const { front, source, file } = document;
  const { portrait, name } = front.value;
  if (portrait === undefined) return checked(null);
  const where = { source, span: front.spanOf(["portrait", "src"]) };
  const { picture, diagnostics } = findPicture(portrait.src, file, where, context);
  if (picture === undefined) return checked(null, diagnostics);
  // A portrait shows its person; the name is what somebody who does not see it needs.
  const { alt = name, caption = null, credit = null } = portrait;
  return checked({ picture, alt, caption, credit }, diagnostics);
}
