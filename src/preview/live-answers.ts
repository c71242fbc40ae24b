import type { IncomingMessage, ServerResponse } from "node:http";
import type { LastSite } from "../build/last-site.js";
import { NotKept } from "../build/served-output.js";
import { bytesContent, type Content } from "../io/file-content.js";
import { sendAnswer, sendText } from "./answer.js";
import type { EarlySite } from "./early-site.js";
import type { EventChannel } from "./event-channel.js";
import type { LiveSite } from "./live-site.js";
import { locateFile } from "./locate-file.js";
import { mediaTypeOf } from "./media-type.js";
import { lostPage } from "./outline.js";
import { previewPath, withPreviewScript } from "./page-script.js";
import type { ShownFiles } from "./shown-files.js";
import { respondWithSite, type Respond } from "./site-server.js";

/** Where answers come from. */
export interface AnswerSources {
  readonly site: LiveSite;
  /** What the preview's own pages and its script consist of, by path. */
  readonly ownFiles: ReadonlyMap<string, Content>;
  readonly channel: EventChannel;
  readonly early: EarlySite;
  /** Told of what is shown. */
  readonly shown: ShownFiles;
  /** Resolves when the site is as new as everything that was seen to change so far. */
  readonly settled: () => Promise<void>;
  /** Brings the site up to date with its folder, whatever was seen to change. */
  readonly lookAgain: () => Promise<void>;
}

/** Answers with the site as it is now, each page with the preview's script in it, and with the preview's own pages. */
export function liveAnswers(sources: AnswerSources): Respond {
  const { site, ownFiles, channel, shown, settled, lookAgain } = sources;
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
    const known = await upToDate(ownPath === undefined ? (request.url ?? "/") : null, sources);
    if (known) {
      try {
        await respondWithSite(request, response, shown.noting(known), known.basePath, withScript);
        return;
      } catch (thrown) {
        // A text is another since it was read: the first build has it.
        if (!(thrown instanceof NotKept)) throw thrown;
        await settled();
      }
    }
    const { files } = site;
    if (!files || ownPath !== undefined) return respondWithOwn(site, pathname, withScript, request, response);
    const respond = () =>
      respondWithSite(request, response, shown.noting(site.files ?? files), site.basePath, withScript);
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

/**
 * Wait until an answer is not older than a save that was seen before it; the first answers wait for the first build.
 *
 * @param target - What is asked for, as received; `null` for what is no part of the site.
 * @returns What is known already of a site that is not built yet, where that suffices.
 */
async function upToDate(
  target: string | null,
  { early, settled }: AnswerSources,
): Promise<LastSite | undefined> {
  const end = settled().then(() => "settled" as const);
  for (;;) {
    const { site, next } = early;
    if (site && target !== null) {
      if (knows(site, target)) return site;
      if (await early.make(target)) continue;
    }
    if ((await Promise.race([end, next])) === "settled") return undefined;
  }
}

/** Whether an address is known to mean something, so that nobody is told that it does not who asks too early. */
function knows(last: LastSite, target: string): boolean {
  return locateFile(target, last.basePath, (path) => last.get(path) !== undefined).kind !== "missing";
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
  const status = page.isUnknown === true ? 404 : pathname.startsWith(previewPath) ? 200 : 503;
  const body = withScript(page.open());
  return sendAnswer(request, response, { status, type: mediaTypeOf(".html"), body });
}
