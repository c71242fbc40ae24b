import { mediaPath } from "../assets/media-path.js";
import type { Edition, Feature, Masthead } from "../model/feature.js";
import { changedSince } from "../site/edition-dates.js";
import { seriesPath } from "../site/routes.js";
import { citationView } from "./citation.js";
import { once } from "./once.js";
import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { InterviewViewer } from "./view-interview.js";
import { editionOf, topicName } from "./view-lists.js";
import { castMembers, castOf } from "./view-people.js";
import { recordingView } from "./view-recording.js";
import type { ViewScope } from "./view-scope.js";
import type { LinkView } from "./views/common.js";
import type { FeatureView } from "./views/pages.js";

/** `/features/<slug>/`: an interview. */
export function featureView({ feature, edition }: PageOf<"feature">, scope: ViewScope): FeatureView {
  const { masthead, interview } = edition;
  const changed = edition.original ? null : changedSince(feature.original.masthead, masthead);
  const cast = castOf(edition, scope);
  const viewer = new InterviewViewer(edition, cast, scope);
  const citation = once(() => citationView(edition, scope));
  const sections = interview.sections.map((section, index) => viewer.section(section, index + 1));
  return pageView(
    scope,
    {
      kind: "feature",
      title: masthead.title,
      description: masthead.summary,
      breadcrumbs: wayBy(scope, "features"),
      image: masthead.cover ? mediaPath(masthead.cover.picture.file) : undefined,
    },
    {
      feature: {
        slug: feature.slug,
        ...mastheadFields(edition, scope),
        topics: feature.original.masthead.topics.map((id) => topicName(id, scope)),
        readingMinutes: edition.digest.minutes,
        cast: castMembers(edition, cast, scope),
        intro: viewer.blocks(interview.intro),
        sections,
        hasContents: sections.filter(({ title }) => title !== null).length > 1,
        comparable: sections.some(({ exchanges }) => exchanges.some(({ answering }) => answering > 1)),
        notesHtml: scope.html(interview.notes, edition.path),
        translationOf: edition.original ? null : editionLink(feature.original, scope),
        changedSince: changed && scope.day(changed),
        draft: edition.publication.status === "draft",
        ...neighbours(feature, scope),
        get citation() {
          return citation();
        },
      },
    },
  );
}

function mastheadFields(edition: Edition, scope: ViewScope) {
  const { masthead } = edition;
  const { kicker, standfirst, date, updated, interviewers, series, cover, facsimile, edited, custom } =
    masthead;
  return {
    kicker,
    standfirstHtml: scope.html(standfirst, edition.path),
    date: scope.day(date),
    updated: updated && scope.day(updated),
    interviewers: interviewers.map(({ name }) => name),
    credits: creditsView(masthead, scope),
    series: series && {
      name: series.name,
      part: series.part,
      href: scope.optionalHref("series", seriesPath(series.id)),
    },
    cover: cover && scope.figure(cover),
    facsimile: facsimile && scope.figure(facsimile),
    source: sourceView(masthead, scope),
    editedHtml: scope.html(edited, edition.path),
    recording: recordingView(edition, scope),
    corrections: masthead.corrections.map((correction) => ({
      date: scope.day(correction.date),
      html: scope.html(correction.text, edition.path),
    })),
    custom,
  };
}

function creditsView({ credits }: Masthead, { words }: ViewScope) {
  return credits.map(({ work, names }) => {
    const key = `credit.${work}`;
    return { work, label: words.has(key) ? words.say(key) : work, names };
  });
}

function sourceView({ source }: Masthead, scope: ViewScope) {
  if (source === null) return null;
  const { name, url, edition, page, date } = source;
  return { name, url, edition, page, date: date && scope.day(date) };
}

function neighbours(feature: Feature, scope: ViewScope): { newer: LinkView | null; older: LinkView | null } {
  const { positions, site } = scope.context;
  const at = positions.get(feature);
  if (at === undefined) return { newer: null, older: null };
  const linkAt = (index: number): LinkView | null => {
    const neighbour = site.features[index];
    return neighbour ? editionLink(editionOf(neighbour, scope), scope) : null;
  };
  return { newer: linkAt(at - 1), older: linkAt(at + 1) };
}

function editionLink(edition: Edition, scope: ViewScope): LinkView {
  return {
    title: edition.masthead.title,
    href: scope.href(edition.path),
    language: scope.foreign(edition.language),
  };
}
