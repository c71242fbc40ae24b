// Times that seek the recording, the mark at the turn that is spoken, and a player that stays in view. Fetched by
// script.js when something is to be played.
(() => {
  "use strict";
  const place = document.querySelector(".recorded");
  const player = place?.querySelector(".player");
  const media = player?.querySelector("audio, video");
  if (!media) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const moments = [...document.querySelectorAll(".interview .moment")]
    .map((link) => ({ link, turn: link.closest(".turn"), time: Number(/#t=([\d.]+)/.exec(link.hash)?.[1]) }))
    .sort((a, b) => a.time - b.time);

  // Beside the browser's own controls: who speaks, and whether the page follows.
  const about = document.createElement("p");
  about.className = "playing";
  const speaker = document.createElement("a");
  const label = document.createElement("label");
  const follow = Object.assign(document.createElement("input"), { type: "checkbox" });
  follow.checked = globalThis.colloquy.recall("follow") === "on";
  label.append(follow, ` ${player.dataset.follow}`);
  const close = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "×",
    ariaLabel: player.dataset.close,
  });
  about.append(speaker, label, close);
  player.append(about);

  let spoken;
  const bring = (turn) =>
    turn.scrollIntoView({
      block: "center",
      inline: "nearest",
      behavior: still.matches ? "instant" : "smooth",
    });
  const mark = () => {
    const now = moments.findLast(({ time }) => time <= media.currentTime + 0.05);
    if (now === spoken) return;
    if (spoken) {
      spoken.turn.classList.remove("spoken");
      spoken.link.removeAttribute("aria-current");
    }
    spoken = now;
    if (!now) return void speaker.removeAttribute("href");
    now.turn.classList.add("spoken");
    now.link.setAttribute("aria-current", "true");
    const name = now.turn.querySelector(".name").textContent.trim();
    speaker.textContent = player.dataset.speaking.replace("{name}", () => name);
    speaker.href = `#${encodeURIComponent(now.turn.id)}`;
    if (follow.checked && !media.paused) bring(now.turn);
  };
  media.addEventListener("timeupdate", mark);
  media.addEventListener("seeked", mark);
  speaker.addEventListener("click", (event) => {
    // The address may name a reading, which is not to be lost.
    event.preventDefault();
    if (spoken) bring(spoken.turn);
  });
  follow.addEventListener("change", () => {
    globalThis.colloquy.remember("follow", follow.checked ? "on" : "off");
    if (follow.checked && spoken) bring(spoken.turn);
  });

  addEventListener("click", (event) => {
    const link = event.target.closest?.(".moment");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    media.currentTime = moments.find((each) => each.link === link)?.time ?? 0;
    media.play();
  });

  // Once something has been played, the player stays at the foot of the window when its place is out of view.
  let inView = true;
  let wanted = !media.paused;
  const dock = () => {
    const docked = wanted && !inView;
    if (docked === player.classList.contains("docked")) return;
    place.style.minBlockSize = docked ? `${place.offsetHeight}px` : "";
    player.classList.toggle("docked", docked);
  };
  new IntersectionObserver(([entry]) => {
    inView = entry.isIntersecting;
    dock();
  }).observe(place);
  media.addEventListener("play", () => {
    wanted = true;
    dock();
  });
  close.addEventListener("click", () => {
    media.pause();
    wanted = false;
    dock();
  });
  mark();
})();
