import type { SiteState } from "../build/site-session.js";
import { isFileError } from "../io/file-system.js";
import type { FilePath } from "../model/ids.js";
import { isLoopback } from "../preview/host-check.js";
import { bugReport } from "./bug-report.js";
import type { Environment } from "./environment.js";
import { networkAddresses } from "./network-addresses.js";
import { openInBrowser } from "./open-in-browser.js";
import { ProgressLine } from "./progress-line.js";
import { countProblems, plural, reportPretty } from "./report-pretty.js";

/** Where a preview is shown, as typed. */
export interface PreviewShown {
  readonly host: string;
  readonly open?: boolean;
  readonly drafts?: boolean;
}

/** What the terminal says of a preview. */
export class PreviewScreen {
  /** How far the build is. */
  readonly line: ProgressLine;
  readonly #environment: Environment;
  readonly #options: PreviewShown;
  readonly #unwatched = new Set<string>();
  /** The report that was printed last. */
  #before: string | undefined;
  #isBroken = false;
  /** Whether there was a site to show. */
  #wasGood = false;

  /** @param options - As typed. */
  constructor(environment: Environment, options: PreviewShown) {
    this.line = new ProgressLine(environment.stderr);
    this.#environment = environment;
    this.#options = options;
  }

  /** The preview can be seen from now on. */
  listening({ port, busy, basePath }: { port: number; busy: readonly number[]; basePath: string }): void {
    const { host, open } = this.#options;
    if (busy.length > 0) this.#say(`Port ${busy.join(", ")} is busy; taking ${port}.`);
    const addressAt = (name: string): string => `http://${name}:${port}${basePath}`;
    const isEverywhere = host === "0.0.0.0" || host === "::";
    const address = addressAt(isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host);
    this.#environment.stdout.write(`${address}\n`);
    if (isEverywhere) {
      const others = networkAddresses(this.#environment.networkInterfaces(), host);
      if (others.length > 0) this.#say(`From another device: ${others.map(addressAt).join(" ")}`);
    }
    if (!isLoopback(host)) {
      const drafts = this.#options.drafts === true ? ", drafts too" : "";
      this.#say(`Everyone who reaches ${isEverywhere ? "this machine" : host} can see this${drafts}.`);
    }
    if (open === true)
      openInBrowser(address, (why) => {
        this.line.clear();
        this.#say(`Could not open a browser (${why}); open the address yourself.`);
      });
  }

  /** What is shown is a finished site. @param folder - As a person would type it. */
  finished(folder: string): void {
    this.#say(`The finished site in ${folder}, as a host would show it. Open pages are not updated.`);
  }

  /** A build has ended. @param took - Milliseconds. */
  built(
    { diagnostics, counts, usable, changed, outputs }: SiteState,
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
      ? !this.#wasGood
        ? [plural(counts.features, "feature"), plural(counts.guests, "guest"), plural(counts.pages, "page")]
        : [plural(changed.length, "file") || (this.#isBroken ? "mended" : "nothing to renew")]
      : [outputs.size > 0 ? "the last good site stays" : "the site cannot be built yet"];
    this.#isBroken = !usable;
    this.#wasGood ||= usable;
    const parts = [...made, problems].filter((part) => part !== "");
    const files = because.length === 0 ? (usable ? "Built" : "Not built") : nameOf(because);
    this.#say(`${files}: ${parts.join(", ")} (${Math.max(1, Math.round(took))} ms)`);
  }

  /** Something broke that is no fault of the content: the disk refused, or there is a bug. */
  trouble(thrown: unknown): void {
    this.line.clear();
    if (isFileError(thrown)) this.#say(thrown.message);
    else this.#environment.stderr.write(bugReport(thrown, ["preview"], this.#environment.platform));
    this.#say("The preview goes on with the last good site.");
  }

  /** Some folder cannot be watched. */
  unwatched(message: string): void {
    if (this.#unwatched.has(message)) return;
    this.#unwatched.add(message);
    this.#say(`Not everything can be watched (${message}); some changes are seen seconds later.`);
  }

  #say(text: string): void {
    this.#environment.stderr.write(`${text}\n`);
  }
}

function nameOf(files: readonly FilePath[]): string {
  const [first = ""] = files;
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
