declare const brand: unique symbol;
/** A string that only its own constructor makes, so that ids of two kinds are never mixed up. */
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A guest's id: the file name in `content/guests`, or the slug of a one-off guest's name. */
export type GuestId = Branded<"GuestId">;
/** A feature's slug: the last part of its address. */
export type FeatureSlug = Branded<"FeatureSlug">;
/** A section's id, unique in its feature. */
export type SectionId = Branded<"SectionId">;
/** What stands behind the `#` of an address inside a page, unique in its feature. */
export type Anchor = Branded<"Anchor">;
/** A topic's id, as in `site.yaml`. */
export type TopicId = Branded<"TopicId">;
/** A language tag, as in `zh-Hans` or `en`. @see BCP 47 */
export type LanguageTag = Branded<"LanguageTag">;
/** A file of the site, relative to its root, with `/`: `content/guests/chen-gang.md`. */
export type FilePath = Branded<"FilePath">;
/**
 * An address inside the site, without the base path: it starts with `/`, and ends with `/` where it is a page.
 * Characters beyond ASCII are as a person reads them; they are percent-encoded when they are written.
 */
export type SitePath = Branded<"SitePath">;
/** A calendar date, `2024-03-01`: a day, in no zone. */
export type CalendarDate = Branded<"CalendarDate">;

/** Take a string for an id; the caller has checked its form. */
export const guestId = (text: string): GuestId => text as GuestId;
/** Take a string for a slug; the caller has checked its form. */
export const featureSlug = (text: string): FeatureSlug => text as FeatureSlug;
/** Take a string for a section's id; the caller has checked its form. */
export const sectionId = (text: string): SectionId => text as SectionId;
/** Take a string for an anchor; the caller has checked its form. */
export const anchor = (text: string): Anchor => text as Anchor;
/** Take a string for a topic's id; the caller has checked its form. */
export const topicId = (text: string): TopicId => text as TopicId;
/** Take a string for a language tag; the caller has checked its form. */
export const languageTag = (text: string): LanguageTag => text as LanguageTag;
/** Take a string for a file's path in the site; the caller has checked its form. */
export const filePath = (text: string): FilePath => text as FilePath;
/** Take a string for an address in the site; the caller has checked its form. */
export const sitePath = (text: string): SitePath => text as SitePath;
/** Take a string for a date; the caller has checked its form. */
export const calendarDate = (text: string): CalendarDate => text as CalendarDate;
