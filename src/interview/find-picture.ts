import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { readAddress } from "../markdown/address.js";
import type { Picture } from "../model/figure.js";
import type { FilePath } from "../model/ids.js";
import type { InterviewContext, InText } from "./context.js";

/** Knows the site's pictures, and who parses the texts that they stand in. */
export type PictureLookup = Pick<InterviewContext, "pictures" | "pictureFiles" | "parser">;

/**
 * Find the picture that an address in front matter leads to.
 *
 * @param src - As typed, relative to `from`.
 * @param from - The file that it stands in.
 * @param where - The address itself, to report it at.
 * @param context - Knows the site's pictures.
 */
export function findPicture(
  src: string,
  from: FilePath,
  where: InText,
  context: PictureLookup,
): { picture: Picture | undefined; diagnostics: readonly Diagnostic[] } {
  const address = readAddress(src, from);
  if (address.kind === "outside") {
    return { picture: undefined, diagnostics: [diagnose("link-outside", where, { typed: src })] };
  }
  if (address.kind !== "inside" || address.target.to !== "file") {
    return {
      picture: undefined,
      diagnostics: [diagnose("missing-picture", where, { src, near: undefined })],
    };
  }
  return pictureAt(address.target.file, src, where, context);
}

/** The picture at a path of the site, or the nearest one's name. */
export function pictureAt(
  file: FilePath,
  src: string,
  where: InText,
  context: PictureLookup,
): { picture: Picture | undefined; diagnostics: readonly Diagnostic[] } {
  const picture = context.pictures(file);
  if (picture) return { picture, diagnostics: [] };
  const near = nearestPicture(file, src, context.pictureFiles());
  return { picture: undefined, diagnostics: [diagnose("missing-picture", where, { src, near })] };
}

/** The picture of the same folder that has nearly the same name; as it would be typed. */
function nearestPicture(file: FilePath, src: string, files: Iterable<FilePath>): string | undefined {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const names: string[] = [];
  for (const other of files) {
    if (other.startsWith(folder) && !other.includes("/", folder.length))
      names.push(other.slice(folder.length));
  }
  const near = nearest(file.slice(folder.length), names);
  return near === undefined ? undefined : src.slice(0, src.lastIndexOf("/") + 1) + near;
}
