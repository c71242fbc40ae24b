import type { PhrasingContent, RootContent } from "mdast";
import type { Span } from "../diagnostics/place.js";
import type { FilePath } from "../model/ids.js";
import { readAddress } from "./address.js";
import { keyOf } from "./index-document.js";
import { spanOf } from "./parse-markdown.js";
import type { Rendering } from "./rendering.js";

/** A picture that stands in a paragraph with nothing but pictures. */
export interface PictureAlone {
  /** The address as typed. */
  readonly src: string;
  readonly file: FilePath;
  /** Empty where none was typed. */
  readonly alt: string;
  /** The words between quotation marks behind the address: a caption. */
  readonly title: string | null;
  /** The whole picture in the file, from `!` on. */
  readonly span: Span;
}

/**
 * Read the pictures of a paragraph that holds nothing else.
 *
 *     ![alt](duty-1.jpg "caption")
 *     ![alt](duty-2.jpg)
 *
 * @returns `undefined` for any other block, and where one of the pictures is no file of the site: those are rendered
 *   as text, where what is wrong with their addresses is reported.
 */
export function readPictures(
  node: RootContent,
  rendering: Pick<Rendering, "index" | "file" | "tree">,
): readonly PictureAlone[] | undefined {
  if (node.type !== "paragraph") return undefined;
  const pictures: PictureAlone[] = [];
  for (const child of node.children) {
    if (isGap(child)) continue;
    const picture = readPicture(child, rendering);
    if (!picture) return undefined;
    pictures.push(picture);
  }
  return pictures.length === 0 ? undefined : pictures;
}

function isGap(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

function readPicture(
  node: PhrasingContent,
  { index, file, tree }: Pick<Rendering, "index" | "file" | "tree">,
): PictureAlone | undefined {
  if (node.type !== "image" && node.type !== "imageReference") return undefined;
  const { url, title } = node.type === "image" ? node : (index.definitions.get(keyOf(node.identifier)) ?? {});
  const address = readAddress(url ?? "", file);
  if (address.kind !== "inside" || address.target.to !== "file") return undefined;
  return {
    src: url ?? "",
    file: address.target.file,
    alt: node.alt ?? "",
    title: title ?? null,
    span: spanOf(node, tree),
  };
}
