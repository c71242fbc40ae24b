import { z } from "zod";
import { contactAddress, keyed, oneOrMany, orOnly, text, textOrEmpty, texts } from "../../config/fields.js";

// Parts that several kinds of front matter have.

/**
 * The path of a file beside the document, as typed. An address elsewhere is none: a page loads nothing from another
 * origin.
 */
export const filePath = text
  .refine((typed) => !/^[a-z][a-z0-9+.-]+:|^\/\//i.test(typed), {
    error: "the path of a file beside this one",
  })
  .refine((typed) => !typed.includes("\\"), { error: 'a path with "/"' });

/** The words of a picture. */
export const pictureWords = {
  alt: textOrEmpty.optional(),
  caption: text.optional(),
  credit: text.optional(),
};

/** A picture: `{src, alt, caption, credit}`, or the path alone. */
export const picture = orOnly(
  "src",
  keyed("a path, or a map with src, alt, caption and credit", { src: filePath, ...pictureWords }),
);

/** Who is expected to answer: `all`, `none`, or a list of guests. */
export const expects = z.union(
  [z.enum(["all", "none"]), oneOrMany(text, "all, none, or a list of guests")],
  "all, none, or a list of guests",
);

/** Guests, by id or name. */
export const guestNames = texts;

/** Links with their titles: a list of `{title, url}`, or a map from title to address. */
export const links = z.union(
  [
    z.array(keyed("a map with title and url", { title: text, url: contactAddress })),
    z
      .record(z.string(), contactAddress)
      .transform((byTitle) => Object.entries(byTitle).map(([title, url]) => ({ title, url }))),
  ],
  "a list of maps with title and url",
);

/** Old addresses inside the site, as a person reads them; copied from a browser they are percent-encoded. */
export const oldAddresses = oneOrMany(
  text
    .refine((typed) => isOldAddress(typed), { error: 'an address in the site such as "/2019/spring/"' })
    .transform((typed) => decoded(typed) ?? typed),
  "an address in the site, or a list of them",
);

/** No part is empty or starts with a dot: `.git` and the record of builds are not the site's to write. */
function isOldAddress(typed: string): boolean {
  const address = decoded(typed);
  if (address === undefined || /[\s?#]/u.test(typed)) return false;
  return /^\/(?:[^/\\.\p{Cc}][^/\\\p{Cc}]*(?:\/|$))*$/u.test(address);
}

function decoded(typed: string): string | undefined {
  try {
    return decodeURI(typed);
  } catch {
    return undefined;
  }
}
