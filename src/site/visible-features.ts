import type { Edition, Feature, HiddenEdition, Publication } from "../model/feature.js";
import type { CalendarDate } from "../model/ids.js";

/** What decides whether a feature is shown. */
export interface Visibility {
  /** The day of the build in the site's time zone. */
  readonly today: CalendarDate;
  /** Show drafts, and what is not out yet. */
  readonly drafts: boolean;
}

/** Why a feature is not shown. */
export type WhyHidden = HiddenEdition["why"];

/** Why something is not shown; `undefined` where it is. Its last day is still one on which it is shown. */
export function hiddenBecause(
  { status, publishAt, expires }: Publication,
  { today, drafts }: Visibility,
): WhyHidden | undefined {
  if (expires !== null && expires < today) return "expired";
  if (drafts) return undefined;
  if (status === "draft") return "draft";
  return publishAt !== null && publishAt > today ? "scheduled" : undefined;
}

/** The editions that are not shown. A hidden original hides its translations. */
export function hiddenEditions(features: readonly Feature[], visibility: Visibility): HiddenEdition[] {
  return features.flatMap(({ original, translations }) => {
    const whole = hiddenBecause(original.publication, visibility);
    return [original, ...translations].flatMap((edition) => {
      const { publication } = whole ? original : edition;
      const why = whole ?? hiddenBecause(publication, visibility);
      return why ? [{ edition, why, day: dayOf(why, publication) }] : [];
    });
  });
}

function dayOf(why: WhyHidden, { publishAt, expires }: Publication): CalendarDate | null {
  switch (why) {
    case "draft":
      return null;
    case "scheduled":
      return publishAt;
    case "expired":
      return expires;
  }
}

/** The features that are shown, each with those of its translations that are; none is without its original. */
export function shownFeatures(features: readonly Feature[], visibility: Visibility): Feature[] {
  const isShown = ({ publication }: Edition) => hiddenBecause(publication, visibility) === undefined;
  return features
    .filter(({ original }) => isShown(original))
    .map((feature) => ({ ...feature, translations: feature.translations.filter(isShown) }));
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
