import type { ImportWords } from "./interface-words.js";
import type { GuestPlan } from "./plan-people.js";

/** A text file to write, relative to the site's root, with `/`. */
export interface ImportedFile {
  readonly path: string;
  readonly content: string;
}

/** A picture that lies beside the text that was imported, to be copied. */
export interface PictureCopy {
  /** As the text names it: relative to the text's own file. */
  readonly from: string;
  /** Relative to the site's root. */
  readonly to: string;
}

/** What is decided about a feature before it is written. */
export interface FeaturePlan {
  readonly slug: string;
  readonly as: "folder" | "file";
  readonly title: string;
  /** `2024-03-01`. */
  readonly date: string;
  readonly draft: boolean;
  /** Written down where it is given. */
  readonly language: string | undefined;
  readonly words: ImportWords;
  /** Full-width colons behind labels. */
  readonly fullWidth: boolean;
  readonly guests: GuestPlan;
  /** Whether a picture that the text names lies beside it. */
  readonly pictureExists: (src: string) => boolean;
}
