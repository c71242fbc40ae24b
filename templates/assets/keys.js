// Going from turn to turn by single keys, and the list of these keys. Fetched by script.js, which hears the keys.
(() => {
  "use strict";
  const interview = document.querySelector(".interview");
  const template = document.querySelector("template.keys-words");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const shown = (within) =>
    [...within.querySelectorAll(".turn")].filter((turn) => turn.getClientRects().length);
  const go = (turn) => {
    if (!turn) return;
    turn.tabIndex = -1;
    turn.focus({ preventScroll: true });
    turn.scrollIntoView({
      block: "start",
      inline: "nearest",
      behavior: still.matches ? "instant" : "smooth",
    });
  };

  /** The turn after (1) or before (-1) the one in focus, or else the one at the top of the window. */
  const neighbour = (step) => {
    const turns = shown(interview);
    const at = turns.indexOf(document.activeElement?.closest(".turn"));
    if (at >= 0) return turns[at + step];
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return step > 0
      ? turns.find((turn) => turn.getBoundingClientRect().top > top - 1)
      : turns.findLast((turn) => turn.getBoundingClientRect().top < top - 1);
  };

  /** The answer beside the one in focus, to its right (1) or left (-1). */
  const beside = (step) => {
    const row = document.activeElement?.closest(".replies");
    if (location.hash !== "#compare" || !row) return undefined;
    const middle = (turn) => {
      const { left, right } = turn.getBoundingClientRect();
      return (left + right) / 2;
    };
    const here = middle(document.activeElement.closest(".turn"));
    const others = shown(row).filter((turn) => (middle(turn) - here) * step > 1);
    return others.sort((a, b) => (middle(a) - middle(b)) * step)[0];
  };

  const togglePlaying = () => {
    const media = document.querySelector(".player :is(audio, video)");
    if (media?.paused) media.play();
    else media?.pause();
  };

  let dialog;
  const showKeys = () => {
    if (!dialog) {
      dialog = template.content.querySelector("dialog").cloneNode(true);
      dialog.setAttribute("closedby", "any");
      document.body.append(dialog);
      const use = dialog.querySelector("input");
      use.checked = globalThis.colloquy.recall("keys") !== "off";
      use.addEventListener("change", () => globalThis.colloquy.remember("keys", use.checked ? "on" : "off"));
    }
    if (!dialog.open) dialog.showModal();
  };

  const done = {
    j: () => go(neighbour(1)),
    k: () => go(neighbour(-1)),
    h: () => go(beside(-1)),
    l: () => go(beside(1)),
    arrowleft: () => go(beside(-1)),
    arrowright: () => go(beside(1)),
    p: togglePlaying,
    "?": showKeys,
  };
  document.addEventListener("readerkey", ({ detail }) => done[detail.toLowerCase()]?.());
  for (const opener of document.querySelectorAll('[data-part="keys"]'))
    opener.addEventListener("click", showKeys);
})();
