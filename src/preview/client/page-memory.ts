/**
 * Remembers a page as the server sent it, so that what was sent can be told from what became of it since: a chosen
 * reading, an opened `<details>`, typed words, and whatever the page's own scripts have made of it.
 *
 * An update then takes over what differs between two pages as sent, and leaves the rest as it is.
 */
export class PageMemory {
  /** Each node that was sent, and a copy of it as it was then, without what is in it. */
  readonly #sent: WeakMap<Node, Node>;
  readonly #elsewhere = document.implementation.createHTMLDocument("");

  /** The scripts that were sent, so far as they run; what scripts have brought is not among them. */
  readonly scripts: string;

  /** @param sent - What the parser made, each with a copy of it. */
  constructor(sent: WeakMap<Node, Node>, scripts: string) {
    this.#sent = sent;
    this.scripts = scripts;
  }

  /** Remember an element, and everything in it, as sent. */
  rememberAll(root: Element): void {
    this.remember(root);
    const walker = document.createTreeWalker(root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) this.remember(node);
  }

  /** Remember one node as it is. @param as - What was sent in its place; absent means the node itself. */
  remember(node: Node, as: Node = node): void {
    this.#sent.set(node, this.#elsewhere.importNode(as));
  }

  /** Let an element of the preview's own stand in for one that was sent. */
  standIn(element: Element, sent: Element): void {
    const copy = this.#sent.get(sent);
    if (copy) this.#sent.set(element, copy);
  }

  /** Whether the server sent a node; otherwise a script of the page made it. */
  wasSent(node: Node): boolean {
    return this.#sent.has(node);
  }

  /** Whether an attribute was sent like that before, so that it may stay as it has become since. */
  isAsSent(element: Element, name: string, value: string | null): boolean {
    const sent = this.#sent.get(element);
    return sent instanceof Element && sent.getAttribute(name) === value;
  }

  /** Whether an element with nothing but text in it was sent like another that is sent now. */
  isElementAsSent(element: Element, now: Element): boolean {
    const sent = this.#sent.get(element);
    return sent?.isEqualNode(now.cloneNode()) === true && this.#textAsSent(element) === now.textContent;
  }

  #textAsSent(element: Element): string {
    return [...element.childNodes].map((node) => this.#sent.get(node)?.nodeValue ?? "").join("");
  }

  /** Whether a text was sent like that before. */
  isTextAsSent(node: Node, text: string | null): boolean {
    return this.#sent.get(node)?.nodeValue === text;
  }
}
