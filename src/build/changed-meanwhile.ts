import type { FilePath } from "../model/ids.js";

/** A file has changed since it was understood, while it was about to be shown: the site has to be read once more. */
export class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
  readonly file: FilePath;

  constructor(file: FilePath) {
    super(`${file} has changed since it was read`);
    this.file = file;
  }
}
