import type { PageDocument } from "../content/document.js";
import { checked, type Checked } from "../diagnostics/checked.js";
import type { PictureLookup } from "../interview/find-picture.js";
import type { LanguageTag } from "../model/ids.js";
import type { FreePage } from "../model/site.js";
import { pathOfEdition } from "./languages.js";
import { aliasPaths, freePagePath } from "./routes.js";
import { readBody } from "./read-body.js";

/**
 * Read a page that is no interview.
 *
 * @param language - Of the file: the site's own, or that of the translation.
 */
export function readFreePage(
  document: PageDocument,
  language: LanguageTag,
  lookup: PictureLookup,
): Checked<FreePage> {
  const { front, file, id, translation } = document;
  const { title, slug, description, navigation = null, aliases, custom } = front.value;
  const body = readBody(document, lookup);
  const original = translation === null;
  const page: FreePage = {
    id,
    language,
    original,
    path: pathOfEdition(freePagePath(slug ?? id), language, original),
    aliases: aliasPaths(aliases),
    file,
    title,
    description: description ?? firstWords(body.words),
    body: body.html,
    navigation,
    links: body.links,
    custom,
  };
  return checked(page, body.diagnostics);
}

/** The first line, cut to what a search engine shows. */
function firstWords(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/[\ud800-\udbff]$/u, "")}…`;
}
