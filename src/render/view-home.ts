import { localized } from "../model/settings.js";
import { listPath } from "../site/routes.js";
import type { PageOf } from "./page-of-kind.js";
import { pageView } from "./view-common.js";
import { featureItem, mostHeard, topicItem } from "./view-lists.js";
import { guestItem } from "./view-people.js";
import type { ViewScope } from "./view-scope.js";
import type { HomeView } from "./views/pages.js";

/** `/`: the newest features, the guests most heard, the topics. */
export function homeView({ features }: PageOf<"home">, scope: ViewScope): HomeView {
  const { site } = scope.context;
  const { settings } = site;
  const shown = features.slice(0, settings.pagination.home + 1);
  const [lead, ...others] = shown.map((feature) => featureItem(feature, scope));
  return pageView(
    scope,
    {
      kind: "home",
      title: localized(settings.title, scope.language),
      description: settings.tagline ? localized(settings.tagline, scope.language) : "",
      breadcrumbs: [],
    },
    {
      lead: lead ?? null,
      features: others,
      more: features.length > shown.length ? scope.optionalHref("features", listPath.features) : null,
      guests: mostHeard(site.guests, scope.context).map((guest) => guestItem(guest, scope)),
      topics: settings.pages.topics
        ? scope.context.topics(scope.language).map((topic) => topicItem(topic, scope))
        : [],
    },
  );
}
