import type { IncomingMessage, ServerResponse } from "node:http";
import { NotKept } from "../build/served-output.js";
import { bytesContent, type Content } from "../io/file-content.js";
import { sendAnswer, sendText } from "./answer.js";
import { readClientFiles } from "./client-files.js";
import type { EventChannel } from "./event-channel.js";
import type { LiveSite } from "./live-site.js";
import { mediaTypeOf } from "./media-type.js";
import { lostPage } from "./outline.js";
import { previewPath, withPreviewScript } from "./page-script.js";
import { ownStyle } from "./preview-page.js";
import { respondWithSite, type Respond } from "./site-server.js";

/**
 * Answers with the site as it is now, each page with the preview's script in it, and with the preview's own pages.
 *
 * @param lookAgain - Brings the site up to date with its folder, whatever was seen to change.
 */
export function liveAnswers(site: LiveSite, channel: EventChannel, lookAgain: () => Promise<void>): Respond {
  const ownFiles = readOwnFiles();
  return async (request, response) => {
    const [, pathname = "/", query = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(request.url ?? "/") ?? [];
    const ownPath = pathname.startsWith(previewPath) ? pathname.slice(previewPath.length) : undefined;
    if (ownPath === "events") {
      const asked = new URLSearchParams(query);
      channel.open(response, asked.get("page") ?? "/", asked.get("mark") ?? "");
      return;
    }
    const ownFile = ownPath === undefined ? undefined : ownFiles.get(ownPath);
    if (ownFile) {
      return sendAnswer(request, response, { status: 200, type: mediaTypeOf(pathname), body: ownFile });
    }
    const withScript = (page: Content) => withPreviewScript(page, site.mark(page.mark));
    const { files } = site;
    if (!files || ownPath !== undefined) return respondWithOwn(site, pathname, withScript, request, response);
    const respond = () => respondWithSite(request, response, site.files ?? files, site.basePath, withScript);
    try {
      await respond().catch(async (thrown: unknown) => {
        if (!(thrown instanceof NotKept)) throw thrown;
        // It may have been saved just now, and nobody has said so yet.
        await lookAgain();
        await respond();
      });
    } catch (thrown) {
      if (!(thrown instanceof NotKept)) throw thrown;
      const { body, hash } = lostPage();
      const page = withScript(bytesContent(body, hash));
      await sendAnswer(request, response, { status: 503, type: mediaTypeOf(".html"), body: page });
    }
  };
}

/** A page of the preview's own, or the one that stands in for a site that was never built. */
function respondWithOwn(
  site: LiveSite,
  pathname: string,
  withScript: (page: Content) => Content,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = site.pageAt(pathname);
  if (!page) return sendText(request, response, 404, "Not found");
  const status = pathname.startsWith(previewPath) ? 200 : 503;
  const body = withScript(page.open());
  return sendAnswer(request, response, { status, type: mediaTypeOf(".html"), body });
}

/** What the preview's own pages and its script consist of, by path. */
function readOwnFiles(): ReadonlyMap<string, Content> {
  const client = [...readClientFiles()].map(([name, bytes]): [string, Content] => [
    `client/${name}`,
    bytesContent(bytes, name),
  ]);
  return new Map([...client, ["outline.css", bytesContent(new TextEncoder().encode(ownStyle), "")]]);
}
