import { localized } from "../model/settings.js";
import { homePath } from "../site/routes.js";
import { pathInLanguage } from "../site/languages.js";
import { absoluteAddress } from "./address.js";
import { articleNode } from "./json-ld-article.js";
import type { Node } from "./json-ld-node.js";
import { profileNodes } from "./json-ld-person.js";
import { publisherNode } from "./json-ld-publisher.js";
import type { ViewScope } from "./view-scope.js";
import type { LinkView } from "./views/common.js";

/** What is a page's own among the things that are said of it. */
interface OwnFields {
  readonly title: string;
  readonly description?: string;
  readonly breadcrumbs: readonly LinkView[];
}

/**
 * What a page is about, for machines: on a feature's page the article with its people and questions, on a guest's the
 * person, on the front page the site; and everywhere the way to it.
 *
 * Never `QAPage` or `FAQPage`: those are for questions that readers ask, and a page marked so is taken for spam.
 *
 * @returns A `<script>` element with JSON-LD, which a browser takes for data; empty on the 404 page.
 * @see https://schema.org/
 * @see JSON-LD 1.1 §7, Embedding JSON-LD in HTML Documents
 */
export function structuredData(scope: ViewScope, own: OwnFields): string {
  const { page } = scope;
  const trail = breadcrumbNode(scope, own);
  switch (page.kind) {
    case "not-found":
      return "";
    case "home":
      return written([websiteNode(scope, own)]);
    case "feature":
      return written([articleNode(page, scope, own), ...trail]);
    case "guest":
      return written([...profileNodes(page, scope, own), ...trail]);
    default:
      return written(trail);
  }
}

function written(graph: readonly Node[]): string {
  const document = { "@context": "https://schema.org", "@graph": graph };
  const json = JSON.stringify(document);
  // A `<` would let `</script>` in a text end the element.
  return `<script type="application/ld+json">${json.replaceAll("<", "\\u003c")}</script>`;
}

function websiteNode({ page, context, language }: ViewScope, { description = "" }: OwnFields): Node {
  const { settings } = context.site;
  return {
    "@type": "WebSite",
    url: absoluteAddress(page.path, settings),
    name: localized(settings.title, language),
    description: description === "" ? undefined : description,
    inLanguage: language,
    publisher: publisherNode(context),
  };
}

/** The way from the front page to here, this page last. */
function breadcrumbNode({ page, context, language }: ViewScope, { breadcrumbs, title }: OwnFields): Node[] {
  const { settings } = context.site;
  const here = absoluteAddress(page.path, settings);
  const home = absoluteAddress(pathInLanguage(homePath, context.listLanguage(language), settings), settings);
  const steps = [
    ...breadcrumbs.map((step) => ({
      name: step.title,
      item: new URL(step.href, here).href.replace(/index\.html$/, ""),
    })),
    { name: title, item: here },
  ];
  // A trail of one step leads nowhere.
  if (steps.length < 2 || here === home) return [];
  return [
    {
      "@type": "BreadcrumbList",
      itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
    },
  ];
}
