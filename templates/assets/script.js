// Nothing on a page needs this: it makes addresses shorter to share and easier to copy.
(() => {
  "use strict";

  // Served by a web server, a folder's address needs no "index.html"; opened from disk, it does.
  if (location.protocol.startsWith("http")) {
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      if (link.origin !== location.origin) continue;
      link.href = link.href.replace(/\/index\.html(?=[?#]|$)/, "/");
    }
    if (location.pathname.endsWith("/index.html")) {
      history.replaceState(null, "", location.href.replace(/\/index\.html(?=[?#]|$)/, "/"));
    }
  }

  // Says which reading is shown, to those who do not see it.
  const readings = document.querySelectorAll(".readings a");
  const markReading = () => {
    const chosen = [...readings].find(
      (link) => link.hash === decodeURI(location.hash) || link.hash === location.hash,
    );
    for (const link of readings) {
      if (link === (chosen ?? readings[0])) {
        link.setAttribute("aria-current", "true");
        // The row of a large cast is wider than a phone.
        const row = link.closest("ul");
        const { offsetLeft, offsetWidth } = link.parentElement;
        if (offsetLeft + offsetWidth > row.offsetLeft + row.clientWidth)
          row.scrollLeft = offsetLeft - row.offsetLeft;
      } else link.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", markReading);
  markReading();

  // A turn's anchor, followed as any link, also goes to the clipboard.
  const interview = document.querySelector(".interview");
  if (!interview || !navigator.clipboard) return;
  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  let clearing = 0;
  interview.addEventListener("click", async (event) => {
    const anchor = event.target.closest("a.anchor");
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return; // Not allowed to; the address bar has it.
    }
    status.textContent = interview.dataset.copied;
    clearTimeout(clearing);
    clearing = setTimeout(() => (status.textContent = ""), 2000);
  });
})();
