import type { PageOf } from "./page-of-kind.js";
import { pageView, wayBy } from "./view-common.js";
import { guestItem } from "./view-people.js";
import type { ViewScope } from "./view-scope.js";
import type { GuestsView } from "./views/pages.js";
import type { GuestItemView } from "./views/people.js";
import { indexLetter } from "./written-forms.js";

/** `/guests/`: everyone, in the order of the site, grouped as an index is. */
export function guestsView({ guests }: PageOf<"guests">, scope: ViewScope): GuestsView {
  const groups = new Map<string, GuestItemView[]>();
  for (const guest of guests) {
    const letter = indexLetter(guest.sortKey);
    const group = groups.get(letter);
    if (group) group.push(guestItem(guest, scope));
    else groups.set(letter, [guestItem(guest, scope)]);
  }
  return pageView(
    scope,
    {
      kind: "guests",
      title: scope.words.say("nav.guests"),
      breadcrumbs: wayBy(scope),
    },
    {
      groups: [...groups].map(([letter, members]) => ({ letter, guests: members })),
      total: guests.length,
    },
  );
}
