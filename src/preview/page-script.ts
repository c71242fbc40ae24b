import { bytesContent, wholeOf, type Content } from "../io/file-content.js";

/** Where everything lives that the preview adds to a site; no page of a site can be there. */
export const previewPath = "/__colloquy/";

/**
 * Put the preview's script into a page, and nothing else: what a build writes is otherwise untouched.
 *
 * It comes first in the head, and is waited for, so that it sees the page as it was sent, before the page's own
 * scripts change it.
 *
 * @param mark - Names what the page shows.
 */
export function withPreviewScript(page: Content, mark: string): Content {
  const whole = wholeOf(page);
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const head = /<head\b[^>]*>/i.exec(bytes.subarray(0, 4096).toString("latin1"));
  const at = head ? head.index + head[0].length : 0;
  const before = at > 0 ? bytes.subarray(0, at) : Buffer.from("<!doctype html>");
  return bytesContent(Buffer.concat([before, Buffer.from(previewScript(mark)), bytes.subarray(at)]), mark);
}

/** The element that loads the preview's script. */
function previewScript(mark: string): string {
  return `<script src="${previewPath}client/first.js" data-colloquy-page="${mark}"></script>`;
}
