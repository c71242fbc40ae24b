import type { Figure } from "./figure.js";
import type { FilePath, GuestId, LanguageTag } from "./ids.js";
import type { TypedLink } from "./interview.js";
import type { RichText } from "./rich-text.js";

/** A person who is interviewed, in one language. */
export interface GuestProfile {
  readonly language: LanguageTag;
  readonly file: FilePath | null;
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly honorific: string | null;
  readonly pronouns: string | null;
  readonly portrait: Figure | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly biography: RichText;
  /** Links into the site that the biography has, to be checked. */
  readonly typedLinks: readonly TypedLink[];
}

/** A person who is interviewed. */
export interface Guest {
  readonly id: GuestId;
  /** As in the guest's own file, or as in the feature that declares the guest. */
  readonly profile: GuestProfile;
  readonly translations: readonly GuestProfile[];
  readonly aliases: readonly string[];
  /** How the name is read, in Latin letters; what the order and the slug follow. */
  readonly sortKey: string;
  /** Whether the guest has no file of its own and is declared in one feature only. */
  readonly oneOff: boolean;
}

/** A guest as of one interview: what the person was at the time. */
export interface Appearance {
  readonly id: GuestId;
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly portrait: Figure | null;
  /** The short form in the margin and in the transcript, where the feature gives one. */
  readonly label: string | null;
}
