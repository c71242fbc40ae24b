import { addSiteOptions, displayed, libraryOptions, type SiteOptions } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { UsageError, type Environment } from "./environment.js";
import { PreviewScreen } from "./preview-screen.js";
import { whyRefused } from "./refused-port.js";

interface PreviewOptions extends SiteOptions {
  readonly port: string;
  readonly host: string;
  readonly open?: boolean;
  readonly editor?: string;
  readonly dist?: string | true;
  readonly cache?: boolean;
}

/** `colloquy preview` */
export const previewCommand: CommandSetup = (command, environment, end) => {
  addSiteOptions(command)
    .option("--port <port>", "the port to listen on; if it is busy, the next one", "4100")
    .option("--host <host>", "who can see it: 127.0.0.1 is this machine alone", "127.0.0.1")
    .option("--open", "open it in the browser")
    .option(
      "--editor <editor>",
      "the editor that links to lines open: a name, or an address (default: vscode)",
    )
    .option("--dist [folder]", "show a finished site instead (default: dist in the site's folder)")
    .option("--no-cache", "do not use or keep what is known of the site in .colloquy")
    .addHelpText(
      "after",
      `
Shows the site while it is written: every save is seen, and open pages are updated in place. Nothing is written but
what makes the next start quick, in .colloquy.
An error leaves the last good site as it is. Ctrl-C ends it.

Examples:
  colloquy preview --open
  colloquy preview --drafts --port 8080
  colloquy preview --editor "emacs://open?url=file://{path}&line={line}"
  colloquy preview --dist`,
    )
    .action(async (options: PreviewOptions) => end(await preview(options, environment)));
};

async function preview(options: PreviewOptions, environment: Environment): Promise<number> {
  const port = portOf(options.port);
  const { host } = options;
  const { out, ...site } = libraryOptions(options, environment);
  const { editorLinks, editors } = await import("../preview/editor-link.js");
  const named = options.editor ?? "vscode";
  const editor = editorLinks(named, site.root);
  if (!editor) {
    throw new UsageError(
      `Unexpected --editor ${JSON.stringify(named)}, expected ${Object.keys(editors).join(", ")}, or an address such as my-editor://{path}:{line}`,
    );
  }
  const screen = new PreviewScreen(environment, options);
  try {
    if (options.dist !== undefined) {
      const { dist } = options;
      refuseBesideDist(options);
      const folder =
        dist === true ? (out ?? `${site.root}/dist`) : libraryOptions({ out: dist }, environment).out;
      if (environment.fs.stat(folder ?? "")?.kind !== "folder")
        throw new UsageError(
          `Unexpected --dist ${JSON.stringify(folder)}, expected a folder; colloquy build makes it`,
        );
      const finished = { folder: folder ?? "", root: site.root, base: site.base, host, port };
      const { serveFinishedSite } = await import("../preview/finished-site.js");
      const { basePath, ...listening } = await serveFinishedSite(finished, (thrown) =>
        screen.trouble(thrown),
      );
      screen.listening({ ...listening, basePath });
      screen.finished(displayed(finished.folder, environment.workingDirectory));
    } else {
      const { startPreview } = await import("../preview/index.js");
      await startPreview(
        {
          ...site,
          cache: options.cache !== false,
          host,
          port,
          editor,
          onProgress: (progress) => screen.line.show(progress),
        },
        {
          onListening: (listening) => screen.listening({ ...listening, basePath: site.base ?? "/" }),
          onState: (state, because, took) => screen.built(state, because, took),
          onTrouble: (thrown) => screen.trouble(thrown),
          onUnwatched: (message) => screen.unwatched(message),
        },
      );
    }
  } catch (thrown) {
    const said = whyRefused(thrown, { host, port });
    if (said === undefined) throw thrown;
    throw new UsageError(said);
  }
  // A signal ends the process at once, whatever it is doing: everything is in memory, and nothing has to be tidied up.
  return new Promise<number>(() => undefined);
}

/** A finished site is shown as it is: nothing is taken in, and no link to a line is put into it. */
function refuseBesideDist({ drafts, editor }: PreviewOptions): void {
  const surplus = drafts === true ? "--drafts" : editor === undefined ? undefined : "--editor";
  if (surplus !== undefined)
    throw new UsageError(`Unexpected ${surplus} beside --dist, which shows the finished site as it is`);
}

function portOf(typed: string): number {
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port <= 65_535) return port;
  throw new UsageError(
    `Unexpected --port ${JSON.stringify(typed)}, expected a number up to 65535, such as 8080`,
  );
}
