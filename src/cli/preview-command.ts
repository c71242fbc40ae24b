import type { SiteState } from "../build/site-session.js";
import type { FilePath } from "../model/ids.js";
import { bugReport } from "./bug-report.js";
import { addSiteOptions, displayed, libraryOptions, type SiteOptions } from "./common-options.js";
import type { CommandSetup } from "./command-setup.js";
import { UsageError, type Environment } from "./environment.js";
import { openInBrowser } from "./open-in-browser.js";
import { ProgressLine } from "./progress-line.js";
import { countProblems, plural, reportPretty } from "./report-pretty.js";

interface PreviewOptions extends SiteOptions {
  readonly port: string;
  readonly host: string;
  readonly open?: boolean;
  readonly editor: string;
  readonly dist?: string | true;
}

/** `colloquy preview` */
export const previewCommand: CommandSetup = (command, environment, end) => {
  addSiteOptions(command)
    .option("--port <port>", "the port to listen on; if it is busy, the next one", "4100")
    .option("--host <host>", "who can see it: 127.0.0.1 is this machine alone", "127.0.0.1")
    .option("--open", "open it in the browser")
    .option("--editor <editor>", "the editor that links to lines open: a name, or an address", "vscode")
    .option("--dist [folder]", "show a finished site instead (default: dist in the site's folder)")
    .addHelpText(
      "after",
      `
Shows the site while it is written: every save is seen, and open pages are updated in place. Nothing is written.
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
  const editor = editorLinks(options.editor, site.root);
  if (!editor) {
    throw new UsageError(
      `Unexpected --editor ${JSON.stringify(options.editor)}, expected ${Object.keys(editors).join(", ")}, or an address such as my-editor://{path}:{line}`,
    );
  }
  const screen = new Screen(environment, options);
  const { serveFinishedSite, startPreview } = await import("../preview/index.js");
  try {
    if (options.dist !== undefined) {
      const { dist } = options;
      const folder =
        dist === true ? (out ?? `${site.root}/dist`) : libraryOptions({ out: dist }, environment).out;
      if (environment.fs.stat(folder ?? "")?.kind !== "folder")
        throw new UsageError(
          `Unexpected --dist ${JSON.stringify(folder)}, expected a folder; colloquy build makes it`,
        );
      const finished = { folder: folder ?? "", root: site.root, base: site.base, host, port };
      const { basePath, ...listening } = await serveFinishedSite(finished, (thrown) =>
        screen.trouble(thrown),
      );
      screen.listening({ ...listening, basePath });
    } else {
      await startPreview(
        { ...site, host, port, editor, onProgress: (progress) => screen.line.show(progress) },
        {
          onListening: (listening) => screen.listening({ ...listening, basePath: site.base ?? "/" }),
          onState: (state, because, took) => screen.built(state, because, took),
          onTrouble: (thrown) => screen.trouble(thrown),
          onUnwatched: (message) => screen.unwatched(message),
        },
      );
    }
  } catch (thrown) {
    const said = refusedPort(thrown, host);
    if (said === undefined) throw thrown;
    throw new UsageError(said);
  }
  // A signal ends the process at once, whatever it is doing: everything is in memory, and nothing has to be tidied up.
  return new Promise<number>(() => undefined);
}

/** What the terminal says. */
class Screen {
  readonly line: ProgressLine;
  readonly #environment: Environment;
  readonly #options: PreviewOptions;
  readonly #unwatched = new Set<string>();
  /** The report that was printed last. */
  #before: string | undefined;

  constructor(environment: Environment, options: PreviewOptions) {
    this.line = new ProgressLine(environment.stderr);
    this.#environment = environment;
    this.#options = options;
  }

  listening({ port, busy, basePath }: { port: number; busy: readonly number[]; basePath: string }): void {
    const { host, open } = this.#options;
    if (busy.length > 0) this.#say(`Port ${busy.join(", ")} is busy; taking ${port}.`);
    if (!["127.0.0.1", "localhost", "::1"].includes(host))
      this.#say(`Everyone who reaches ${host} can see this, drafts too.`);
    const everywhere = host === "0.0.0.0" || host === "::";
    const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
    const address = `http://${name}:${port}${basePath}`;
    this.#environment.stdout.write(`${address}\n`);
    if (open === true) openInBrowser(address);
  }

  built(
    { diagnostics, counts, usable, changed }: SiteState,
    because: readonly FilePath[],
    took: number,
  ): void {
    this.line.clear();
    const { stderr } = this.#environment;
    // A look at the calendar that found nothing new is nobody's business.
    const isFirst = this.#before === undefined;
    if (!isFirst && because.length === 0 && changed.length === 0) return;
    const problems = countProblems(diagnostics);
    const report = reportPretty(diagnostics, stderr);
    // What was said already is not said again at every save.
    if (report !== (this.#before ?? "")) stderr.write(report);
    this.#before = report;
    const made = usable
      ? isFirst
        ? [plural(counts.features, "feature"), plural(counts.guests, "guest"), plural(counts.pages, "page")]
        : [plural(changed.length, "file") || "nothing to renew"]
      : ["the last good site stays"];
    const parts = [...made, problems].filter((part) => part !== "");
    const files = because.length === 0 ? "Built" : nameOf(because);
    this.#say(`${files}: ${parts.join(", ")} (${Math.max(1, Math.round(took))} ms)`);
  }

  trouble(thrown: unknown): void {
    this.line.clear();
    this.#environment.stderr.write(bugReport(thrown, ["preview"], this.#environment.platform));
    this.#say("The preview goes on with the last good site.");
  }

  unwatched(message: string): void {
    if (this.#unwatched.has(message)) return;
    this.#unwatched.add(message);
    const root = displayed(this.#environment.workingDirectory, this.#environment.workingDirectory);
    this.#say(`Not everything in ${root} can be watched (${message}); changes are seen some seconds later.`);
  }

  #say(text: string): void {
    this.#environment.stderr.write(`${text}\n`);
  }
}

function nameOf(files: readonly FilePath[]): string {
  const [first = ""] = files;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

function portOf(typed: string): number {
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port <= 65_535) return port;
  throw new UsageError(
    `Unexpected --port ${JSON.stringify(typed)}, expected a number up to 65535, such as 8080`,
  );
}

/** Why a port cannot be had, in words; `undefined` where something else was thrown. */
function refusedPort(thrown: unknown, host: string): string | undefined {
  if (!(thrown instanceof Error) || !("syscall" in thrown)) return undefined;
  const code = "code" in thrown ? String(thrown.code) : "";
  if (code === "EACCES")
    return "Unexpected --port: this system keeps it for its administrator; try one above 1023";
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(code))
    return `Unexpected --host ${JSON.stringify(host)}, expected an address of this machine`;
  return undefined;
}
