import { isFileError } from "../io/file-system.js";
import type { Content } from "../io/file-content.js";
import type { ServedOutput } from "../build/served-output.js";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hostname } from "node:os";
import { commonHeaders, sendAnswer, sendText } from "./answer.js";
import { isAllowedHost } from "./host-check.js";
import { locateFile } from "./locate-file.js";
import { mediaTypeOf } from "./media-type.js";
import { previewPath } from "./page-script.js";
import type { SiteFiles } from "./site-files.js";

/** Answers a request that may be answered. */
export type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

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
  const machine = hostname();
  const respondWhereAllowed: Respond = (request, response) => {
    if (!isAllowedHost(request.headers.host, host, machine)) {
      const reason =
        "Unexpected host, expected localhost; with --host, the name or an address of this machine";
      return sendText(request, response, 403, reason);
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return sendText(request, response, 405, "Only GET and HEAD");
    }
    const [pathname = ""] = (request.url ?? "/").split("?");
    // As one types it. Of a finished site, too: that there is no such page, it says itself.
    if (`${pathname}/` === previewPath) return redirect(response, previewPath);
    return respond(request, response);
  };
  // A browser asks again on a connection that it has; one that closes at this moment would be an error to it.
  return createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    // A browser that goes away in the middle is no trouble.
    response.on("error", () => response.destroy());
    respondWhereAllowed(request, response).catch((thrown: unknown) => {
      onBroken(thrown);
      if (response.headersSent) response.destroy();
      else void sendText(request, response, 500, "Could not be read; the terminal says why");
    });
  });
}

/** Changes a page before it is sent. */
export type PageChange = (page: Content) => Content;

/**
 * Answer with a file of a site as a static host does: `index.html` for a folder, a redirect to the folder's slash, and
 * the site's `404.html` for what is not there.
 */
export async function respondWithSite(
  request: IncomingMessage,
  response: ServerResponse,
  files: SiteFiles,
  basePath: string,
  change: PageChange = (page) => page,
): Promise<void> {
  const located = locateFile(request.url ?? "/", basePath, (path) => files.get(path) !== undefined);
  if (located.kind === "redirect") return redirect(response, located.to);
  const found = located.kind === "file" ? opened(files.get(located.path)) : undefined;
  const path = located.kind === "file" && found ? located.path : notFoundFile;
  const body = found ?? opened(files.get(notFoundFile));
  if (!body) return sendText(request, response, 404, "Not found");
  return sendAnswer(request, response, {
    status: found ? 200 : 404,
    type: mediaTypeOf(path),
    body: path.endsWith(".html") ? change(body) : body,
    mayBeKept: true,
  });
}

/** @param to - Percent-encoded. */
function redirect(response: ServerResponse, to: string): Promise<void> {
  response.writeHead(302, { ...commonHeaders, location: to, "content-length": 0 }).end();
  return Promise.resolve();
}

/** What is in a file; `undefined` where it is gone since the site was made. */
function opened(output: ServedOutput | undefined): Content | undefined {
  try {
    return output?.open();
  } catch (thrown) {
    if (isFileError(thrown, "ENOENT", "ENOTDIR", "EISDIR")) return undefined;
    throw thrown;
  }
}

/** What a static host shows for an address that it has nothing at. */
export const notFoundFile = "404.html";
