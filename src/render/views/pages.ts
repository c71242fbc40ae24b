import type { CitationView } from "./citation.js";
import type {
  CommonView,
  DateView,
  FigureView,
  LinkView,
  NameView,
  PaginationView,
  PictureView,
} from "./common.js";
import type { BlockView, SectionView, TurnView } from "./interview.js";
import type { CastMemberView, GuestDetailView, GuestItemView, PersonView } from "./people.js";
import type { RecordingView } from "./recording.js";

/** A feature in a list. */
export interface FeatureItemView {
  readonly title: string;
  readonly href: string;
  readonly kicker: string | null;
  /** Plain words. */
  readonly summary: string;
  readonly date: DateView;
  readonly guests: readonly PersonView[];
  readonly cover: PictureView | null;
  /** One sentence that somebody said: the first pull quote, or `null`. */
  readonly quote: { readonly text: string; readonly name: string; readonly href: string } | null;
  /** Minutes, at least 1. */
  readonly readingMinutes: number;
  /** Where the feature is in a language that is not the page's (there is no translation). */
  readonly language: string | null;
  /** The name of that language, in the page's: Chinese. `null` where the feature is in the page's language. */
  readonly languageName: string | null;
  readonly topics: readonly NameView[];
}

/** `/` */
export interface HomeView extends CommonView {
  readonly kind: "home";
  /** The newest feature; `null` on a site without any. */
  readonly lead: FeatureItemView | null;
  readonly features: readonly FeatureItemView[];
  /** To the list of all; `null` where these are all, or the site has no such list. */
  readonly more: string | null;
  /** Those heard most often first, at most twelve; none on a site without pages of guests. */
  readonly guests: readonly GuestItemView[];
  /** None on a site without pages of topics. */
  readonly topics: readonly TopicItemView[];
}

/** `/features/<slug>/` */
export interface FeatureView extends CommonView {
  readonly kind: "feature";
  readonly feature: {
    readonly slug: string;
    readonly kicker: string | null;
    readonly standfirstHtml: string;
    readonly date: DateView;
    readonly updated: DateView | null;
    readonly readingMinutes: number;
    readonly cast: readonly CastMemberView[];
    readonly interviewers: readonly string[];
    readonly credits: readonly {
      readonly work: string;
      readonly label: string;
      readonly names: readonly string[];
    }[];
    readonly topics: readonly NameView[];
    readonly series: {
      readonly name: string;
      readonly part: number | null;
      /** `null` on a site without pages of series. */
      readonly href: string | null;
    } | null;
    readonly cover: FigureView | null;
    readonly facsimile: FigureView | null;
    readonly source: {
      readonly name: string;
      readonly url: string | null;
      readonly edition: string | null;
      readonly page: string | null;
      readonly date: DateView | null;
    } | null;
    readonly editedHtml: string;
    readonly recording: RecordingView | null;
    readonly corrections: readonly { readonly date: DateView; readonly html: string }[];
    readonly intro: readonly BlockView[];
    readonly sections: readonly SectionView[];
    /** Whether a table of contents is worth showing. */
    readonly hasContents: boolean;
    /** Whether there is something to compare: two guests or more answer one question. */
    readonly comparable: boolean;
    readonly notesHtml: string;
    /** The original, where this is a translation. */
    readonly translationOf: LinkView | null;
    /** The day on which the original was changed since this translation was last worked on. */
    readonly changedSince: DateView | null;
    readonly draft: boolean;
    /** The neighbours by date. */
    readonly newer: LinkView | null;
    readonly older: LinkView | null;
    /** How to cite it. */
    readonly citation: CitationView;
    readonly custom: Readonly<Record<string, unknown>>;
  };
}

/** `/features/`, `/features/page/2/` */
export interface FeaturesView extends CommonView {
  readonly kind: "features";
  readonly features: readonly FeatureItemView[];
  readonly pagination: PaginationView;
  readonly total: number;
}

/** `/guests/` */
export interface GuestsView extends CommonView {
  readonly kind: "guests";
  /** Grouped as an index is: by the first letter of the reading. */
  readonly groups: readonly { readonly letter: string; readonly guests: readonly GuestItemView[] }[];
  readonly total: number;
}

/** `/guests/<id>/` */
export interface GuestView extends CommonView {
  readonly kind: "guest";
  readonly guest: GuestDetailView;
  readonly interviews: readonly GuestInterviewView[];
  readonly answerCount: number;
}

/** One interview on a guest's page: the role at the time, and every answer with its question. */
export interface GuestInterviewView {
  readonly feature: FeatureItemView;
  readonly person: PersonView;
  readonly answers: readonly {
    readonly section: string | null;
    /** Whether this is the first answer of its section; `false` where there are no sections. */
    readonly opensSection: boolean;
    readonly questions: readonly TurnView[];
    readonly answers: readonly TurnView[];
  }[];
}

/** A topic in a list. */
export interface TopicItemView extends LinkView {
  readonly id: string;
  readonly featureCount: number;
  /** The newest first, at most three. */
  readonly newest: readonly FeatureItemView[];
}

/** `/topics/` */
export interface TopicsView extends CommonView {
  readonly kind: "topics";
  readonly topics: readonly TopicItemView[];
}

/** `/topics/<id>/` */
export interface TopicView extends CommonView {
  readonly kind: "topic";
  readonly features: readonly FeatureItemView[];
  readonly pagination: PaginationView;
  readonly total: number;
  readonly guests: readonly GuestItemView[];
}

/** `/series/<id>/` */
export interface SeriesView extends CommonView {
  readonly kind: "series";
  readonly parts: readonly { readonly part: number | null; readonly feature: FeatureItemView }[];
}

/** `/archive/` */
export interface ArchiveView extends CommonView {
  readonly kind: "archive";
  readonly years: readonly {
    readonly year: string;
    readonly href: string;
    readonly featureCount: number;
    readonly features: readonly FeatureItemView[];
  }[];
}

/** `/archive/<year>/` */
export interface YearView extends CommonView {
  readonly kind: "year";
  readonly year: string;
  readonly months: readonly { readonly name: string; readonly features: readonly FeatureItemView[] }[];
  readonly pagination: PaginationView;
  readonly total: number;
}

/** A page that is no interview. */
export interface FreePageView extends CommonView {
  readonly kind: "page";
  readonly bodyHtml: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** `/404.html` */
export interface NotFoundView extends CommonView {
  readonly kind: "not-found";
  readonly newest: readonly FeatureItemView[];
}

/** What a page's template gets. */
export type PageView =
  | HomeView
  | FeatureView
  | FeaturesView
  | GuestsView
  | GuestView
  | TopicsView
  | TopicView
  | SeriesView
  | ArchiveView
  | YearView
  | FreePageView
  | NotFoundView;
