import type { LanguageTag } from "../model/ids.js";

/**
 * How somebody who asks and has no name is shown: the first of the site's labels, or, so that no English page says
 * `记者`, the first in the script of the feature's language.
 *
 * @param labels - The site's labels of whoever asks.
 * @param language - The feature's language.
 */
export function interviewerName(labels: readonly string[], language: LanguageTag): string {
  const han = /^(?:zh|ja|yue|wuu|lzh)\b/iu.test(language);
  const fitting = labels.find((label) => /\p{sc=Han}/u.test(label) === han);
  return fitting ?? labels[0] ?? (han ? "问" : "Q");
}
