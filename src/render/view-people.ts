import type { Edition } from "../model/feature.js";
import type { Appearance, Guest, GuestProfile } from "../model/guest.js";
import type { GuestId } from "../model/ids.js";
import type { Interview } from "../model/interview.js";
import { readingOf } from "../interview/anchors.js";
import { inLanguage } from "../site/languages.js";
import { guestPath } from "../site/routes.js";
import type { ViewScope } from "./view-scope.js";
import type { CastMemberView, GuestDetailView, GuestItemView, PersonView } from "./views/people.js";
import { initialOf } from "./written-forms.js";

/** A guest as of one interview. @param seat - From 1, in the order of the cast. */
export function appearanceView(
  { id, name, role, affiliation, portrait }: Appearance,
  seat: number,
  edition: Edition,
  scope: ViewScope,
): PersonView {
  return {
    id,
    name,
    language: scope.foreign(edition.language),
    initial: initialOf(name),
    role,
    affiliation,
    portrait: portrait && scope.picture(portrait.picture, portrait.alt),
    href: scope.optionalHref("guests", guestPath(id)),
    seat,
  };
}

/** The guests of an edition by id, each at its seat. */
export function castOf(edition: Edition, scope: ViewScope): Map<GuestId, PersonView> {
  const { guests } = edition.masthead;
  return new Map(guests.map((guest, index) => [guest.id, appearanceView(guest, index + 1, edition, scope)]));
}

/** The guests of an edition with what each has to say in it. */
export function castMembers(
  edition: Edition,
  cast: ReadonlyMap<GuestId, PersonView>,
  scope: ViewScope,
): CastMemberView[] {
  const heard = answersIn(edition.interview);
  return edition.masthead.guests.flatMap(({ id, name, label }) => {
    const person = cast.get(id);
    if (!person) return [];
    const answers = heard.get(id);
    // Field by field: a copy of a person with more fields takes as long as a section.
    return {
      id: person.id,
      name: person.name,
      language: person.language,
      initial: person.initial,
      role: person.role,
      affiliation: person.affiliation,
      portrait: person.portrait,
      href: person.href,
      seat: person.seat,
      label: label ?? name,
      answerCount: answers?.count ?? 0,
      firstAnswer: answers ? scope.anchorHref(edition.path, answers.first) : null,
      readingId: readingOf(id),
    };
  });
}

/** How many answers each guest gives, and the id of the first. */
function answersIn({ sections }: Interview): Map<string, { count: number; readonly first: string }> {
  const heard = new Map<string, { count: number; readonly first: string }>();
  for (const { exchanges } of sections) {
    for (const { replies } of exchanges) {
      for (const { kind, speaker, id } of replies) {
        if (kind !== "answer" || speaker.kind !== "guest") continue;
        const known = heard.get(speaker.id);
        if (known) known.count++;
        else heard.set(speaker.id, { count: 1, first: id });
      }
    }
  }
  return heard;
}

/** A guest in a list of guests. */
export function guestItem(guest: Guest, scope: ViewScope): GuestItemView {
  return {
    ...profileView(guest, profileOf(guest, scope), scope),
    featureCount: scope.context.featureCount(guest.id),
    reading: readingOfName(guest),
  };
}

/** What a guest's own page tells of the guest. */
export function guestDetail(guest: Guest, scope: ViewScope): GuestDetailView {
  const profile = profileOf(guest, scope);
  const biographyHtml = scope.html(profile.biography, scope.page.path);
  return {
    ...profileView(guest, profile, scope),
    honorific: profile.honorific,
    pronouns: profile.pronouns,
    links: profile.links.map(({ title, url }) => ({ title, href: url, language: null })),
    biographyHtml,
    biographyLanguage: biographyHtml === "" ? null : scope.foreign(profile.language),
    aliases: guest.aliases,
  };
}

/** What is told of a guest in the page's language, or else in the guest's own. */
export function profileOf(guest: Guest, { language }: ViewScope): GuestProfile {
  return inLanguage(guest.profile, guest.translations, language);
}

function profileView(
  { id }: Guest,
  profile: GuestProfile,
  scope: ViewScope,
): PersonView & { readonly href: string } {
  const { name, role, affiliation, portrait, language } = profile;
  return {
    id,
    name,
    language: scope.foreign(language),
    initial: initialOf(name),
    role,
    affiliation,
    portrait: portrait && scope.picture(portrait.picture, portrait.alt),
    href: scope.listHref(guestPath(id)),
    seat: 0,
  };
}

/** A reading that was worked out is good enough to order by, but only one that was typed is shown: it has capitals. */
function readingOfName({ profile, sortKey }: Guest): string | null {
  const isHan = /\p{Script=Han}/u.test(profile.name);
  return isHan && /^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(sortKey) && /\p{Lu}/u.test(sortKey)
    ? sortKey
    : null;
}
