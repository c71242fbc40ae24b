import type { LanguageTag } from "../model/ids.js";
import type { Output } from "../model/output.js";
import { localized } from "../model/settings.js";
import { absoluteAddress } from "../render/address.js";
import { feedPath } from "../render/feed-paths.js";
import type { ViewContext } from "../render/view-context.js";
import { lastChange } from "../site/edition-dates.js";
import { guestPath } from "../site/routes.js";
import { featureHtml } from "./feature-html.js";
import { feedEntries, lastChangeOf, type FeedEntry } from "./feed-entries.js";
import { noonOf } from "./moment.js";
import { outputPath } from "./output-path.js";
import { writeXml, xml, type XmlElement } from "./xml.js";

/**
 * The Atom feed of each language: `/atom.xml`, `/en/atom.xml`. An entry's id is its address.
 *
 * @see RFC 4287
 */
export function atomOutputs(context: ViewContext): Output[] {
  const { site } = context;
  if (!site.settings.feeds.formats.includes("atom")) return [];
  return site.settings.languages.map((language) => ({
    path: outputPath(feedPath("atom", language, site.settings)),
    get content() {
      return writeXml(atom(language, context));
    },
  }));
}

function atom(language: LanguageTag, context: ViewContext): XmlElement {
  const { site, options } = context;
  const { settings } = site;
  const title = localized(settings.title, language);
  const entries = feedEntries(site, language);
  const home = absoluteAddress(context.listPath("/", language), settings);
  const self = absoluteAddress(feedPath("atom", language, settings), settings);
  const updated = lastChangeOf(entries.map(({ edition }) => edition));
  const { publisher } = settings;
  return xml(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language },
    xml("title", {}, title),
    ...(settings.tagline ? [xml("subtitle", {}, localized(settings.tagline, language))] : []),
    xml("id", {}, self),
    xml("updated", {}, noonOf(updated, settings.timezone).rfc3339),
    xml(
      "author",
      {},
      xml("name", {}, publisher?.name ?? title),
      ...(publisher?.url ? [xml("uri", {}, publisher.url)] : []),
    ),
    xml("link", { rel: "self", type: "application/atom+xml", href: self }),
    xml("link", { rel: "alternate", type: "text/html", href: home }),
    xml("generator", {}, options.generator),
    ...entries.map((entry) => entryElement(entry, language, context)),
  );
}

function entryElement(
  { feature, edition }: FeedEntry,
  language: LanguageTag,
  context: ViewContext,
): XmlElement {
  const { settings } = context.site;
  const { masthead } = edition;
  const address = absoluteAddress(edition.path, settings);
  return xml(
    "entry",
    { "xml:lang": edition.language === language ? null : edition.language },
    xml("title", {}, masthead.title),
    xml("id", {}, address),
    xml("link", { rel: "alternate", type: "text/html", href: address }),
    xml("published", {}, noonOf(masthead.date, settings.timezone).rfc3339),
    xml("updated", {}, noonOf(lastChange(edition), settings.timezone).rfc3339),
    ...masthead.interviewers.map(({ name }) => xml("author", {}, xml("name", {}, name))),
    ...masthead.guests.map(({ id, name }) =>
      xml(
        "contributor",
        {},
        xml("name", {}, name),
        ...(settings.pages.guests
          ? [xml("uri", {}, absoluteAddress(context.listPath(guestPath(id), language), settings))]
          : []),
      ),
    ),
    ...feature.original.masthead.topics.map((id) => {
      const topic = settings.topics.find((each) => each.id === id);
      return xml("category", { term: id, label: topic ? localized(topic.title, language) : null });
    }),
    xml("summary", { type: "text" }, masthead.summary),
    xml("content", { type: "html" }, featureHtml(edition, context)),
  );
}
