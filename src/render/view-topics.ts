import type { Guest } from "../model/guest.js";
import type { GuestId } from "../model/ids.js";
import type { TopicListing } from "../model/page.js";
import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import type { ViewContext } from "./view-context.js";
import { featureItem, mostHeard, pagination, topicItem, topicName } from "./view-lists.js";
import { guestItem } from "./view-people.js";
import type { ViewScope } from "./view-scope.js";
import type { TopicsView, TopicView } from "./views/pages.js";

/** `/topics/`: all topics. */
export function topicsView({ topics }: PageOf<"topics">, scope: ViewScope): TopicsView {
  return pageView(
    scope,
    {
      kind: "topics",
      title: scope.words.say("nav.topics"),
      breadcrumbs: wayBy(scope),
    },
    {
      topics: topics.map((topic) => topicItem(topic, scope)),
    },
  );
}

/** `/topics/<id>/`: the features of a topic, newest first, and who is heard on it. */
export function topicView({ topic, slice }: PageOf<"topic">, scope: ViewScope): TopicView {
  const { title, language } = topicName(topic.id, scope);
  return pageView(
    scope,
    {
      kind: "topic",
      title,
      titleLanguage: language,
      breadcrumbs: wayBy(scope, "topics"),
      slice: slice.number,
    },
    {
      features: slice.features.map((feature) => featureItem(feature, scope)),
      pagination: pagination(slice, scope),
      total: slice.total,
      guests: guestsOf(topic, scope.context).map((guest) => guestItem(guest, scope)),
    },
  );
}

const known = new WeakMap<TopicListing, readonly Guest[]>();

/** Who is heard most often of a topic's guests; found once, not for each slice of a long list. */
function guestsOf(topic: TopicListing, context: ViewContext): readonly Guest[] {
  const before = known.get(topic);
  if (before) return before;
  const ids = new Set<GuestId>();
  for (const { original } of topic.features) for (const { id } of original.masthead.guests) ids.add(id);
  const guests = mostHeard(
    context.site.guests.filter(({ id }) => ids.has(id)),
    context,
  );
  known.set(topic, guests);
  return guests;
}
