import type { Feature } from "../model/feature.js";
import type { CalendarDate } from "../model/ids.js";

/** What decides whether a feature is shown. */
export interface Visibility {
  /** The day of the build in the site's time zone. */
  readonly today: CalendarDate;
  /** Show drafts, and what is not out yet. */
  readonly drafts: boolean;
}

/** Why a feature is not shown. */
export type WhyHidden = "draft" | "scheduled" | "expired";

/** Why a feature is not shown; `undefined` where it is. Its last day is still one on which it is shown. */
export function hiddenBecause(feature: Feature, { today, drafts }: Visibility): WhyHidden | undefined {
  if (feature.expires !== null && feature.expires < today) return "expired";
  if (drafts) return undefined;
  if (feature.status === "draft") return "draft";
  return feature.publishAt !== null && feature.publishAt > today ? "scheduled" : undefined;
}

/** Features newest first; those of one day by slug, so that the order never depends on the disk. */
export function newestFirst(features: readonly Feature[]): Feature[] {
  return [...features].sort(
    (a, b) =>
      compare(b.original.masthead.date, a.original.masthead.date) ||
      partOf(b) - partOf(a) ||
      compare(a.slug, b.slug),
  );
}

/** A later part of a series counts as newer where both came out on one day. */
function partOf(feature: Feature): number {
  return feature.original.masthead.series?.part ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
