import { setImmediate } from "node:timers/promises";
import type { SiteOptions } from "../build/options.js";
import { realFileSystem } from "../io/real-file-system.js";
import { readOwnFiles } from "./client-files.js";
import { atEachQuarter } from "./each-quarter.js";
import { EarlySite } from "./early-site.js";
import type { EditorLink } from "./editor-link.js";
import { EventChannel } from "./event-channel.js";
import { gitAtWork } from "./git-at-work.js";
import { IdleWork } from "./idle-work.js";
import { everything, KnownFiles } from "./known-files.js";
import { listen, type Listening } from "./listen.js";
import { liveAnswers } from "./live-answers.js";
import { LiveSite } from "./live-site.js";
import { Rebuilding, type RebuildListener } from "./rebuilding.js";
import { ShownFiles } from "./shown-files.js";
import { createSiteServer } from "./site-server.js";
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
  const shown = new ShownFiles();
  const early = new EarlySite(options);
  let start: (rebuilding: Rebuilding) => void = () => undefined;
  const started = new Promise<Rebuilding>((resolve) => (start = resolve));
  const settled = async (): Promise<void> => (await started).settled();
  const lookAgain = async (): Promise<void> => {
    const rebuilding = await started;
    rebuilding.seen([everything]);
    return rebuilding.settled();
  };
  const ownFiles = readOwnFiles();
  const answers = liveAnswers({ site, ownFiles, channel, shown, settled, lookAgain, early });
  listener.onListening(await listen(createSiteServer(host, answers, listener.onTrouble), host, port));
  // Whoever asks already is answered with what is known, before anything else is even loaded.
  early.look();
  await setImmediate();
  const { openSession } = await import("../build/site-session.js");
  const session = openSession(options, { onRead: (read) => early.take(read), found: early.found });
  const told: RebuildListener = {
    onState: (state, because, took) => {
      saveLater();
      early.end();
      site.take(state, because);
      channel.tellAll();
      listener.onState(state, because, took);
    },
    onTrouble: (thrown) => {
      early.end();
      site.trouble(thrown instanceof Error ? thrown.message : String(thrown));
      channel.tellAll();
      listener.onTrouble(thrown);
    },
  };
  const rebuilding = new Rebuilding(session, new KnownFiles(fs, root, session), told, gitAtWork(fs, root));
  const gathering = new IdleWork(session.gather);
  // The next start is quick by what this one knows; writing it down waits until nobody waits for anything.
  let saving: ReturnType<typeof setTimeout> | undefined;
  const saveLater = (): void => {
    clearTimeout(saving);
    gathering.stop();
    saving = setTimeout(() => {
      rebuilding
        .settled()
        .then(() => {
          session.save(shown.paths);
          gathering.start();
        })
        .catch(listener.onTrouble);
    }, idle).unref();
  };
  // What waits for its day comes out as it begins.
  atEachQuarter(() => void rebuilding.renew());
  // Who has asked meanwhile for a page that can be made at once is answered first.
  await early.idle;
  // The first build has the machine to itself.
  const built = rebuilding.start();
  start(rebuilding);
  await built;
  // What has changed since it listed the files is seen as soon as they are watched.
  watchSite(root, {
    onSeen: (paths) => rebuilding.seen(paths),
    onReady: () => rebuilding.seen([everything]),
    onTrouble: listener.onUnwatched,
  });
}

/** Milliseconds after a build. */
const idle = 2500;
