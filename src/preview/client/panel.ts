import type { PageSource, Report, ShownDiagnostic, ShownPlace } from "../messages.js";
import { panelStyle } from "./panel-style.js";

/** Where the whole site is listed. */
const outline = "/__colloquy/";

/** Whether the page is told what changes. */
export type Connection = "open" | "ended" | "forbidden";

const whyNotUpdated: Readonly<Record<Connection, string>> = {
  open: "",
  ended: "The preview has ended",
  forbidden: "Not kept up to date: the page's Content-Security-Policy has no connect-src 'self'",
};

/**
 * What the preview shows over a page: errors, a quiet count of warnings, whether readers see the page yet, and a link
 * from each turn to its line.
 *
 * It stands beside the body, not in it, so that neither the page's scripts nor an update of the page meet it. Every text
 * is put in as text: what somebody wrote in the content can say nothing to the browser.
 */
export class Panel {
  readonly #frame: HTMLElement;
  readonly #corner: HTMLElement;
  readonly #jump: HTMLAnchorElement;
  #report: Report | undefined;
  #source: PageSource | null = null;
  #connection: Connection = "open";
  /** Whether the problems are spread out; errors are until somebody puts them away. */
  #open = false;
  #turns = new Map<string, string>();

  constructor(root: HTMLElement) {
    const host = document.createElement("colloquy-preview");
    const shadow = host.attachShadow({ mode: "open" });
    // A constructed sheet is let through by any Content-Security-Policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyle);
    shadow.adoptedStyleSheets = [sheet];
    this.#frame = make("div", "frame");
    this.#corner = make("div", "corner");
    this.#jump = make("a", "jump");
    this.#jump.hidden = true;
    this.#frame.hidden = true;
    this.#frame.setAttribute("role", "region");
    this.#frame.setAttribute("aria-label", "Problems");
    shadow.append(this.#jump, this.#corner, this.#frame);
    root.append(host);
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && this.#open) this.#spread(false);
    });
    for (const event of ["pointerover", "focusin"])
      document.addEventListener(event, ({ target }) => this.#offerJump(target, host));
  }

  /** Show what is wrong; nothing where nothing is. */
  showReport(report: Report): void {
    const isSame = JSON.stringify(report) === JSON.stringify(this.#report);
    this.#report = report;
    if (!isSame) this.#open = report.errors > 0 || report.trouble !== null;
    this.#draw();
  }

  /** Show where the page was written. */
  showSource(source: PageSource | null): void {
    this.#source = source;
    this.#turns = new Map(source?.turns);
    this.#jump.hidden = true;
    this.#draw();
  }

  /** Show whether the page is kept up to date; what its policy forbids, it forbids for good. */
  showConnection(connection: Connection): void {
    if (this.#connection !== "forbidden") this.#connection = connection;
    this.#draw();
  }

  #spread(open: boolean): void {
    this.#open = open;
    this.#draw();
  }

  #draw(): void {
    this.#corner.replaceChildren(...this.#cornerParts());
    const report = this.#report;
    const hasProblems = report !== undefined && (report.shown.length > 0 || report.trouble !== null);
    this.#frame.hidden = !this.#open || !hasProblems;
    this.#frame.replaceChildren(...(this.#frame.hidden || !report ? [] : [this.#sheet(report)]));
  }

  #cornerParts(): HTMLElement[] {
    const parts: HTMLElement[] = [];
    const why = whyNotUpdated[this.#connection];
    if (why !== "") parts.push(make("span", "warning", why));
    const { errors = 0, warnings = 0, trouble = null } = this.#report ?? {};
    if (errors > 0 || warnings > 0 || trouble !== null) {
      const words = trouble === null ? counted(errors, warnings) : "The build broke";
      const button = make("button", errors > 0 || trouble !== null ? "error" : "warning", words);
      button.addEventListener("click", () => this.#spread(!this.#open));
      parts.push(button);
    }
    const source = this.#source;
    if (source?.unpublished != null) parts.push(make("span", "draft", source.unpublished));
    if (source) parts.push(anchor(source.href, "Edit"));
    if (location.pathname !== outline) parts.push(anchor(outline, "Outline"));
    return parts;
  }

  #sheet(report: Report): HTMLElement {
    const { errors, warnings, shown, trouble } = report;
    const sheet = make("div", errors > 0 || trouble !== null ? "sheet" : "sheet calm");
    const header = make("header");
    const close = make("button", "", "Close");
    close.addEventListener("click", () => this.#spread(false));
    header.append(make("h2", "", counted(errors, warnings) || "The build broke"), close);
    sheet.append(header);
    if (errors > 0)
      sheet.append(make("p", "", "The page is as it was before; it is renewed once this is mended."));
    if (trouble !== null) sheet.append(make("p", "kind error", trouble));
    sheet.append(...shown.map(diagnosticParts));
    const more = errors + warnings - shown.length;
    if (more > 0) sheet.append(make("p", "", `And ${more} more; the terminal has all.`));
    return sheet;
  }

  /** A link beside the turn that is pointed at or has the focus. */
  #offerJump(target: EventTarget | null, host: Element): void {
    if (!(target instanceof Element) || target === host) return;
    let turn: Element | null = target.closest("[id]");
    while (turn && !this.#turns.has(turn.id)) turn = turn.parentElement?.closest("[id]") ?? null;
    this.#jump.hidden = turn === null;
    if (!turn) return;
    this.#jump.href = this.#turns.get(turn.id) ?? "";
    this.#jump.textContent = "Edit";
    this.#jump.title = `#${turn.id}`;
    const { top } = turn.getBoundingClientRect();
    // A turn may be as wide as the window; what is said in it ends where the eye is.
    const words = [...turn.querySelectorAll("p, h2, h3, h4, li")];
    const right = Math.max(
      ...(words.length > 0 ? words : [turn]).map((each) => each.getBoundingClientRect().right),
    );
    this.#jump.style.top = `${top + scrollY}px`;
    this.#jump.style.left = `${Math.min(right + 12, innerWidth - 60) + scrollX}px`;
  }
}

function diagnosticParts(diagnostic: ShownDiagnostic): HTMLElement {
  const { severity, code, help, frame, related } = diagnostic;
  const article = make("article");
  const line = placeLine(diagnostic);
  line.prepend(make("span", `kind ${severity}`, severity), " ");
  line.append(" ", make("span", "code", `[${code}]`));
  article.append(line);
  if (frame !== "") article.append(make("pre", "", frame));
  article.append(...related.map(placeLine));
  if (help !== "") article.append(make("p", "", help));
  return article;
}

function placeLine({ href, place, message }: ShownPlace): HTMLElement {
  const line = make("p");
  line.append(anchor(href, place), ` ${message}`);
  return line;
}

function anchor(href: string, text: string): HTMLAnchorElement {
  const link = make("a", "", text);
  link.href = href;
  return link;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  return element;
}

function counted(errors: number, warnings: number): string {
  const parts = [
    [errors, "error"],
    [warnings, "warning"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`)
    .join(", ");
}
