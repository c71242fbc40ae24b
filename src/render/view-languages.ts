import { pathInLanguage } from "../site/languages.js";
import { homePath } from "../site/routes.js";
import type { ViewScope } from "./view-scope.js";
import type { LanguageChoiceView } from "./views/common.js";

/**
 * The switch of languages. A language in which the page is not written is named all the same, says so in its own
 * words, and leads to its front page: a reader of that language finds the rest of the site.
 */
export function languageChoices(scope: ViewScope): LanguageChoiceView[] {
  const { page, context } = scope;
  const { settings } = context.site;
  const languages = [...new Set([...settings.languages, page.language])];
  // The 404 page does not know which page was wanted.
  if (languages.length < 2 || page.kind === "not-found") return [];
  return languages.map((language) => {
    const { name } = context.language(language);
    const current = language === page.language;
    const there = current ? page : page.alternates.find((each) => each.language === language);
    return {
      language,
      name,
      href: scope.href(there?.path ?? pathInLanguage(homePath, language, settings)),
      current,
      note: there ? null : context.words(language).say("languages.missing"),
    };
  });
}
