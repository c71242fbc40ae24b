import type { CitedName, CitedWork } from "./cited-work.js";

/**
 * A reference to something online, in two parts: who says it, and the rest.
 *
 *     单静仪, 仇大水, 曾小满. 书船，十八站[EB/OL]. (2025-10-27)[引用日期]. https://….
 *
 * The day on which it is read is the reader's to fill in, in place of `引用日期`.
 *
 * @see GB/T 7714-2015 §4.6 electronic resources, §8.1 names, §8.8 dates
 */
export function gbt7714Parts(work: CitedWork): { readonly authors: string; readonly rest: string } {
  const { authors, title, updated, date, address, language } = work;
  const shown = authors.slice(0, 3).map(nameOf).join(", ");
  const others = /^(?:zh|ja|yue)\b/i.test(language) ? "等" : "et al";
  return {
    authors: authors.length > 3 ? `${shown}, ${others}` : shown,
    rest: `. ${title}[EB/OL]. (${updated ?? date})[引用日期]. ${address}.`,
  };
}

/** The family's name in capitals, then initials without points: FINCH M. */
function nameOf(name: CitedName): string {
  if ("literal" in name) return name.literal;
  const initials = name.given.split(/[\s-]+/u).map((part) => Array.from(part)[0]?.toUpperCase() ?? "");
  return `${name.family.toUpperCase()} ${initials.join(" ")}`;
}
