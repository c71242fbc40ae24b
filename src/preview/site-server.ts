import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { commonHeaders, sendAnswer, sendText } from "./answer.js";
import { isAllowedHost } from "./host-check.js";
import { locateFile } from "./locate-file.js";
import { mediaTypeOf } from "./media-type.js";
import type { SiteFiles } from "./site-files.js";

/** Answers a request that may be answered. */
export type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * A server that answers only whom it should: requests to this machine's own names, that read.
 *
 * @param host - What it is told to listen on.
 * @param onBroken - A request could not be answered, by a bug or by the disk.
 */
export function createSiteServer(
  host: string,
  respond: Respond,
  onBroken: (thrown: unknown) => void,
): Server {
  return createServer((request, response) => {
    if (!isAllowedHost(request.headers.host, host)) {
      sendText(request, response, 403, "Unexpected host, expected localhost or the address of this machine");
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      sendText(request, response, 405, "Only GET and HEAD");
      return;
    }
    // A browser that goes away in the middle is no trouble.
    response.on("error", () => response.destroy());
    Promise.resolve(respond(request, response)).catch((thrown: unknown) => {
      onBroken(thrown);
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, "Could not be read; the terminal says why");
    });
  });
}

/** Changes a page before it is sent. */
export type PageChange = (page: Uint8Array, hash: string) => Uint8Array;

/**
 * Answer with a file of a site as a static host does: `index.html` for a folder, a redirect to the folder's slash, and
 * the site's `404.html` for what is not there.
 */
export function respondWithSite(
  request: IncomingMessage,
  response: ServerResponse,
  files: SiteFiles,
  basePath: string,
  change: PageChange = (page) => page,
): void {
  const located = locateFile(request.url ?? "/", basePath, (path) => files.get(path) !== undefined);
  if (located.kind === "redirect") {
    response.writeHead(302, { ...commonHeaders, location: located.to, "content-length": 0 }).end();
    return;
  }
  const path = located.kind === "file" ? located.path : notFoundFile;
  const output = files.get(path);
  if (!output) {
    sendText(request, response, 404, "Not found");
    return;
  }
  const isPage = path.endsWith(".html");
  const body = isPage ? change(output.body(), output.hash) : output.body();
  const status = located.kind === "file" ? 200 : 404;
  sendAnswer(request, response, { status, type: mediaTypeOf(path), body, tag: output.hash });
}

/** What a static host shows for an address that it has nothing at. */
export const notFoundFile = "404.html";
