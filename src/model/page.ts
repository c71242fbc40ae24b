import type { Edition, Feature } from "./feature.js";
import type { Guest } from "./guest.js";
import type { LanguageTag, SitePath, TopicId } from "./ids.js";
import type { FreePage } from "./site.js";

/** One slice of a long list. */
export interface ListSlice {
  /** From 1. */
  readonly number: number;
  /** The addresses of all slices in order. */
  readonly paths: readonly SitePath[];
  readonly features: readonly Feature[];
  /** How many features there are over all slices. */
  readonly total: number;
}

interface PageBase {
  readonly path: SitePath;
  /** The language of the page's own words. */
  readonly language: LanguageTag;
  /** The same page in other languages, itself included; empty where there is only this one. */
  readonly alternates: readonly { readonly language: LanguageTag; readonly path: SitePath }[];
}

/** A page of the site: what it shows, not how. */
export type Page =
  | (PageBase & { readonly kind: "home"; readonly features: readonly Feature[] })
  | (PageBase & { readonly kind: "feature"; readonly feature: Feature; readonly edition: Edition })
  | (PageBase & { readonly kind: "features"; readonly slice: ListSlice })
  | (PageBase & { readonly kind: "guests"; readonly guests: readonly Guest[] })
  | (PageBase & { readonly kind: "guest"; readonly guest: Guest; readonly features: readonly Feature[] })
  | (PageBase & { readonly kind: "topics"; readonly topics: readonly TopicListing[] })
  | (PageBase & { readonly kind: "topic"; readonly topic: TopicListing; readonly slice: ListSlice })
  | (PageBase & {
      readonly kind: "series";
      readonly id: string;
      readonly name: string;
      readonly features: readonly Feature[];
    })
  | (PageBase & { readonly kind: "archive"; readonly years: readonly YearListing[] })
  | (PageBase & { readonly kind: "year"; readonly year: string; readonly slice: ListSlice })
  | (PageBase & { readonly kind: "page"; readonly page: FreePage })
  | (PageBase & { readonly kind: "not-found" });

/** A topic with what is published under it. */
export interface TopicListing {
  readonly id: TopicId;
  readonly path: SitePath;
  readonly features: readonly Feature[];
}

/** A year with what was published in it. */
export interface YearListing {
  /** Four digits. */
  readonly year: string;
  readonly path: SitePath;
  readonly features: readonly Feature[];
}
