import { mediaPath } from "../assets/media-path.js";
import { wordsOfHtml } from "../markdown/words-of-html.js";
import type { Masthead } from "../model/feature.js";
import type { TopicId } from "../model/ids.js";
import type { Exchange } from "../model/interview.js";
import { localized } from "../model/settings.js";
import { lastChange } from "../site/edition-dates.js";
import { seriesPath } from "../site/routes.js";
import { absoluteAddress, fragment } from "./address.js";
import { some, type Node } from "./json-ld-node.js";
import { appearanceNode, personId } from "./json-ld-person.js";
import { publisherNode } from "./json-ld-publisher.js";
import type { PageOf } from "./page-of-kind.js";
import type { ViewScope } from "./view-scope.js";
import { shortened } from "./written-forms.js";

/** The longest question that is quoted whole. The words themselves stand on the page. */
const mostCharacters = 160;

/**
 * An interview: whoever wrote it as author, the guests as contributors and as what it is about, and its questions,
 * each with who answered and where.
 *
 * @see https://schema.org/Article
 */
export function articleNode(
  { feature, edition }: PageOf<"feature">,
  scope: ViewScope,
  { description = "" }: { readonly description?: string },
): Node {
  const { masthead, language, interview, path } = edition;
  const { settings } = scope.context.site;
  const url = absoluteAddress(path, settings);
  const idOf = (id: string): Node => ({ "@id": personId(id, edition, scope) });
  const cast = new Set<string>(masthead.guests.map(({ id }) => id));
  const { cover, series } = masthead;
  return {
    "@type": "Article",
    "@id": url,
    url,
    headline: masthead.title,
    description: description === "" ? undefined : shortened(description, 200),
    inLanguage: language,
    datePublished: masthead.date,
    dateModified: lastChange(edition),
    image: cover ? absoluteAddress(mediaPath(cover.picture.file), settings) : undefined,
    author: some(authors(masthead)),
    editor: some(credited(masthead, "editing")),
    translator: some(credited(masthead, "translation")),
    publisher: publisherNode(scope.context),
    contributor: some(masthead.guests.map((guest) => appearanceNode(guest, edition, scope))),
    about: some(masthead.guests.map(({ id }) => idOf(id))),
    keywords: some(feature.original.masthead.topics.map((id) => topicTitle(id, scope))),
    isPartOf: series
      ? {
          "@type": "CreativeWorkSeries",
          name: series.name,
          url: settings.pages.series
            ? absoluteAddress(scope.context.listPath(seriesPath(series.id), language), settings)
            : undefined,
        }
      : undefined,
    position: series?.part ?? undefined,
    isBasedOn: sourceNode(masthead),
    translationOfWork: edition.original
      ? undefined
      : { "@id": absoluteAddress(feature.original.path, settings) },
    workTranslation: edition.original
      ? some(feature.translations.map((each) => ({ "@id": absoluteAddress(each.path, settings) })))
      : undefined,
    correction: some(
      masthead.corrections.map(({ date, text }) => ({
        "@type": "CorrectionComment",
        datePublished: date,
        text: wordsOfHtml(text),
      })),
    ),
    hasPart: some(
      interview.sections.flatMap(({ exchanges }) =>
        exchanges.flatMap((exchange) => questionNode(exchange, cast, url, idOf)),
      ),
    ),
  };
}

function topicTitle(id: TopicId, { context, language }: ViewScope): string {
  const topic = context.site.settings.topics.find((each) => each.id === id);
  return topic ? localized(topic.title, language) : id;
}

/** Those who have the credit for the text, else those who asked. */
function authors(masthead: Masthead): Node[] {
  const writers = credited(masthead, "text");
  return writers.length > 0 ? writers : masthead.interviewers.map(({ name }) => personNode(name));
}

function credited({ credits }: Masthead, wanted: string): Node[] {
  return credits.filter(({ work }) => work === wanted).flatMap(({ names }) => names.map(personNode));
}

const personNode = (name: string): Node => ({ "@type": "Person", name });

/** Where the text stood first. */
function sourceNode({ source }: Masthead): Node | undefined {
  if (source === null) return undefined;
  const { name, url, edition, page, date } = source;
  return {
    "@type": "PublicationIssue",
    name: edition === null ? name : `${name}, ${edition}`,
    url: url ?? undefined,
    issueNumber: edition ?? undefined,
    pagination: page ?? undefined,
    datePublished: date ?? undefined,
  };
}

/** An exchange without a question, or one whose question is only a picture, is no part with a name. */
function questionNode(
  { questions, replies }: Exchange,
  cast: ReadonlySet<string>,
  url: string,
  idOf: (guest: string) => Node,
): Node[] {
  const [first] = questions;
  const text = questions
    .map((turn) => turn.text)
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
  if (first === undefined || text === "") return [];
  return [
    {
      "@type": "Question",
      "@id": url + fragment(first.id),
      name: shortened(text, mostCharacters),
      suggestedAnswer: some(
        replies.flatMap(({ kind, speaker, id }) =>
          kind === "answer" && cast.has(speaker.id)
            ? [{ "@type": "Answer", "@id": url + fragment(id), author: idOf(speaker.id) }]
            : [],
        ),
      ),
    },
  ];
}
