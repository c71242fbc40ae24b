import type { LinkView, PictureView } from "./common.js";

/** A person in a list, in a feature's cast, or beside an answer. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Where the name is in a language that is not the page's. */
  readonly language: string | null;
  /** One character for a mark: a surname's character, or a Latin initial. */
  readonly initial: string;
  /** Role and affiliation, in the person's own words; in a feature, as of the interview. */
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly portrait: PictureView | null;
  /** To the guest's own page; `null` on a site without such pages. */
  readonly href: string | null;
  /** From 1, in the order of the feature's cast: picks the hue and the comparison's column. 0 outside a cast. */
  readonly seat: number;
}

/** A guest of a feature. */
export interface CastMemberView extends PersonView {
  /** The short form in the margin: a label where the feature gives one, else the name. */
  readonly label: string;
  /** How many turns the guest answers in this feature. */
  readonly answerCount: number;
  /** The first answer: `#measures-chen-gang`; `null` where the guest never speaks. */
  readonly firstAnswer: string | null;
  /** The anchor of the reading that shows this guest alone: `by-chen-gang`. */
  readonly readingId: string;
}

/** A guest on the page of all guests. */
export interface GuestItemView extends PersonView {
  readonly href: string;
  readonly featureCount: number;
  /** How the name is read in Latin letters, where the name is in Han characters and a reading is known. */
  readonly reading: string | null;
}

/** What a guest's own page tells of the guest. */
export interface GuestDetailView extends PersonView {
  readonly href: string;
  readonly honorific: string | null;
  readonly pronouns: string | null;
  readonly links: readonly LinkView[];
  readonly biographyHtml: string;
  /** Whether the biography is in another language for want of a translation; its language then. */
  readonly biographyLanguage: string | null;
  readonly aliases: readonly string[];
}
