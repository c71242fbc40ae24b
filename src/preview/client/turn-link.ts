import { make } from "./elements.js";

/** A link beside the turn that is pointed at or has the focus; it opens the turn's line. */
export class TurnLink {
  readonly element = make("a", "jump", "Edit");
  #turns: ReadonlyMap<string, string> = new Map();

  /** @param host - What the preview has put into the page. */
  constructor(host: Element) {
    this.element.hidden = true;
    for (const event of ["pointerover", "focusin"])
      document.addEventListener(event, ({ target }) => this.#offer(target, host));
  }

  /** @param turns - Each turn by its id, with the link that opens it. */
  setTurns(turns: ReadonlyMap<string, string>): void {
    this.#turns = turns;
    this.element.hidden = true;
  }

  #offer(target: EventTarget | null, host: Element): void {
    if (!(target instanceof Element) || target === host) return;
    let turn: Element | null = target.closest("[id]");
    while (turn && !this.#turns.has(turn.id)) turn = turn.parentElement?.closest("[id]") ?? null;
    this.element.hidden = turn === null;
    if (!turn) return;
    this.element.href = this.#turns.get(turn.id) ?? "";
    this.element.title = `#${turn.id}`;
    const { top } = turn.getBoundingClientRect();
    // A turn may be as wide as the window; what is said in it ends where the eye is.
    const words = [...turn.querySelectorAll("p, h2, h3, h4, li")];
    const right = Math.max(
      ...(words.length > 0 ? words : [turn]).map((each) => each.getBoundingClientRect().right),
    );
    this.element.style.top = `${top + scrollY}px`;
    this.element.style.left = `${Math.min(right + 12, innerWidth - 60) + scrollX}px`;
  }
}
