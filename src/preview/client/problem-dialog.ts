import type { Report, ShownDiagnostic, ShownPlace } from "../messages.js";
import { counted, isBroken } from "./counted.js";
import { anchor, make } from "./elements.js";
import { isOwnPage } from "./own-page.js";
import { prose } from "./prose.js";

/** What is wrong, spread out over the page; nothing behind it can be reached meanwhile. */
export class ProblemDialog {
  readonly element = make("dialog", "frame");
  readonly #sheet = make("div", "sheet");
  readonly #title = make("h2");
  readonly #close = make("button", "", "Close");
  readonly #problems = make("div");

  /** @param onClosed - Called after somebody has put it away, and when nothing is wrong any longer. */
  constructor(onClosed: () => void) {
    this.#title.id = "title";
    this.#title.setAttribute("aria-live", "assertive");
    this.element.setAttribute("aria-labelledby", "title");
    this.#close.addEventListener("click", () => this.element.close());
    this.element.addEventListener("close", onClosed);
    const header = make("header");
    header.append(this.#title, this.#close);
    this.#sheet.append(header, this.#problems);
    this.element.append(this.#sheet);
  }

  /** Open it, or have it show another report; a link that has the focus keeps it, or the one in its place gets it. */
  show(report: Report): void {
    const focused = this.#problems.querySelector<HTMLAnchorElement>("a:focus");
    const at = [...this.#problems.querySelectorAll("a")].findIndex((link) => link === focused);
    this.#title.textContent = counted(report);
    this.#sheet.classList.toggle("calm", !isBroken(report));
    this.#problems.replaceChildren(...problemParts(report));
    if (!this.element.open) this.element.showModal();
    if (!focused) return;
    const links = [...this.#problems.querySelectorAll("a")];
    (links.find(({ href }) => href === focused.href) ?? links[at] ?? this.#close).focus();
  }
}

function problemParts({ errors, warnings, shown, trouble }: Report): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (errors > 0 && !isOwnPage())
    parts.push(make("p", "", "The page is as it was before; it is renewed once this is mended."));
  if (trouble !== null) parts.push(make("p", "kind error", trouble));
  parts.push(...shown.map(diagnosticParts));
  const more = errors + warnings - shown.length;
  if (more > 0) parts.push(make("p", "", `And ${more} more; the terminal has all.`));
  return parts;
}

function diagnosticParts(diagnostic: ShownDiagnostic): HTMLElement {
  const { severity, code, help, frame, related } = diagnostic;
  const article = make("article");
  const line = placeLine(diagnostic);
  line.prepend(make("span", `kind ${severity}`, severity), " ");
  line.append(" ", make("span", "quiet", `[${code}]`));
  article.append(line);
  if (frame !== "") article.append(make("pre", "", frame));
  article.append(...related.map(placeLine));
  if (help !== "") {
    const advice = make("p");
    advice.append(...prose(help));
    article.append(advice);
  }
  return article;
}

function placeLine({ href, place, message }: ShownPlace): HTMLElement {
  const line = make("p");
  line.append(anchor(href, place), " ", ...prose(message));
  return line;
}
