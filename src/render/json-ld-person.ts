import { mediaPath } from "../assets/media-path.js";
import type { Edition } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import type { Appearance } from "../model/guest.js";
import { readingOf } from "../interview/anchors.js";
import { inLanguage } from "../site/languages.js";
import { guestPath } from "../site/routes.js";
import { absoluteAddress, fragment } from "./address.js";
import { some, type Node } from "./json-ld-node.js";
import type { PageOf } from "./page-of-kind.js";
import { profileOf } from "./view-people.js";
import type { ViewScope } from "./view-scope.js";
import { shortened } from "./written-forms.js";

/**
 * A guest as of one interview.
 *
 * @see https://schema.org/Person
 */
export function appearanceNode(
  { id, name, role, affiliation, portrait }: Appearance,
  edition: Edition,
  scope: ViewScope,
): Node {
  const { settings } = scope.context.site;
  const identity = personId(id, edition, scope);
  return {
    "@type": "Person",
    "@id": identity,
    name,
    url: settings.pages.guests ? identity : undefined,
    ...particulars(role, affiliation, portrait, scope),
  };
}

/**
 * What a guest is told by: the address of the guest's page, or, on a site without such pages, that of the guest's
 * reading of the interview.
 */
export function personId(id: string, { path, language }: Edition, { context }: ViewScope): string {
  const { settings } = context.site;
  return settings.pages.guests
    ? absoluteAddress(context.listPath(guestPath(id), language), settings)
    : absoluteAddress(path, settings) + fragment(readingOf(id));
}

/** A guest's own page: the person it is about, and the interviews that the person gave. */
export function profileNodes(
  { guest, features, path }: PageOf<"guest">,
  scope: ViewScope,
  { description = "" }: { readonly description?: string },
): Node[] {
  const { settings } = scope.context.site;
  const { name, role, affiliation, portrait, honorific, links } = profileOf(guest, scope);
  const url = absoluteAddress(path, settings);
  const person: Node = {
    "@type": "Person",
    "@id": url,
    name,
    url,
    alternateName: some(guest.aliases),
    honorificPrefix: honorific ?? undefined,
    description: description === "" ? undefined : shortened(description, 200),
    sameAs: some(links.map((link) => link.url).filter((address) => /^https?:/.test(address))),
    subjectOf: some(
      features.map(({ original, translations }) => ({
        "@id": absoluteAddress(inLanguage(original, translations, scope.language).path, settings),
      })),
    ),
    ...particulars(role, affiliation, portrait, scope),
  };
  return [{ "@type": "ProfilePage", url, inLanguage: scope.language, mainEntity: person }];
}

function particulars(
  role: string | null,
  affiliation: string | null,
  portrait: Figure | null,
  { context }: ViewScope,
): Node {
  return {
    jobTitle: role ?? undefined,
    affiliation: affiliation === null ? undefined : { "@type": "Organization", name: affiliation },
    image: portrait ? absoluteAddress(mediaPath(portrait.picture.file), context.site.settings) : undefined,
  };
}
