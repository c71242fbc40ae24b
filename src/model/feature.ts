import type { Digest } from "./digest.js";
import type { Figure } from "./figure.js";
import type { Appearance } from "./guest.js";
import type { CalendarDate, FeatureSlug, FilePath, LanguageTag, SitePath, TopicId } from "./ids.js";
import type { Interview } from "./interview.js";
import type { RichText } from "./rich-text.js";
import type { Speaker } from "./speaker.js";

/** What a feature's front matter says, resolved: defaults applied, guests looked up, pictures measured. */
export interface Masthead {
  readonly title: string;
  readonly kicker: string | null;
  readonly standfirst: RichText;
  /** The standfirst, or else the start of the text, as plain words: for lists, feeds and descriptions. */
  readonly summary: string;
  readonly date: CalendarDate;
  readonly updated: CalendarDate | null;
  readonly guests: readonly Appearance[];
  readonly interviewers: readonly Extract<Speaker, { kind: "interviewer" }>[];
  readonly topics: readonly TopicId[];
  readonly series: { readonly id: string; readonly name: string; readonly part: number | null } | null;
  readonly cover: Figure | null;
  /** A scan of the printed page. */
  readonly facsimile: Figure | null;
  readonly source: PrintSource | null;
  readonly credits: readonly Credit[];
  /** How the talk was condensed and edited. */
  readonly edited: RichText;
  readonly recording: {
    readonly src: string;
    readonly type: string | null;
    readonly duration: number | null;
  } | null;
  readonly corrections: readonly { readonly date: CalendarDate; readonly text: RichText }[];
  /** The site's own values: `custom:` and every `x-…` key, untouched. */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** Where the feature was published first. */
export interface PrintSource {
  readonly name: string;
  readonly url: string | null;
  readonly edition: string | null;
  readonly page: string | null;
  readonly date: CalendarDate | null;
}

/** Who did what: `{work: "photos", names: ["Liu Wei"]}`; `work` is the key as typed. */
export interface Credit {
  readonly work: string;
  readonly names: readonly string[];
}

/** Whether and when something is to be read; a translation may come out later than its original. */
export interface Publication {
  readonly status: "draft" | "published";
  /** The first day, or `null` where it does not wait. */
  readonly publishAt: CalendarDate | null;
  /** The last day, or `null` where it stays. */
  readonly expires: CalendarDate | null;
}

/** A feature in one language: its original, or a translation. */
export interface Edition {
  readonly slug: FeatureSlug;
  readonly language: LanguageTag;
  readonly original: boolean;
  readonly path: SitePath;
  readonly file: FilePath;
  readonly publication: Publication;
  readonly masthead: Masthead;
  readonly digest: Digest;
  /** Differs where anything does that the edition was made from; with the interview, it follows a text that is saved. */
  readonly fingerprint: string;
  /** Read from its file when it is asked for, each time anew: only the pages that show it ask. */
  readonly interview: Interview;
}

/** An interview feature in all its languages. */
export interface Feature {
  readonly slug: FeatureSlug;
  readonly original: Edition;
  readonly translations: readonly Edition[];
  /** Old addresses that lead here. */
  readonly aliases: readonly SitePath[];
}

/** An edition that readers do not see. */
export interface HiddenEdition {
  readonly edition: Edition;
  readonly why: "draft" | "scheduled" | "expired";
  /** The first day, or the last one that has passed; `null` for a draft. A translation goes with its original. */
  readonly day: CalendarDate | null;
}
