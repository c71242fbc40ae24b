import type { Guest } from "../model/guest.js";
import type { LanguageTag } from "../model/ids.js";

/**
 * Put guests in the order of a language: by how their names are read, surname first where the name is written so.
 *
 * `Intl.Collator` knows no surnames (it files 曾 under céng), so names in Han characters are ordered by the Latin
 * reading that `sortKey` has; the collator then orders Latin letters as the language does. Equal readings are told
 * apart by the name and the id, so that the order never depends on the disk.
 */
export function orderGuests(guests: readonly Guest[], language: LanguageTag): Guest[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return [...guests].sort(
    (a, b) =>
      collator.compare(a.sortKey, b.sortKey) ||
      collator.compare(a.profile.name, b.profile.name) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
