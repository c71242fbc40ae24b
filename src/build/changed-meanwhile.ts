/** A file has changed since it was understood, while it was about to be shown: the site has to be read once more. */
export class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
}
