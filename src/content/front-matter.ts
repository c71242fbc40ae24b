import type { CalendarDate, TopicId } from "../model/ids.js";

// What each kind of front matter holds once it has been checked: absent optional values are `undefined`, shorthand
// has become its long form (a guest's id alone is `{id}`, one name is a list of one), and strings are as typed.

/** Values that are the site's own: `custom:` and every `x-…` key, untouched. */
export interface OwnValues {
  readonly custom: Readonly<Record<string, unknown>>;
}

/** A guest's front matter. */
export interface GuestFront extends OwnValues {
  readonly name: string;
  readonly role?: string | undefined;
  readonly affiliation?: string | undefined;
  /** As typed: a path beside the file. */
  readonly portrait?: PictureFront | undefined;
  readonly aliases: readonly string[];
  readonly reading?: string | undefined;
  readonly sort?: string | undefined;
  readonly slug?: string | undefined;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly pronouns?: string | undefined;
  readonly honorific?: string | undefined;
}

/** A picture with its words, as typed; `src` alone is enough. */
export interface PictureFront {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A guest as a feature's front matter names one: an id, or what the person was at the time. */
export interface GuestEntry {
  /** Absent for a guest that is declared here, by name. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly portrait?: PictureFront | undefined;
  readonly label?: string | undefined;
}

/** Who is expected to answer each question: everyone, these, or nobody (nothing is checked). */
export type Expects = "all" | "none" | readonly string[];

/** One entry of the list `sections` of a one-file feature. */
export interface SectionEntry {
  readonly id?: string | undefined;
  readonly title: string;
  readonly question?: string | undefined;
  readonly declined: readonly string[];
  readonly expects?: Expects | undefined;
}

/** A feature's front matter. */
export interface FeatureFront extends OwnValues {
  readonly title: string;
  readonly slug?: string | undefined;
  readonly date: CalendarDate;
  readonly guests: readonly GuestEntry[];
  readonly interviewers: readonly { readonly name: string; readonly label?: string | undefined }[];
  readonly kicker?: string | undefined;
  /** Markdown. */
  readonly standfirst?: string | undefined;
  readonly updated?: CalendarDate | undefined;
  readonly language?: string | undefined;
  readonly topics: readonly TopicId[];
  readonly series?: { readonly name: string; readonly part?: number | undefined } | undefined;
  readonly cover?: PictureFront | undefined;
  readonly facsimile?: PictureFront | undefined;
  readonly source?:
    | {
        readonly name: string;
        readonly url?: string | undefined;
        readonly edition?: string | undefined;
        readonly page?: string | undefined;
        readonly date?: CalendarDate | undefined;
      }
    | undefined;
  readonly credits: readonly { readonly work: string; readonly names: readonly string[] }[];
  /** Markdown. */
  readonly edited?: string | undefined;
  readonly recording?:
    | { readonly src: string; readonly type?: string | undefined; /** Seconds. */ readonly duration?: number | undefined }
    | undefined;
  /** `text` is Markdown. */
  readonly corrections: readonly { readonly date: CalendarDate; readonly text: string }[];
  readonly status: "draft" | "published";
  readonly publishAt?: CalendarDate | undefined;
  readonly expires?: CalendarDate | undefined;
  readonly aliases: readonly string[];
  /** `undefined` where the list is not given. */
  readonly sections?: readonly SectionEntry[] | undefined;
  readonly expects?: Expects | undefined;
  readonly voices: readonly string[];
  /** By file name as typed. */
  readonly figures: Readonly<
    Record<string, { readonly alt?: string | undefined; readonly caption?: string | undefined; readonly credit?: string | undefined }>
  >;
  /** Codes of warnings that are not shown for this feature. */
  readonly mute: readonly string[];
}

/** The front matter of a section's file. */
export interface SectionFront extends OwnValues {
  readonly title: string;
  readonly question?: string | undefined;
  readonly declined: readonly string[];
  readonly expects?: Expects | undefined;
  readonly id?: string | undefined;
}

/** The front matter of a page that is no interview. */
export interface PageFront extends OwnValues {
  readonly title: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  readonly navigation?: number | undefined;
  readonly aliases: readonly string[];
}
