import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ImportedFile, PictureCopy } from "./feature-plan.js";

/** A text to import. */
export interface ImportInput {
  /** Where it is from, with `/`; its name gives the slug of a feature that has no better one, its ending the format. */
  readonly path: string;
  readonly text: string;
  /** Whether nobody named it: it lies in a folder that is imported, among interviews and whatever else is there. */
  readonly found?: boolean | undefined;
}

/** What the person who imports says; everything is optional. */
export interface ImportOptions {
  /** Names or labels of those who ask. */
  readonly interviewers?: readonly string[] | undefined;
  /** For one text only. */
  readonly title?: string | undefined;
  /** `2024-03-01`; for a folder, the date of every text that has none. */
  readonly date?: string | undefined;
  /** BCP 47; written into the features. */
  readonly language?: string | undefined;
  /** The site's own language, BCP 47: a text that is written in another one gets its language into the feature. */
  readonly siteLanguage?: string | undefined;
  /** For one text only: the last part of the address. */
  readonly slug?: string | undefined;
  /**
   * A folder with a file for each section, or one file. Left open, a pasted text whose sections all have titles becomes
   * a folder, and all else one file.
   */
  readonly as?: "folder" | "file" | undefined;
  /** Guests of the site by id, with their names, so that nobody gets a second file. */
  readonly guests?: ReadonlyMap<string, string> | undefined;
  /** Slugs of features that the site has, for a folder's texts to keep clear of. */
  readonly takenSlugs?: ReadonlySet<string> | undefined;
  /** Whether the picture that a text names (relative to the text) lies there; none do where this is not given. */
  readonly pictureExists?: ((path: string, src: string) => boolean) | undefined;
}

/** One feature that was imported, in figures. */
export interface ImportReport {
  /** The text it was made from. */
  readonly from: string;
  readonly slug: string;
  readonly title: string;
  /** `content/features/spring-duty/index.md`, or the one file. */
  readonly path: string;
  readonly draft: boolean;
  readonly sections: number;
  readonly questions: number;
  readonly turns: number;
  readonly pictures: number;
  readonly speakers: readonly {
    readonly name: string;
    readonly kind: "guest" | "interviewer" | "voice";
    readonly turns: number;
  }[];
}

/** What an import makes. Nothing is written and nothing is overwritten here: that is for the command to decide. */
export interface Imported {
  /** Relative to the site's root, with `/`; sorted by path. */
  readonly files: readonly ImportedFile[];
  /** Pictures that lie beside the texts; `from` is relative to the text that `of` names. */
  readonly copies: readonly (PictureCopy & { readonly of: string })[];
  /** What a person must fill in or confirm, as sentences; those about one text begin with its path where there are many. */
  readonly todo: readonly string[];
  readonly reports: readonly ImportReport[];
  readonly diagnostics: readonly Diagnostic[];
}
