import type { FeatureDocument, GuestDocument, KeyPath } from "../content/document.js";
import type { PictureFront } from "../content/front-matter.js";
import { checked, type Checked } from "../diagnostics/checked.js";
import type { Figure } from "../model/figure.js";
import { findPicture, type PictureLookup } from "./find-picture.js";

/**
 * Read the portrait of a person, from the person's file or from a feature's own.
 *
 * @param portrait - As typed; absent where there is none.
 * @param name - Of the person.
 * @param document - The file in which it stands.
 * @param path - Where in its front matter.
 * @param context - What pictures there are.
 * @returns `null` where there is none, or no such picture.
 */
export function readPortrait(
  portrait: PictureFront | undefined,
  name: string,
  document: FeatureDocument | GuestDocument,
  path: KeyPath,
  context: PictureLookup,
): Checked<Figure | null> {
  if (portrait === undefined) return checked(null);
  const { front, source, file } = document;
  const where = { source, span: front.spanOf([...path, "src"]) };
  const { picture, diagnostics } = findPicture(portrait.src, file, where, context);
  if (picture === undefined) return checked(null, diagnostics);
  // A portrait shows its person; the name is what somebody who does not see it needs.
  const { alt = name, caption = null, credit = null } = portrait;
  return checked({ picture, alt, caption, credit }, diagnostics);
}
