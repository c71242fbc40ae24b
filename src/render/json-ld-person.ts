import { mediaPath } from "../assets/media-path.js";
import type { Edition } from "../model/feature.js";
import type { Figure } from "../model/figure.js";
import type { Appearance } from "../model/guest.js";
import { inLanguage } from "../site/languages.js";
import { guestPath } from "../site/routes.js";
import { absoluteAddress } from "./address.js";
import type { Node } from "./json-ld-node.js";
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
  { language }: Edition,
  scope: ViewScope,
): Node {
  const url = absoluteAddress(scope.context.listPath(guestPath(id), language), scope.context.site.settings);
  return { "@type": "Person", "@id": url, name, url, ...particulars(role, affiliation, portrait, scope) };
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
    alternateName: guest.aliases,
    honorificPrefix: honorific,
    description: description === "" ? null : shortened(description, 200),
    sameAs: links.map((link) => link.url).filter((address) => /^https?:/.test(address)),
    subjectOf: features.map(({ original, translations }) => ({
      "@id": absoluteAddress(inLanguage(original, translations, scope.language).path, settings),
    })),
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
    jobTitle: role,
    affiliation: affiliation === null ? null : { "@type": "Organization", name: affiliation },
    image: portrait && absoluteAddress(mediaPath(portrait.picture.file), context.site.settings),
  };
}
