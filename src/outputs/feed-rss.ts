import { mediaPath } from "../assets/media-path.js";
import { hasCaptions } from "../interview/recording.js";
import type { LanguageTag } from "../model/ids.js";
import type { Output } from "../model/output.js";
import { localized } from "../model/settings.js";
import { absoluteAddress } from "../render/address.js";
import { feedPath } from "../render/feed-paths.js";
import type { ViewContext } from "../render/view-context.js";
import { captionsPath, guestPath } from "../site/routes.js";
import { featureHtml } from "./feature-html.js";
import { feedEntries, lastChangeOf, type FeedEntry } from "./feed-entries.js";
import { noonOf } from "./moment.js";
import { outputPath } from "./output-path.js";
import { writeXml, xml, type XmlElement } from "./xml.js";

/**
 * The RSS feed of each language: `/feed.xml`, `/en/feed.xml`.
 *
 * @see RSS 2.0; the podcast namespace's `podcast:person` and `podcast:transcript`; RSS 1.0's module `content`
 */
export function rssOutputs(context: ViewContext): Output[] {
  const { site } = context;
  if (!site.settings.feeds.formats.includes("rss")) return [];
  return site.settings.languages.map((language) => ({
    path: outputPath(feedPath("rss", language, site.settings)),
    get content() {
      return writeXml(rss(language, context));
    },
  }));
}

function rss(language: LanguageTag, context: ViewContext): XmlElement {
  const { site, options } = context;
  const { settings } = site;
  const title = localized(settings.title, language);
  const entries = feedEntries(site, language);
  const self = absoluteAddress(feedPath("rss", language, settings), settings);
  const built = lastChangeOf(entries.map(({ edition }) => edition));
  return xml(
    "rss",
    {
      version: "2.0",
      "xmlns:atom": "http://www.w3.org/2005/Atom",
      "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    },
    xml(
      "channel",
      {},
      xml("title", {}, title),
      xml("link", {}, absoluteAddress(context.listPath("/", language), settings)),
      xml("description", {}, settings.tagline ? localized(settings.tagline, language) : title),
      xml("language", {}, language),
      ...(entries.length > 0 ? [xml("lastBuildDate", {}, noonOf(built, settings.timezone).rfc5322)] : []),
      xml("generator", {}, options.generator),
      xml("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
      ...entries.map((entry) => item(entry, language, context)),
    ),
  );
}

function item({ feature, edition }: FeedEntry, language: LanguageTag, context: ViewContext): XmlElement {
  const { settings } = context.site;
  const { masthead } = edition;
  const address = absoluteAddress(edition.path, settings);
  const topics = feature.original.masthead.topics.map((id) => {
    const topic = settings.topics.find((each) => each.id === id);
    return topic ? localized(topic.title, language) : id;
  });
  return xml(
    "item",
    {},
    xml("title", {}, masthead.title),
    xml("link", {}, address),
    xml("guid", { isPermaLink: "true" }, address),
    xml("pubDate", {}, noonOf(masthead.date, settings.timezone).rfc5322),
    ...masthead.interviewers.map(({ name }) => xml("dc:creator", {}, name)),
    ...topics.map((topic) => xml("category", {}, topic)),
    xml("description", {}, masthead.summary),
    ...masthead.guests.map(({ id, name, portrait }) =>
      xml(
        "podcast:person",
        {
          role: "guest",
          href: settings.pages.guests
            ? absoluteAddress(context.listPath(guestPath(id), language), settings)
            : null,
          img: portrait && absoluteAddress(mediaPath(portrait.picture.file), settings),
        },
        name,
      ),
    ),
    ...masthead.interviewers.map(({ name }) => xml("podcast:person", { role: "host" }, name)),
    ...(hasCaptions(edition)
      ? [
          xml("podcast:transcript", {
            url: absoluteAddress(captionsPath(edition.path), settings),
            type: "text/vtt",
            language: edition.language,
            rel: "captions",
          }),
        ]
      : []),
    xml("content:encoded", {}, featureHtml(edition, context)),
  );
}
