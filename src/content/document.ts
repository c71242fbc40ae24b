import type { Source } from "../diagnostics/source.js";
import type { Span } from "../diagnostics/place.js";
import type { FeatureSlug, FilePath, GuestId, LanguageTag, SectionId } from "../model/ids.js";
import type { FeatureFront, GuestFront, PageFront, SectionFront } from "./front-matter.js";

/** A step into a value: a key of a mapping, or an index (from 0) of a list. */
export type KeyPath = readonly (string | number)[];

/** A value from YAML that knows where each part of it was written. */
export interface Located<T> {
  readonly value: T;
  /**
   * Where the value at a path stands in the source. A path that leads nowhere gives its nearest ancestor that was
   * written, and the whole front matter in the end.
   */
  spanOf(path: KeyPath): Span;
  /** Where the key at a path stands. */
  keySpanOf(path: KeyPath): Span;
}

interface DocumentBase<Front> {
  readonly file: FilePath;
  readonly source: Source;
  readonly front: Located<Front>;
  /** The text after the front matter, as offsets into the source. */
  readonly body: Span;
  /** From the file's name: `index.en.md` has `en`; `null` is the original. */
  readonly translation: LanguageTag | null;
  /**
   * What an original and its translations have in common: the name of the file or folder without language and
   * ending, whatever `slug` the front matter gives.
   */
  readonly entry: string;
}

/** A guest's file. */
export interface GuestDocument extends DocumentBase<GuestFront> {
  readonly kind: "guest";
  readonly id: GuestId;
}

/** A feature's file, or the `index.md` of its folder with the sections' files. */
export interface FeatureDocument extends DocumentBase<FeatureFront> {
  readonly kind: "feature";
  /** The `slug` of the front matter, or else the entry. */
  readonly slug: FeatureSlug;
  /** In order. `null` for a feature that is one file: its `## ` headings open the sections. */
  readonly sections: readonly SectionDocument[] | null;
}

/** A section's file in a feature's folder. */
export interface SectionDocument extends DocumentBase<SectionFront> {
  readonly kind: "section";
  /** The file name without its number, or the `id` of the front matter. */
  readonly id: SectionId;
}

/** A page that is no interview. */
export interface PageDocument extends DocumentBase<PageFront> {
  readonly kind: "page";
  /** The entry: its `slug`, where it has one, is in the front matter. */
  readonly id: string;
}
