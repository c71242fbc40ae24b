// Nothing on a page needs this: it makes addresses shorter to share, remembers how somebody likes to read, and fetches
// what a reader asks for (share.js, keys.js, recording.js, with reader.css) when it is asked for the first time.
//
// It is fetched beside the page and not waited for: until a page is read to its end, a browser does not go where its
// address leads, and would show one reading before the other.
((here, start) => {
  "use strict";
  if (document.readyState !== "loading") start(here);
  else document.addEventListener("DOMContentLoaded", () => start(here));
})(document.currentScript.src, (here) => {
  "use strict";

  // Served by a web server, a folder's address needs no "index.html"; opened from disk, it does. The host is left out:
  // on paper an address that has one is written out.
  if (location.protocol.startsWith("http")) {
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      if (link.origin !== location.origin) continue;
      const { pathname, search, hash } = link;
      link.setAttribute("href", pathname.replace(/\/index\.html$/, "/") + search + hash);
    }
    if (location.pathname.endsWith("/index.html")) {
      history.replaceState(null, "", location.href.replace(/\/index\.html(?=[?#]|$)/, "/"));
    }
  }

  const interview = document.querySelector(".interview");
  if (!interview) return;

  // Where a browser keeps nothing, nothing is remembered. Sites on one host keep apart by where their scripts lie.
  const kept = (name) => name + new URL(".", here);
  const shared = (globalThis.colloquy = {
    recall(name) {
      try {
        return localStorage.getItem(kept(name));
      } catch {
        return null;
      }
    },
    remember(name, value) {
      try {
        localStorage.setItem(kept(name), value);
      } catch {
        // A private window.
      }
    },
    /** What was selected when the pointer went down, for a click may take the selection away. */
    selection: "",
  });

  // The reading chosen last, on a page whose address asks for none. Its target lies below the headline, where nobody
  // asked to be: until a browser has gone there for the last time, it is held where the window is. Then the Tab key
  // begins at the top again, unless somebody has used it.
  const compare = document.getElementById("compare");
  if (!location.hash && compare && shared.recall("reading") === "compare") {
    const { body } = document;
    compare.style.position = "fixed";
    location.replace("#compare");
    const settle = () => {
      compare.style.position = "";
      if (document.activeElement !== body) return;
      body.tabIndex = -1;
      body.focus({ preventScroll: true });
      body.removeAttribute("tabindex");
    };
    addEventListener("load", () => setTimeout(settle, 100));
  }

  // Says which reading is shown, to those who do not see it.
  const readings = document.querySelectorAll(".readings a");
  const markReading = () => {
    const chosen = [...readings].find(
      ({ hash }) => hash === decodeURI(location.hash) || hash === location.hash,
    );
    for (const link of readings) {
      if (link === (chosen ?? readings[0])) {
        link.setAttribute("aria-current", "true");
        // The row of a large cast is wider than a phone; its first tab is in view, and measuring costs a layout.
        if (!chosen) continue;
        const row = link.closest("ul");
        const { offsetLeft, offsetWidth } = link.parentElement;
        if (offsetLeft + offsetWidth > row.offsetLeft + row.clientWidth)
          row.scrollLeft = offsetLeft - row.offsetLeft;
      } else link.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", markReading);
  markReading();

  // In another language a reader goes on in the same reading, or else at the same turn: both have one address in all.
  addEventListener("click", ({ target }) => {
    const link = target.closest(".languages a");
    if (!link || link.querySelector(".untranslated")) return;
    const top = Math.max(0, document.querySelector(".readings")?.getBoundingClientRect().bottom ?? 0);
    const turn = [...interview.querySelectorAll(".turn")].find(
      (each) => each.getBoundingClientRect().bottom > top,
    );
    const reading = [...readings].find(({ hash }) => hash === location.hash);
    const begun = interview.getBoundingClientRect().top < innerHeight / 2;
    link.hash = reading ? reading.hash : begun && turn ? turn.id : "";
  });

  // The parts. Whether one could be fetched or not, what asked for it is done again, the second time as HTML does it.
  const files = new Map();
  const bring = (file) => {
    if (!files.has(file)) {
      const made = document.createElement(file === "reader.css" ? "link" : "script");
      made.rel = "stylesheet";
      made.href = made.src = new URL(file, here);
      files.set(file, new Promise((done) => (made.onload = made.onerror = done)));
      document.head.append(made);
    }
    return files.get(file);
  };
  const fetchPart = (name) => Promise.all(["reader.css", `${name}.js`].map(bring));

  addEventListener("pointerdown", () => (shared.selection = `${getSelection()}`), true);
  addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const reading = event.target.closest(".readings [data-reading]");
    if (reading) shared.remember("reading", reading.dataset.reading);
    const asking = event.target.closest(".interview .anchor, .moment, [data-part]");
    if (!asking) return;
    const name = asking.dataset.part ?? (asking.matches(".moment") ? "recording" : "share");
    if (files.has(`${name}.js`)) return;
    event.preventDefault();
    fetchPart(name).then(() => asking.click());
  });
  addEventListener("toggle", ({ target }) => target.matches?.(".citing") && fetchPart("share"), true);
  addEventListener("play", () => fetchPart("recording"), true);

  // Keys without Ctrl and the like, where nobody types; a reader can turn them off (WCAG 2.1.4).
  for (const opener of document.querySelectorAll("[data-part]")) opener.hidden = false;
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.closest("input, textarea, select, audio, video, dialog, [contenteditable]")) return;
    const roving =
      /^Arrow(Left|Right)$/.test(key) && location.hash === "#compare" && target.matches(".answer");
    if (!roving && !/^[jkhlp?]$/i.test(key)) return;
    if (shared.recall("keys") === "off") return;
    event.preventDefault();
    fetchPart("keys").then(() => document.dispatchEvent(new CustomEvent("readerkey", { detail: key })));
  });
});
