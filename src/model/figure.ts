import type { FilePath } from "./ids.js";

/** A picture file of the site with what is known from its bytes. */
export interface Picture {
  readonly file: FilePath;
  /** Pixels as shown (after the rotation that its metadata asks for); `null` where the format has none. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture with its words. */
export interface Figure {
  readonly picture: Picture;
  /** What is to be seen, for those who do not see it; empty only where the picture is declared decorative. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}
