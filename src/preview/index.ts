import type { IncomingMessage, ServerResponse } from "node:http";
import type { SiteOptions } from "../build/options.js";
import { readSiteFolder } from "../build/read-site.js";
import { openSession } from "../build/site-session.js";
import { realFileSystem } from "../io/real-file-system.js";
import { sendAnswer, sendText } from "./answer.js";
import { readClientFiles } from "./client-files.js";
import type { EditorLink } from "./editor-link.js";
import { EventChannel } from "./event-channel.js";
import { everything, KnownFiles } from "./known-files.js";
import { listen, type Listening } from "./listen.js";
import { LiveSite } from "./live-site.js";
import { mediaTypeOf } from "./media-type.js";
import { previewPath, withPreviewScript } from "./page-script.js";
import { ownStyle } from "./preview-page.js";
import { Rebuilding, type RebuildListener } from "./rebuilding.js";
import { filesOnDisk } from "./site-files.js";
import { createSiteServer, respondWithSite } from "./site-server.js";
import { watchSite } from "./site-watch.js";

/** What is shown, and where. */
export interface PreviewOptions extends SiteOptions {
  readonly host: string;
  /** Tried first; the next free one is taken. */
  readonly port: number;
  readonly editor: EditorLink;
}

/** Who is told what happens. */
export interface PreviewListener extends RebuildListener {
  /** The server answers from now on; the first answers wait for the first build. */
  readonly onListening: (listening: Listening) => void;
  /** Some folder cannot be watched, so that changes in it are found more slowly. */
  readonly onUnwatched: (message: string) => void;
}

/**
 * Build a site into memory, serve it, and keep it and the pages that are open up to date, until the process ends.
 *
 * Rejects only where nothing can be listened on.
 */
export async function startPreview(options: PreviewOptions, listener: PreviewListener): Promise<void> {
  const { root, host, port, fs = realFileSystem } = options;
  const site = new LiveSite(options.editor);
  const channel = new EventChannel((address, mark) => site.messagesFor(address, mark));
  const rebuilding = new Rebuilding(openSession(options), new KnownFiles(fs, root), {
    onState: (state, because, took) => {
      site.take(state);
      channel.tellAll();
      listener.onState(state, because, took);
    },
    onTrouble: (thrown) => {
      site.trouble(thrown instanceof Error ? thrown.message : String(thrown));
      channel.tellAll();
      listener.onTrouble(thrown);
    },
  });
  const clientFiles = readClientFiles();
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // An answer is never older than a save that was seen before it; the first ones wait for the first build.
    await rebuilding.settled();
    respondFrom(site, channel, clientFiles, request, response);
  };
  listener.onListening(await listen(createSiteServer(host, respond, listener.onTrouble), host, port));
  // The first build begins in the same breath, before any request can come.
  watchSite(root, {
    onSeen: (paths) => rebuilding.seen(paths),
    onReady: () => rebuilding.seen([everything]),
    onTrouble: listener.onUnwatched,
  });
  await rebuilding.start();
  // What waits for its day comes out on it; in every time zone a day begins at a quarter of an hour.
  setInterval(() => void rebuilding.renew(), 15 * 60_000).unref();
}

function respondFrom(
  site: LiveSite,
  channel: EventChannel,
  clientFiles: ReadonlyMap<string, Uint8Array>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const withScript = (page: Uint8Array, hash: string) => withPreviewScript(page, site.mark(hash));
  if (pathname === `${previewPath}events`) {
    channel.open(response, searchParams.get("page") ?? "/", searchParams.get("mark") ?? "");
    return;
  }
  if (pathname === `${previewPath}outline.css`) {
    sendAnswer(request, response, {
      status: 200,
      type: mediaTypeOf(pathname),
      body: new TextEncoder().encode(ownStyle),
    });
    return;
  }
  const clientFile = pathname.startsWith(`${previewPath}client/`)
    ? clientFiles.get(pathname.slice(`${previewPath}client/`.length))
    : undefined;
  if (clientFile) {
    sendAnswer(request, response, { status: 200, type: mediaTypeOf(pathname), body: clientFile });
    return;
  }
  const { files } = site;
  if (files && !pathname.startsWith(previewPath)) {
    respondWithSite(request, response, files, site.basePath, withScript);
    return;
  }
  const page = site.pageAt(pathname);
  if (!page) {
    sendText(request, response, 404, "Not found");
    return;
  }
  const body = withScript(page.body(), page.hash);
  const status = pathname.startsWith(previewPath) ? 200 : 503;
  sendAnswer(request, response, { status, type: mediaTypeOf(".html"), body });
}

/** Where a finished site is, and where it is to be shown. */
export interface FinishedSite {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Absolute path of the site's folder, whose settings say at which path the site lives; it may be missing. */
  readonly root: string;
  /** Goes before what the settings say. */
  readonly base: string | undefined;
  readonly host: string;
  readonly port: number;
}

/**
 * Serve a finished site as a static host would, until the process ends.
 *
 * @returns Where it is shown, with its base path; or why it is not.
 */
export async function serveFinishedSite(
  { folder, root, base, host, port }: FinishedSite,
  onBroken: (thrown: unknown) => void,
): Promise<Listening & { readonly basePath: string }> {
  const basePath = base ?? readSiteFolder(realFileSystem, root).folder?.settings.basePath ?? "/";
  const files = filesOnDisk(realFileSystem, folder);
  const server = createSiteServer(
    host,
    (request, response) => respondWithSite(request, response, files, basePath),
    onBroken,
  );
  return { ...(await listen(server, host, port)), basePath };
}
