// Copying the link to an answer, its words with who said them, and how to cite them. Fetched by script.js.
(() => {
  "use strict";
  const template = document.querySelector("template.share-words");
  const citing = document.querySelector(".citing");
  const interview = document.querySelector(".interview");
  if (!template || !citing || !interview) return;
  const { address, key } = citing.dataset;
  const today = new Date().toLocaleDateString("sv");

  /** Says that something was copied; inside a dialog, for what is outside of one is not heard. */
  const say = (place) => {
    let status = place.querySelector(":scope > .copied");
    if (!status) {
      status = Object.assign(document.createElement("p"), { className: "copied", role: "status" });
      status.setAttribute("role", "status");
      place.append(status);
    }
    // Heard only if it changes after it is there.
    setTimeout(() => (status.textContent = citing.dataset.copied), 50);
    clearTimeout(status.clearing);
    status.clearing = setTimeout(() => (status.textContent = ""), 2500);
  };
  const copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without HTTPS there is no clipboard but the old one.
      const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
      place.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) return;
    }
    say(place);
  };

  /** Puts a button beside every form of a citation. */
  const addButtons = (list, place) => {
    for (const form of list.querySelectorAll("pre")) {
      const name = form.closest("div").querySelector("dt").textContent;
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        textContent: citing.dataset.copy,
        ariaLabel: `${citing.dataset.copy} ${name}`,
      });
      button.addEventListener("click", () => copy(form.textContent.trim(), place));
      form.before(button);
    }
  };

  const forms = citing.querySelector(".citations");
  const textOf = (name) => forms.querySelector(`[data-form="${name}"]`).textContent.trim();
  const withDay = (text) => text.replace("[引用日期]", `[${today}]`);
  const pristine = forms.cloneNode(true);
  const reference = forms.querySelector('[data-form="gbt7714"]').lastChild;
  reference.textContent = withDay(reference.textContent);
  addButtons(forms, document.body);

  /** The citations of one answer: its guest alone is the author, and the address is the answer's. */
  const citationsOf = (turn, name) => {
    const list = pristine.cloneNode(true);
    const place = Number(turn.dataset.seat) - 1;
    const fragment = encodeURIComponent(turn.id);
    const own = { address: `${address}#${fragment}`, key: `${key}-${fragment.replaceAll("%", "")}` };
    const moved = (text) => text.replace(address, () => own.address);
    const set = (form, text) => (list.querySelector(`[data-form="${form}"]`).textContent = text);
    set(
      "words",
      moved(list.querySelector("[data-pattern]").dataset.pattern.trim()).replace("{names}", () => name),
    );
    set(
      "bibtex",
      moved(textOf("bibtex"))
        .replace(key, () => own.key)
        .replace(/(author = \{)([^]*?)(\},\n  title)/, (all, before, names, after) => {
          return before + (names.split(" and\n    ")[place] ?? names) + after;
        }),
    );
    const [item] = JSON.parse(textOf("csl"));
    const author = item.author[place];
    const fields = Object.entries({ ...item, id: own.key, author: [author], URL: own.address });
    set(
      "csl",
      `[{\n${fields.map(([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)}`).join(",\n")}\n}]`,
    );
    const initials = author.given
      ?.split(/[\s-]+/)
      .map((part) => part[0].toUpperCase())
      .join(" ");
    const rest = pristine.querySelector('[data-form="gbt7714"]').lastChild.textContent;
    set("gbt7714", (author.literal ?? `${author.family.toUpperCase()} ${initials}`) + moved(withDay(rest)));
    return list;
  };

  /** The words of an answer, or those of them that are selected. */
  const quoteOf = (turn) => {
    const words = turn.querySelector(".words");
    const { anchorNode } = getSelection();
    const selected = getSelection().toString() || globalThis.colloquy.selection;
    if (selected && (!anchorNode || words.contains(anchorNode)))
      return { text: selected.trim(), isPart: true };
    const whole = words.cloneNode(true);
    for (const other of whole.querySelectorAll("figure, .pull-quote, sup")) other.remove();
    const paragraphs = [...whole.children].map((each) => each.textContent.trim()).filter(Boolean);
    return { text: paragraphs.join("\n\n"), isPart: false };
  };

  /** A directive that marks words: all of them, or from the first ones to the last. @see URL Fragment Text Directives */
  const directive = (text) => {
    const encode = (part) => encodeURIComponent(part.trim()).replaceAll("-", "%2D");
    if (text.length <= 80 && !text.includes("\n")) return `:~:text=${encode(text)}`;
    const parts = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].map(
      (each) => each.segment,
    );
    return `:~:text=${encode(parts.slice(0, 9).join(""))},${encode(parts.slice(-9).join(""))}`;
  };

  let dialog;
  const open = (turn, link) => {
    if (!dialog) {
      dialog = template.content.querySelector("dialog").cloneNode(true);
      dialog.setAttribute("closedby", "any");
      document.body.append(dialog);
    }
    const sitter = document.querySelector(`.sitter[data-seat="${turn.dataset.seat}"]`);
    const name = sitter.querySelector(".name").textContent.trim();
    const { text, isPart } = quoteOf(turn);
    // The address that was published, not the one of a copy that lies on a disk or a test server.
    const target = `${address}#${encodeURIComponent(turn.id)}${isPart ? directive(text) : ""}`;
    const pattern = template.dataset.quotation;
    const copies = {
      link: target,
      quotation: pattern.replace(/\{(quote|speaker|address)\}/g, (all, part) => {
        return { quote: text, speaker: sitter.dataset.as, address: target }[part];
      }),
    };
    dialog.querySelector("h2").textContent = template.dataset.title.replace("{name}", () => name);
    dialog.querySelector("blockquote").textContent = text;
    for (const button of dialog.querySelectorAll("[data-copies]"))
      button.onclick = () => copy(copies[button.dataset.copies], dialog);
    const list = citationsOf(turn, name);
    addButtons(list, dialog);
    dialog.querySelector(".citations")?.remove();
    dialog.querySelector(".copying").after(list);
    dialog.showModal();
    dialog.scrollTop = 0;
    dialog.onclose = () => link.focus();
  };

  interview.addEventListener("click", (event) => {
    const link = event.target.closest(".anchor");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const turn = link.closest(".turn");
    if (turn.matches(".answer[data-seat]")) {
      event.preventDefault();
      open(turn, link);
    } else copy(`${address}#${encodeURIComponent(turn.id)}`, document.body);
  });
})();
