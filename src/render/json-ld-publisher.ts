import { mediaPath } from "../assets/media-path.js";
import { absoluteAddress } from "./address.js";
import type { Node } from "./json-ld-node.js";
import type { ViewContext } from "./view-context.js";

/** Who publishes the site; `undefined` where the settings do not say. */
export function publisherNode({ site }: ViewContext): Node | undefined {
  const { settings, pictures } = site;
  const { publisher } = settings;
  if (publisher === null) return undefined;
  const logo = publisher.logo === null ? undefined : pictures.get(publisher.logo);
  return {
    "@type": "Organization",
    name: publisher.name,
    url: publisher.url ?? undefined,
    logo: logo ? absoluteAddress(mediaPath(logo.file), settings) : undefined,
  };
}
