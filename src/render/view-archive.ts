import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { featureItem, pagination } from "./view-lists.js";
import type { ViewScope } from "./view-scope.js";
import type { ArchiveView, FeatureItemView, YearView } from "./views/pages.js";

/** `/archive/`: every feature by year. */
export function archiveView({ years }: PageOf<"archive">, scope: ViewScope): ArchiveView {
  return pageView(
    scope,
    {
      kind: "archive",
      title: scope.words.say("nav.archive"),
      breadcrumbs: wayBy(scope),
    },
    {
      years: years.map(({ year, path, features }) => ({
        year,
        href: scope.href(path),
        featureCount: features.length,
        features: features.map((feature) => featureItem(feature, scope)),
      })),
    },
  );
}

/** `/archive/<year>/`: the features of a year by month. */
export function yearView({ year, slice }: PageOf<"year">, scope: ViewScope): YearView {
  const dates = scope.context.dates(scope.language);
  const months = new Map<string, FeatureItemView[]>();
  for (const feature of slice.features) {
    const name = dates.month(feature.original.masthead.date);
    const month = months.get(name);
    if (month) month.push(featureItem(feature, scope));
    else months.set(name, [featureItem(feature, scope)]);
  }
  return pageView(
    scope,
    {
      kind: "year",
      title: year,
      breadcrumbs: wayBy(scope, "archive"),
      slice: slice.number,
    },
    {
      year,
      months: [...months].map(([name, features]) => ({ name, features })),
      pagination: pagination(slice, scope),
      total: slice.total,
    },
  );
}
