import { sitePath, type FilePath, type SitePath } from "../model/ids.js";

/**
 * The address at which a content file that is no page (a picture, a linked document) is published.
 *
 * `content/features/spring-duty/duty-1.jpg` is published as `/media/features/spring-duty/duty-1.jpg`: under a folder
 * of its own, so that no file can come to stand where a page is.
 */
export function mediaPath(file: FilePath): SitePath {
  return sitePath(`/media/${file.replace(/^content\//, "")}`);
}
