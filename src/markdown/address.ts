import { normalizeUri } from "micromark-util-sanitize-uri";
import { filePath, sitePath, type FilePath } from "../model/ids.js";
import { percentDecoded } from "../model/percent-decoded.js";
import type { Target } from "../model/rich-text.js";

/** Where an address that a person typed leads. */
export type Address =
  /** Into the site. `suffix` is what stands behind the path as typed, with `?` or `#`; `fragment` is decoded. */
  | {
      readonly kind: "inside";
      readonly target: Target;
      readonly suffix: string;
      readonly fragment: string | null;
    }
  /** To another site, a mailbox or a telephone; `url` is fit for an attribute. */
  | { readonly kind: "foreign"; readonly url: string; readonly web: boolean }
  /** Out of the site's folder. */
  | { readonly kind: "outside" }
  /** By a scheme that no page may use, such as `javascript`; lower case. */
  | { readonly kind: "scheme"; readonly scheme: string }
  | { readonly kind: "empty" };

/**
 * Read an address as it stands in a Markdown link, a picture, or front matter.
 *
 * A relative address is relative to the file that it stands in, as an editor's preview reads it, and one that
 * starts with `/` is an address of the site, without the base path. Nothing is looked up.
 *
 * @param typed - The address, with Markdown's own escapes undone.
 * @param file - The file that it stands in.
 * @param page - The file whose page shows the text: what a fragment alone leads to.
 * @see RFC 3986 §4; the WHATWG URL standard for what browsers make of control characters and backslashes
 */
export function readAddress(typed: string, file: FilePath, page: FilePath = file): Address {
  // Browsers drop these wherever they stand, so `java\nscript:` must be seen as they see it.

  const text = typed.replace(/[\u0000-\u001f\u007f-\u009f]/g, "").trim();
  if (text === "") return { kind: "empty" };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return byScheme(text, scheme);
  const { path, suffix, fragment } = splitSuffix(text);
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("//")) return byScheme(`https:${slashed}${suffix}`, "https");
  if (slashed === "") return { kind: "inside", target: { to: "file", file: page }, suffix, fragment };
  const rooted = slashed.startsWith("/");
  const segments = walk(rooted ? [] : file.split("/").slice(0, -1), percentDecoded(slashed) ?? slashed);
  if (!segments) return { kind: "outside" };
  if (!rooted)
    return { kind: "inside", target: { to: "file", file: filePath(segments.join("/")) }, suffix, fragment };
  const ending = segments.length > 0 && /\/\.{0,2}$/.test(slashed) ? "/" : "";
  return {
    kind: "inside",
    target: { to: "path", path: sitePath(`/${segments.join("/")}${ending}`) },
    suffix,
    fragment,
  };
}

const webSchemes: ReadonlySet<string> = new Set(["http", "https"]);
const otherSchemes: ReadonlySet<string> = new Set(["mailto", "tel"]);

function byScheme(text: string, scheme: string): Address {
  const web = webSchemes.has(scheme);
  if (!web && !otherSchemes.has(scheme)) return { kind: "scheme", scheme };
  return { kind: "foreign", url: normalizeUri(scheme + text.slice(scheme.length)), web };
}

function splitSuffix(text: string): { path: string; suffix: string; fragment: string | null } {
  const at = text.search(/[?#]/);
  if (at < 0) return { path: text, suffix: "", fragment: null };
  const suffix = text.slice(at);
  const hash = suffix.indexOf("#");
  const typed = suffix.slice(hash + 1);
  return { path: text.slice(0, at), suffix, fragment: hash < 0 ? null : (percentDecoded(typed) ?? typed) };
}

/** Follow a path from a folder; `undefined` where it climbs out of the site, or holds what no file's name has. */
function walk(folder: readonly string[], path: string): string[] | undefined {
  const segments = [...folder];
  if (path.includes("\0")) return undefined;
  for (const segment of path.replaceAll("\\", "/").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}
