import { percentDecoded } from "../model/percent-decoded.js";

/** What a static host would do with an address. */
export type Located =
  | { readonly kind: "file"; readonly path: string }
  /** A folder asked for without the slash at its end, or the site without its base path. */
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "missing" };

/**
 * Find the file of a site that an address means: as it is, or the `index.html` of a folder. Nothing is listed, and no
 * path leads out.
 *
 * @param target - Of the request, as received: percent-encoded, perhaps with a query.
 * @param basePath - Where the site lives; starts and ends with `/`.
 * @param has - Whether the site has a file; paths are relative to the output folder.
 */
export function locateFile(target: string, basePath: string, has: (path: string) => boolean): Located {
  const [, pathname = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const path = percentDecoded(pathname);
  if (path !== basePath && (path === "/" || `${path}/` === basePath)) {
    return { kind: "redirect", to: encodeURI(basePath) + query };
  }
  if (!path?.startsWith(basePath)) return missing;
  const file = path.slice(basePath.length);
  if (file.split("/").some((part, at, all) => isOutside(part) || (part === "" && at < all.length - 1)))
    return missing;
  if (file === "" || file.endsWith("/")) {
    return has(`${file}index.html`) ? { kind: "file", path: `${file}index.html` } : missing;
  }
  if (has(file)) return { kind: "file", path: file };
  if (has(`${file}/index.html`)) return { kind: "redirect", to: `${pathname}/${query}` };
  return missing;
}

const missing: Located = { kind: "missing" };

function isOutside(part: string): boolean {
  return part === "." || part === ".." || /[\\\0]/.test(part);
}
