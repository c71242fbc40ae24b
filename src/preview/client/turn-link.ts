import { make } from "./elements.js";
import { freePlace } from "./free-place.js";

/**
 * A link beside the turn that is pointed at or has the focus; it opens the turn's line.
 *
 * It stands at the end of the document, yet by keyboard it follows its turn: the Tab key leads from the last thing in
 * the turn to it, and on to what follows the turn.
 */
export class TurnLink {
  readonly element = make("a", "jump", "Edit");
  #turns: ReadonlyMap<string, string> = new Map();
  #turn: Element | undefined;
  /** Where the Tab key came from. */
  #before: HTMLElement | undefined;

  /** @param host - What the preview has put into the page. */
  constructor(host: Element) {
    this.element.hidden = true;
    for (const event of ["pointerover", "focusin"])
      document.addEventListener(event, ({ target }) => {
        const stays = target === host || (event === "pointerover" && this.#hasFocus);
        if (target instanceof Element && !stays) this.#offer(target);
      });
    document.addEventListener("keydown", (event) => {
      const { key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
      if (key === "Tab" && !ctrlKey && !altKey && !metaKey && !defaultPrevented) this.#follow(event);
    });
  }

  /** @param turns - Each turn by its id, with the link that opens it. */
  setTurns(turns: ReadonlyMap<string, string>): void {
    this.#turns = turns;
    this.#show(this.#turn?.isConnected ? this.#turn : undefined);
  }

  get #hasFocus(): boolean {
    return this.element.matches(":focus");
  }

  #offer(target: Element): void {
    let turn = target.closest("[id]");
    while (turn && !this.#turns.has(turn.id)) turn = turn.parentElement?.closest("[id]") ?? null;
    this.#show(turn ?? undefined);
  }

  #show(turn: Element | undefined): void {
    const href = turn && this.#turns.get(turn.id);
    this.#turn = turn;
    this.element.hidden = href === undefined;
    if (!turn || href === undefined) return;
    this.element.href = href;
    this.element.title = `#${turn.id}`;
    const { left, top } = freePlace(turn, this.element.getBoundingClientRect());
    this.element.style.left = `${left + scrollX}px`;
    this.element.style.top = `${top + scrollY}px`;
  }

  #follow(event: KeyboardEvent): void {
    if (this.#hasFocus) {
      // Forwards, the browser goes on from there by itself.
      if (event.shiftKey) event.preventDefault();
      this.#before?.focus({ preventScroll: !event.shiftKey });
      return;
    }
    const { activeElement } = document;
    if (event.shiftKey || !this.#turn || !(activeElement instanceof HTMLElement)) return;
    if (lastStop(this.#turn) !== activeElement) return;
    event.preventDefault();
    this.#before = activeElement;
    this.element.focus();
  }
}

/** The last thing in a turn that the Tab key leads to; the turn itself where there is nothing. */
function lastStop(turn: Element): Element {
  const stops = [...turn.querySelectorAll<HTMLElement>(tabStops)];
  return stops.findLast((stop) => stop.tabIndex >= 0 && stop.checkVisibility()) ?? turn;
}

const tabStops =
  "a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]";
