import type { Page } from "../model/page.js";
import { archiveView, yearView } from "./view-archive.js";
import type { ViewContext } from "./view-context.js";
import { featureView } from "./view-feature.js";
import { featuresView, seriesView } from "./view-features.js";
import { freePageView, notFoundView } from "./view-free-page.js";
import { guestView } from "./view-guest.js";
import { guestsView } from "./view-guests.js";
import { homeView } from "./view-home.js";
import { ViewScope } from "./view-scope.js";
import { topicsView, topicView } from "./view-topics.js";
import type { PageView } from "./views/pages.js";

/**
 * Make what a page's template gets: a plain object, every field present, every address as seen from the page.
 *
 * Pure; what is common to many pages is worked out once, in the context.
 */
export function viewOf(page: Page, context: ViewContext): PageView {
  const scope = new ViewScope(page, context);
  switch (page.kind) {
    case "home":
      return homeView(page, scope);
    case "feature":
      return featureView(page, scope);
    case "features":
      return featuresView(page, scope);
    case "guests":
      return guestsView(page, scope);
    case "guest":
      return guestView(page, scope);
    case "topics":
      return topicsView(page, scope);
    case "topic":
      return topicView(page, scope);
    case "series":
      return seriesView(page, scope);
    case "archive":
      return archiveView(page, scope);
    case "year":
      return yearView(page, scope);
    case "page":
      return freePageView(page, scope);
    case "not-found":
      return notFoundView(page, scope);
  }
}
