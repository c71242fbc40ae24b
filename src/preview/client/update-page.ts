import { Idiomorph } from "idiomorph";
import type { PageMemory } from "./page-memory.js";
import { runningScripts } from "./running-scripts.js";
import { loadStyles, updateHead } from "./update-head.js";

/**
 * Make the open page into another one, in place: where it is scrolled to, what is open, chosen, focused or typed stays.
 *
 * A script that a page newly loads, or loads no longer, needs the page to be loaded anew; then this does that.
 *
 * @param html - The whole page, as sent.
 */
export async function updatePage(html: string, memory: PageMemory): Promise<void> {
  const next = new DOMParser().parseFromString(html, "text/html");
  if (runningScripts(next.scripts) !== memory.scripts) {
    location.reload();
    return;
  }
  await loadStyles(next, memory);
  const restore = [keepPlace(), keepFocus(), keepTarget()];
  morph(document.documentElement, next.documentElement, memory, "attributes");
  updateHead(next, memory);
  morph(document.body, next.body, memory, "everything");
  for (const each of restore) each();
  document.dispatchEvent(new CustomEvent("colloquy:updated"));
}

function morph(
  from: HTMLElement,
  to: HTMLElement,
  memory: PageMemory,
  what: "attributes" | "everything",
): void {
  if (what === "attributes") {
    const names = new Set([...from.getAttributeNames(), ...to.getAttributeNames()]);
    for (const name of names) {
      const value = to.getAttribute(name);
      if (memory.isAsSent(from, name, value)) continue;
      if (value === null) from.removeAttribute(name);
      else from.setAttribute(name, value);
    }
    memory.remember(from, to);
    return;
  }
  const becoming = new Map<Node, Node>();
  // At once, not in time: only where the head is waited for it would be a promise.
  void Idiomorph.morph(from, to, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (old: Node, next: Node) => {
        becoming.set(old, next);
        return old instanceof Element || !memory.isTextAsSent(old, next.nodeValue);
      },
      beforeAttributeUpdated: (name: string, element: Element) => {
        const next = becoming.get(element);
        return !(next instanceof Element) || !memory.isAsSent(element, name, next.getAttribute(name));
      },
      beforeNodeRemoved: (node: Node) => memory.wasSent(node),
      afterNodeAdded: (node: Node) => {
        if (node instanceof Element) memory.rememberAll(node);
        else memory.remember(node);
      },
    },
  });
  for (const [old, next] of becoming) memory.remember(old, next);
}

/** Keep what the reader looks at where it is, whatever comes or goes above it. */
function keepPlace(): () => void {
  const seen = scrollY === 0 ? undefined : topmost();
  const before = seen?.getBoundingClientRect().top ?? 0;
  return () => {
    if (!seen?.isConnected) return;
    scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: "instant" });
  };
}

/** The first thing with an address that begins in the window; else the innermost that reaches into it. */
function topmost(): Element | undefined {
  let reaching: Element | undefined;
  for (const element of document.body.querySelectorAll("[id]")) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height === 0 || bottom <= 0) continue;
    if (top >= 0) return top < innerHeight ? element : reaching;
    reaching = element;
  }
  return reaching;
}

function keepFocus(): () => void {
  const focused = document.activeElement;
  return () => {
    if (!focused || focused === document.activeElement || focused.id === "") return;
    document.getElementById(focused.id)?.focus({ preventScroll: true });
  };
}

/** A reading is chosen by the address; an element that was made anew is not yet what the address means. */
function keepTarget(): () => void {
  const target = document.querySelector(":target");
  return () => {
    if (!target || document.querySelector(":target") || !document.getElementById(target.id)) return;
    const { scrollX: left, scrollY: top } = window;
    location.replace(location.hash);
    scrollTo({ left, top, behavior: "instant" });
  };
}
