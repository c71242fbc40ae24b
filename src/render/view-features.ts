import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { editionOf, featureItem, pagination } from "./view-lists.js";
import type { ViewScope } from "./view-scope.js";
import type { FeaturesView, SeriesView } from "./views/pages.js";

/** `/features/`, `/features/page/2/`: all features, newest first. */
export function featuresView({ slice }: PageOf<"features">, scope: ViewScope): FeaturesView {
  return pageView(
    scope,
    {
      kind: "features",
      title: scope.words.say("nav.features"),
      breadcrumbs: wayBy(scope),
      slice: slice.number,
    },
    {
      features: slice.features.map((feature) => featureItem(feature, scope)),
      pagination: pagination(slice, scope),
      total: slice.total,
    },
  );
}

/** `/series/<id>/`: the parts of a series, in their order. */
export function seriesView({ id, name, features }: PageOf<"series">, scope: ViewScope): SeriesView {
  const editions = features.map((feature) => editionOf(feature, scope));
  // A translation may translate the name of its series, too.
  const own = editions.find(
    ({ language, masthead }) => language === scope.language && masthead.series?.id === id,
  )?.masthead.series?.name;
  const named = features.find(({ original }) => original.masthead.series?.name === name);
  return pageView(
    scope,
    {
      kind: "series",
      title: own ?? name,
      titleLanguage: own === undefined && named ? scope.foreign(named.original.language) : null,
      breadcrumbs: wayBy(scope, "features"),
    },
    {
      parts: features.map((feature) => ({
        part: feature.original.masthead.series?.part ?? null,
        feature: featureItem(feature, scope),
      })),
    },
  );
}
