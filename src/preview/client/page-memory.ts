/**
 * Remembers a page as the server sent it, so that what was sent can be told from what became of it since: a chosen
 * reading, an opened `<details>`, typed words, and whatever the page's own scripts have made of it.
 *
 * An update then takes over what differs between two pages as sent, and leaves the rest as it is.
 */
export class PageMemory {
  readonly #attributes = new WeakMap<Node, ReadonlyMap<string, string>>();
  readonly #texts = new WeakMap<Node, string>();

  /** Remember an element, and everything in it, as sent. */
  rememberAll(root: Element): void {
    this.remember(root);
    const walker = document.createTreeWalker(root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) this.remember(node);
  }

  /** Remember one node as it is. @param as - What was sent in its place; absent means the node itself. */
  remember(node: Node, as: Node = node): void {
    if (node instanceof Element && as instanceof Element) {
      const sent = as
        .getAttributeNames()
        .map((name): [string, string] => [name, as.getAttribute(name) ?? ""]);
      this.#attributes.set(node, new Map(sent));
    } else this.#texts.set(node, as.nodeValue ?? "");
  }

  /** Whether the server sent a node; otherwise a script of the page made it. */
  wasSent(node: Node): boolean {
    return this.#attributes.has(node) || this.#texts.has(node);
  }

  /** Whether an attribute was sent like that before, so that it may stay as it has become since. */
  isAsSent(element: Element, name: string, value: string | null): boolean {
    const sent = this.#attributes.get(element);
    return sent !== undefined && (sent.get(name) ?? null) === value;
  }

  /** Whether a text was sent like that before. */
  isTextAsSent(node: Node, text: string | null): boolean {
    return this.#texts.get(node) === text;
  }
}
