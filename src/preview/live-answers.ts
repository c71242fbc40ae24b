import type { IncomingMessage, ServerResponse } from "node:http";
import { bytesContent, type Content } from "../io/file-content.js";
import { sendAnswer, sendText } from "./answer.js";
import { readClientFiles } from "./client-files.js";
import type { EventChannel } from "./event-channel.js";
import type { LiveSite } from "./live-site.js";
import { mediaTypeOf } from "./media-type.js";
import { previewPath, withPreviewScript } from "./page-script.js";
import { ownStyle } from "./preview-page.js";
import { respondWithSite, type Respond } from "./site-server.js";

/** Answers with the site as it is now, each page with the preview's script in it, and with the preview's own pages. */
export function liveAnswers(site: LiveSite, channel: EventChannel): Respond {
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
    if (files && ownPath === undefined) {
      return respondWithSite(request, response, files, site.basePath, withScript);
    }
    return respondWithOwn(site, pathname, withScript, request, response);
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
  const body = withScript(page.body);
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
