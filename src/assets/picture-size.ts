import { imageSize } from "image-size";

/** What is known of a picture from its bytes. */
export type PictureSize =
  /** Pixels as shown; `null` where the picture has no size of its own, as an SVG without one. */
  | { readonly width: number | null; readonly height: number | null }
  /** Why it cannot be read. */
  | { readonly problem: string };

/** As many bytes from a picture's start as mostly hold its size; a photograph's metadata may go beyond. */
export const pictureHeaderBytes = 256 * 1024;

/**
 * Read a picture's size from its header.
 *
 * @param bytes - The file, or at least its first `pictureHeaderBytes`; where these do not reach, the whole file.
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
