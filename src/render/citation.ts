import type { Edition } from "../model/feature.js";
import { localized } from "../model/settings.js";
import { absoluteAddress } from "./address.js";
import { bibtexEntry } from "./cite-bibtex.js";
import { cslList } from "./cite-csl.js";
import { gbt7714Parts } from "./cite-gbt7714.js";
import { nameParts, type CitedWork } from "./cited-work.js";
import type { ViewScope } from "./view-scope.js";
import type { CitationView } from "./views/citation.js";

/** How an edition is cited: those who are interviewed are its authors. */
export function citationView(edition: Edition, scope: ViewScope): CitationView {
  const work = citedWork(edition, scope);
  const { address, key } = work;
  const interviewedBy = scope.words.say("citing.interviewed-by", {
    names: scope.words.list(work.interviewers),
  });
  return {
    address,
    key,
    bibtex: bibtexEntry(work, interviewedBy),
    csl: cslList(work),
    gbt7714: gbt7714Parts(work),
  };
}

function citedWork(edition: Edition, { context }: ViewScope): CitedWork {
  const { masthead, slug, language, original, path } = edition;
  const { settings } = context.site;
  const { title, guests, interviewers, credits, date, updated } = masthead;
  return {
    key: `${asciiOnly(slug)}-${date.slice(0, 4)}${original ? "" : `-${language}`}`,
    title,
    authors: guests.map(({ id, name }) => nameParts(name, context.guests.get(id)?.sortKey)),
    interviewers: interviewers.map(({ name }) => name),
    translators: credits.filter(({ work }) => work === "translation").flatMap(({ names }) => names),
    container: localized(settings.title, language),
    publisher: settings.publisher?.name ?? null,
    date,
    updated,
    language,
    address: absoluteAddress(path, settings),
  };
}

/** A slug in Han characters, by their numbers: old BibTeX reads a key in ASCII alone. */
function asciiOnly(slug: string): string {
  return slug.replace(/[^\w-]/gu, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`);
}
