import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { featureItem } from "./view-lists.js";
import type { ViewScope } from "./view-scope.js";
import type { FreePageView, NotFoundView } from "./views/pages.js";

/** A page that is no interview. */
export function freePageView({ page }: PageOf<"page">, scope: ViewScope): FreePageView {
  return pageView(
    scope,
    {
      kind: "page",
      title: page.title,
      description: page.description,
      breadcrumbs: wayBy(scope),
    },
    {
      bodyHtml: scope.html(page.body, page.path),
      custom: page.custom,
    },
  );
}

/** `/404.html`: what stands where nothing is, with a way on. */
export function notFoundView(_page: PageOf<"not-found">, scope: ViewScope): NotFoundView {
  return pageView(
    scope,
    {
      kind: "not-found",
      title: scope.words.say("not-found.title"),
      breadcrumbs: wayBy(scope),
    },
    {
      newest: scope.context.site.features.slice(0, 5).map((feature) => featureItem(feature, scope)),
    },
  );
}
