import { imageSize } from "image-size";

/** What is known of a picture from its bytes. */
export type PictureSize =
  /** Pixels as shown; `null` where the picture has no size of its own, as an SVG without one. */
  | { readonly width: number | null; readonly height: number | null }
  /** Why it cannot be read. */
  | { readonly problem: string };

/**
 * Read a picture's size from its header.
 *
 * @param bytes - The file. Its first 256 KiB mostly suffice: where they give a problem, try the whole.
 * @returns The size after the rotation that the picture's metadata asks for (a phone's portrait is stored lying).
 * @see Exif 2.32, tag 0x0112 Orientation: 5 to 8 are turned by a quarter
 */
export function pictureSize(bytes: Uint8Array): PictureSize {
  try {
    const { width, height, orientation, type } = imageSize(bytes);
    if (!(width > 0 && height > 0)) {
      return type === "svg" ? { width: null, height: null } : { problem: "it has no size" };
    }
    const turned = orientation !== undefined && orientation >= 5;
    return turned
      ? { width: height, height: width }
      : { width: Math.round(width), height: Math.round(height) };
  } catch (error) {
    // The library throws whatever its parser for the format runs into.
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
