import type { PageSource, Report } from "../messages.js";
import { counted, isBroken } from "./counted.js";
import { anchor, make } from "./elements.js";

/** Whether the page is told what changes. */
export type Connection = "open" | "ended" | "forbidden";

const whyNotUpdated: Readonly<Record<Connection, string>> = {
  open: "",
  ended: "The preview has ended",
  forbidden: "Not kept up to date: the page's Content-Security-Policy has no connect-src 'self'",
};

/** Where the whole site is listed. */
const outline = "/__colloquy/";

/** What always stands in a corner of the page: whether it is kept up to date, what is wrong, and where it was written. */
export class Corner {
  readonly element = make("div", "corner");
  readonly #connection = make("span", "warning");
  readonly #counter = make("button");
  readonly #unpublished = make("span", "draft");
  readonly #edit = anchor("", "Edit");
  readonly #outline = anchor(outline, "Outline");

  /** @param onCounter - Called when somebody wants to read what is wrong, or no longer. */
  constructor(onCounter: () => void) {
    this.#counter.addEventListener("click", onCounter);
    this.#counter.setAttribute("aria-haspopup", "dialog");
  }

  /** @param isOpen - Whether what is wrong is spread out. */
  show(connection: Connection, report: Report | undefined, source: PageSource | null, isOpen: boolean): void {
    this.#connection.textContent = whyNotUpdated[connection];
    this.#counter.textContent = report ? counted(report) : "";
    this.#counter.className = report && isBroken(report) ? "error" : "warning";
    this.#counter.setAttribute("aria-expanded", String(isOpen));
    const unpublished = source?.unpublished ?? "";
    this.#unpublished.textContent = unpublished.charAt(0).toUpperCase() + unpublished.slice(1);
    this.#edit.href = source?.href ?? "";
    this.#hold([
      ...[this.#connection, this.#counter, this.#unpublished].filter(({ textContent }) => textContent !== ""),
      ...(source ? [this.#edit] : []),
      ...(location.pathname === outline ? [] : [this.#outline]),
    ]);
  }

  /** Hold these and no others; what stays is not touched, so that it keeps the focus, and what goes passes it on. */
  #hold(wanted: readonly HTMLElement[]): void {
    const { element } = this;
    const hadFocus = element.querySelector(":focus") !== null;
    for (const child of [...element.children]) if (!wanted.some((each) => each === child)) child.remove();
    wanted.forEach((each, at) => {
      const there = element.children[at] ?? null;
      if (there !== each) element.insertBefore(each, there);
    });
    if (hadFocus && !element.querySelector(":focus")) element.querySelector("a")?.focus();
  }
}
