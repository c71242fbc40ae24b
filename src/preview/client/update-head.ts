import type { PageMemory } from "./page-memory.js";

/**
 * Make the head into another one: what is the same stays, what is new comes where it is in the other, for which rule
 * of two holds depends on that, and what is no longer sent goes. It is small and has no state to be kept.
 */
export function updateHead(next: Document, memory: PageMemory): void {
  const { old } = putIn(next, memory, () => true);
  for (const element of old) element.remove();
}

/** A page must not be shown without its style, so new sheets are waited for before anything else changes. */
export async function loadStyles(next: Document, memory: PageMemory): Promise<void> {
  const { added } = putIn(next, memory, (element) => element.matches('link[rel~="stylesheet"]'));
  const loading = added.map(
    (sheet) =>
      new Promise<void>((resolve) => {
        for (const event of ["load", "error"]) sheet.addEventListener(event, () => resolve());
        setTimeout(resolve, 1000);
      }),
  );
  await Promise.all(loading);
}

/**
 * Put new elements into the head, each before the one that follows it in the other head. A `noscript` is left alone: of
 * its content a page with scripts has the text alone, and must not have more.
 *
 * @param isWanted - Whether a new element is to be put in.
 * @returns What was put in, and what was sent before and is not in the other head.
 */
function putIn(
  next: Document,
  memory: PageMemory,
  isWanted: (element: Element) => boolean,
): { readonly added: readonly Element[]; readonly old: readonly Element[] } {
  const { head } = document;
  const old = [...head.children].filter(
    (element) => memory.wasSent(element) && !element.matches("[data-colloquy-page], noscript"),
  );
  const added: Element[] = [];
  // Behind the last that was sent is what scripts have added.
  let following = old.at(-1)?.nextSibling ?? null;
  for (const wanted of [...next.head.querySelectorAll(":scope > :not(noscript)")].reverse()) {
    const at = old.findLastIndex((element) => memory.isElementAsSent(element, wanted));
    const [known] = at < 0 ? [] : old.splice(at, 1);
    if (!known && !isWanted(wanted)) continue;
    const element = known ?? document.importNode(wanted, true);
    if (!known) {
      memory.rememberAll(element);
      added.push(element);
    }
    if (!known || !precedes(known, following)) head.insertBefore(element, following);
    following = element;
  }
  return { added, old };
}

function precedes(element: Node, other: Node | null): boolean {
  return other === null || (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
