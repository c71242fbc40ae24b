import type { LanguageTag } from "../model/ids.js";
import type { SiteSettings } from "../model/settings.js";

/** How talk in a language is set on a site's screens: only Chinese and Japanese stand upright in columns. */
export function writingIn(language: LanguageTag, { theme }: SiteSettings): "horizontal" | "vertical" {
  return theme.writing === "vertical" && /^(?:zh|ja)(?:-|$)/i.test(language) ? "vertical" : "horizontal";
}

/**
 * Mark numbers in text that is set in columns: one of two digits stands side by side in the space of a character, a
 * longer one digit by digit, as newspapers do. Numbers with Latin letters or signs beside them stay lying.
 *
 *     <p>1998年，12个架子</p>
 *        ^^^^  ^^
 *
 * @param html - Sanitised HTML; tags are left as they are.
 */
export function withUprightNumbers(html: string): string {
  return html.replace(/<[^>]*>|&[#\w]+;|[\p{Script=Latin}\d%‰°.,:/+–-]+/gu, (piece) => {
    if (!/^\d{1,4}$/.test(piece)) return piece;
    return `<span class="${piece.length <= 2 ? "abreast" : "stacked"}">${piece}</span>`;
  });
}
