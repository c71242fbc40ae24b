import { wholeFile } from "../diagnostics/place.js";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Edition, Feature } from "../model/feature.js";
import type { Appearance, Guest, GuestProfile } from "../model/guest.js";
import type { GuestId } from "../model/ids.js";
import { foldName } from "../interview/fold-name.js";
import type { GuestBook, KnownGuest } from "./guest-book.js";

/** Reads a person's name in Latin letters, surname first where it is written so. */
export type NameReader = (name: string) => string;

/** Everyone with a file, and everyone whom a feature declares, with the features of each. */
export interface AssembledGuests {
  readonly guests: readonly Guest[];
  /** In the order of the features given. */
  readonly featuresOf: ReadonlyMap<GuestId, readonly Feature[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bring guests and features together, both ways.
 *
 * A guest without a file who is declared in several features under one id is one person, described as in the newest.
 *
 * @param features - The features that are shown, newest first.
 */
export function assembleGuests(
  book: GuestBook,
  features: readonly Feature[],
  readName: NameReader,
): AssembledGuests {
  const featuresOf = new Map<GuestId, Feature[]>(book.guests.map(({ id }) => [id, []]));
  const declared = new Map<GuestId, Declaration>();
  const diagnostics: Diagnostic[] = [];
  for (const feature of features) {
    for (const appearance of feature.original.masthead.guests) {
      const heard = featuresOf.get(appearance.id);
      if (heard) heard.push(feature);
      else featuresOf.set(appearance.id, [feature]);
      if (heard && !declared.has(appearance.id)) continue;
      const first = declared.get(appearance.id);
      if (first === undefined) declared.set(appearance.id, { appearance, feature });
      else if (foldName(first.appearance.name) !== foldName(appearance.name))
        diagnostics.push(differing(appearance, feature.original, first));
    }
  }
  const guests = [
    ...book.guests.map((known) => guestOf(known, readName)),
    ...Array.from(declared.values(), (declaration) => oneOff(declaration, readName)),
  ];
  return { guests, featuresOf, diagnostics };
}

/** Where a guest without a file is described. */
interface Declaration {
  readonly appearance: Appearance;
  readonly feature: Feature;
}

function differing({ id, name }: Appearance, { file }: Edition, first: Declaration): Diagnostic {
  const related = [{ message: "the other feature", place: wholeFile(first.feature.original.file) }];
  return diagnose("differing-guest", { file }, { id, name, other: first.appearance.name }, related);
}

function guestOf({ id, profile, translations, aliases, sort }: KnownGuest, readName: NameReader): Guest {
  return {
    id,
    profile,
    translations,
    aliases,
    sortKey: sort ?? readName(profile.name),
    oneOff: false,
  };
}

function oneOff({ appearance, feature }: Declaration, readName: NameReader): Guest {
  const translations = feature.translations.flatMap(({ masthead, language }) => {
    const same = masthead.guests.find(({ id }) => id === appearance.id);
    return same ? [profileOf(same, language)] : [];
  });
  return {
    id: appearance.id,
    profile: profileOf(appearance, feature.original.language),
    translations,
    aliases: [],
    sortKey: readName(appearance.name),
    oneOff: true,
  };
}

function profileOf(
  { name, role, affiliation, portrait }: Appearance,
  language: Edition["language"],
): GuestProfile {
  return {
    language,
    file: null,
    name,
    role,
    affiliation,
    honorific: null,
    pronouns: null,
    portrait,
    links: [],
    biography: [],
    typedLinks: [],
  };
}
