import type { FilePath } from "../model/ids.js";
import type { DocumentName } from "./parse-document.js";

/** One document's file, with what its place says of it. */
export interface ContentFile extends DocumentName {
  readonly file: FilePath;
}

/** A feature's file in one language, with those of its sections. */
export interface FeatureFiles extends ContentFile {
  /** In order; `null` where the feature is one file, in a folder or not. */
  readonly sections: readonly ContentFile[] | null;
}
