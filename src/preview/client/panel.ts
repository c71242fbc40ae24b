import type { PageSource, Report } from "../messages.js";
import { Corner, type Connection } from "./corner.js";
import { counted, isBroken } from "./counted.js";
import { make } from "./elements.js";
import { isListing } from "./own-page.js";
import { panelStyle } from "./panel-style.js";
import { ProblemDialog } from "./problem-dialog.js";
import { putAway, wasPutAway } from "./put-away.js";
import { TurnLink } from "./turn-link.js";

/**
 * What the preview shows over a page: errors, a quiet count of warnings, whether readers see the page yet, and a link
 * from each turn to its line.
 *
 * It stands beside the body, not in it, so that neither the page's scripts nor an update of the page meet it. Every text
 * is put in as text: what somebody wrote in the content can say nothing to the browser.
 */
export class Panel {
  readonly #corner = new Corner(() => this.#spread(!this.#dialog.element.open));
  readonly #dialog = new ProblemDialog(() => this.#closed());
  readonly #turnLink: TurnLink;
  /** Tells those who do not see it. */
  readonly #said = make("p", "said");
  #report: Report | undefined;
  #source: PageSource | null = null;
  #connection: Connection = "open";

  constructor(root: HTMLElement) {
    const host = document.createElement("colloquy-preview");
    const shadow = host.attachShadow({ mode: "open" });
    // A constructed sheet is let through by any Content-Security-Policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyle);
    shadow.adoptedStyleSheets = [sheet];
    this.#turnLink = new TurnLink(host);
    this.#said.setAttribute("role", "status");
    shadow.append(this.#turnLink.element, this.#corner.element, this.#said, this.#dialog.element);
    root.append(host);
  }

  /** Show what is wrong; nothing where nothing is. */
  showReport(report: Report): void {
    if (JSON.stringify(report) === JSON.stringify(this.#report)) return;
    const words = counted(report);
    const { open } = this.#dialog.element;
    const isRead = open && this.#report !== undefined && isBroken(this.#report) === isBroken(report);
    if (words !== "" || this.#report) this.#said.textContent = words || "Nothing is wrong any longer";
    this.#report = report;
    // What comes again after it was mended is new.
    if (!isBroken(report)) putAway(report);
    const isNew = isBroken(report) && !isListing() && !wasPutAway(report);
    // Who reads errors or warnings reads on; who was shown errors goes back to the page once they are mended.
    this.#spread(isNew || (isRead && words !== ""));
  }

  /** Show where the page was written. */
  showSource(source: PageSource | null): void {
    this.#source = source;
    this.#turnLink.setTurns(new Map(source?.turns));
    this.#draw();
  }

  /** Show whether the page is kept up to date; what its policy forbids, it forbids for good. */
  showConnection(connection: Connection): void {
    if (this.#connection !== "forbidden") this.#connection = connection;
    this.#draw();
  }

  #spread(open: boolean): void {
    if (open && this.#report) this.#dialog.show(this.#report);
    else this.#dialog.element.close();
    this.#draw();
  }

  #closed(): void {
    if (this.#report && !this.#dialog.element.open) putAway(this.#report);
    this.#draw();
  }

  #draw(): void {
    this.#corner.show(this.#connection, this.#report, this.#source, this.#dialog.element.open);
  }
}
