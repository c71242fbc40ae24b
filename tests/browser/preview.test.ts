import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { goodSite } from "../build/good-site.js";
import { startPreview, until } from "../process/running-preview.js";
import { hasBrowser, previewInBrowser } from "./preview-in-browser.js";

if (!hasBrowser) process.stderr.write("No Chromium: the preview is not tried in a browser (set CHROMIUM)\n");

/** Long enough to be scrolled, with something to open and something to type into. */
const site = {
  ...goodSite,
  "content/features/long.md": `---
title: A long talk
date: 2024-04-01
guests: [abe, bea]
status: draft
---

A standfirst.

## First

${Array.from({ length: 30 }, (_, at) => `Host: Question ${at}?\n\nAbe Lund: Answer ${at}, by Abe.\n\nBea Moss: Answer ${at}, by Bea.\n`).join("\n")}`,
  "templates/pages/page.hbs": `<h1>{{title}}</h1>
<details id="more"><summary>More</summary><p>Hidden.</p></details>
<form><input id="name"><input id="other" value="given"><input type="checkbox" id="box"></form>
<p id="own"></p>
<div>{{{bodyHtml}}}</div>
`,
};

describe.skipIf(!hasBrowser)("an open page", () => {
  const shown = previewInBrowser(() => startPreview(site, "--drafts"), {
    viewport: { width: 1000, height: 600 },
  });
  beforeEach(async () => {
    await shown.page.goto("about:blank");
  });

  const open = (path: string) => shown.watched.open(path);
  const holds = (expression: string) => shown.watched.holds(expression);
  const untouched = () => shown.watched.isUntouched();
  const shows = (text: string) => shown.watched.shows(text);
  const panelShows = (text: string) => shown.watched.panelShows(text);
  const panelIsGone = () => shown.watched.panelIsGone();
  const edit = (path: keyof typeof site, from: string, to: string) => {
    expect(site[path]).toContain(from);
    shown.preview.write(path, site[path].replace(from, to));
  };
  const restore = (path: keyof typeof site) => shown.preview.write(path, site[path]);

  test("shows a new text in place: the place, the reading and the focus stay", async () => {
    await open("features/long/#by-abe");
    await shown.page.evaluate("document.querySelector('#s1-abe-20').scrollIntoView({block: 'start'})");
    await shown.page.evaluate("document.querySelector('#s1-abe-20 a').focus()");
    const before = await shown.page.evaluate(
      "document.querySelector('#s1-abe-20').getBoundingClientRect().top",
    );
    edit(
      "content/features/long.md",
      "Answer 1, by Abe.",
      "Answer 1, by Abe.\n\nIt has grown.\n\nAnd grown again.",
    );
    await holds("document.body.textContent.includes('And grown again')");
    const after = await shown.page.evaluate(
      "document.querySelector('#s1-abe-20').getBoundingClientRect().top",
    );
    expect(Math.abs(Number(after) - Number(before))).toBeLessThan(2);
    expect(await shown.page.evaluate("document.querySelector(':target').id")).toBe("by-abe");
    expect(await shown.page.evaluate("document.activeElement.closest('.turn').id")).toBe("s1-abe-20");
    expect(await shown.page.locator("#s1-bea").isVisible()).toBe(false);
    expect(await untouched()).toBe(true);
    restore("content/features/long.md");
    await holds("!document.body.textContent.includes('And grown again')");
  });

  test("keeps what was opened and typed, and what the page's own scripts have made", async () => {
    await open("about/");
    await shown.page.click("summary");
    await shown.page.fill("#name", "Nobody");
    await shown.page.fill("#other", "changed");
    await shown.page.check("#box");
    await shown.page.evaluate(`
      document.querySelector('#own').textContent = 'said by a script';
      document.querySelector('#own').setAttribute('data-own', 'yes');
      const made = document.createElement('aside');
      made.textContent = 'made by a script';
      document.querySelector('main').append(made);
    `);
    await shown.page.focus("#name");
    edit("content/pages/about.md", "About us.", "About all of us.");
    await shows("About all of us.");
    expect(await shown.page.evaluate("document.querySelector('details').open")).toBe(true);
    expect(await shown.page.inputValue("#name")).toBe("Nobody");
    expect(await shown.page.inputValue("#other")).toBe("changed");
    expect(await shown.page.isChecked("#box")).toBe(true);
    expect(await shown.page.evaluate("document.activeElement.id")).toBe("name");
    expect(await shown.page.evaluate("document.querySelector('#own').outerHTML")).toBe(
      '<p id="own" data-own="yes">said by a script</p>',
    );
    expect(await shown.page.locator("main > aside").innerText()).toBe("made by a script");
    edit("templates/pages/page.hbs", "<h1>", '<p class="new">From the template.</p><h1>');
    await shows("From the template.");
    expect(await shown.page.inputValue("#name")).toBe("Nobody");
    expect(await untouched()).toBe(true);
    restore("templates/pages/page.hbs");
    restore("content/pages/about.md");
  });

  test("takes on a style that has changed, and no longer has it when it is gone", async () => {
    await open("about/");
    const color = () => shown.page.evaluate("getComputedStyle(document.querySelector('h1')).color");
    const before = await color();
    edit("content/site.yaml", "speakers:", "theme:\n  properties:\n    shade: red\nspeakers:");
    shown.preview.write("templates/assets/style.css", "h1 { color: var(--shade, rgb(1, 2, 3)) }");
    await until(async () => (await color()) === "rgb(255, 0, 0)");
    restore("content/site.yaml");
    await until(async () => (await color()) === "rgb(1, 2, 3)");
    rmSync(join(shown.preview.root, "templates/assets"), { recursive: true });
    await until(async () => (await color()) === before);
    expect(await untouched()).toBe(true);
  });

  test("has a style that has changed where it was sent, so that the same rules hold as in a page loaded anew", async () => {
    const layout = readFileSync(join(import.meta.dirname, "../../templates/layouts/base.hbs"), "utf8");
    const withStyles = (...styles: string[]) =>
      shown.preview.write(
        "templates/layouts/base.hbs",
        layout
          .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
          .replace("</head>", `${styles.map((style) => `<style>${style}</style>`).join("\n")}</head>`),
      );
    const hasColors = (color: string, background: string) =>
      until(async () => {
        const style = "getComputedStyle(document.querySelector('h1'))";
        return (
          (await shown.page.evaluate(`${style}.color`)) === color &&
          (await shown.page.evaluate(`${style}.backgroundColor`)) === background
        );
      });
    const [one, two, three] = ["rgb(1, 1, 1)", "rgb(2, 2, 2)", "rgb(3, 3, 3)"];
    withStyles(`h1 { color: ${one}; background: ${one} }`, `h1 { color: ${two} }`);
    await until(async () => (await shown.preview.get("about/")).text.includes(two));
    await open("about/");
    await shown.page.evaluate(`
      const own = document.createElement("style");
      own.textContent = "h1 { outline: 0 }";
      document.head.append(own);
    `);
    await hasColors(two, one);
    withStyles(`h1 { color: ${three}; background: ${three} }`, `h1 { color: ${two} }`);
    await hasColors(two, three);
    withStyles(`h1 { color: ${two} }`, `h1 { color: ${three}; background: ${three} }`);
    await hasColors(three, three);
    expect(await shown.page.evaluate("document.head.lastElementChild.textContent")).toBe("h1 { outline: 0 }");
    expect(await untouched()).toBe(true);
    rmSync(join(shown.preview.root, "templates/layouts"), { recursive: true });
    await until(async () => (await shown.preview.get("about/")).text.includes("Content-Security-Policy"));
  });

  test("takes on settings, new features, and a feature under another name", async () => {
    await open("");
    edit("content/site.yaml", "Night Talks", "Day Talks");
    await shows("Day Talks");
    expect(await shown.page.title()).toContain("Day Talks");
    restore("content/site.yaml");
    shown.preview.write(
      "content/features/fresh.md",
      site["content/features/lamps.md"].replace("On lamps", "Fresh lamps"),
    );
    await shows("Fresh lamps");
    expect(await untouched()).toBe(true);
    await open("features/fresh/");
    renameSync(
      join(shown.preview.root, "content/features/fresh.md"),
      join(shown.preview.root, "content/features/newer.md"),
    );
    await holds("document.body.dataset.page === 'not-found'");
    renameSync(
      join(shown.preview.root, "content/features/newer.md"),
      join(shown.preview.root, "content/features/fresh.md"),
    );
    await shows("Fresh lamps");
    rmSync(join(shown.preview.root, "content/features/fresh.md"));
    await holds("document.body.dataset.page === 'not-found'");
  });

  test("shows errors over the last good page, with the line and a link to it, until they are mended", async () => {
    await open("features/lamps/");
    edit("content/features/lamps.md", "guests: [abe]", "guests: [abbe]");
    await panelShows('Unexpected guest "abbe"');
    await panelShows('did you mean "abe"?');
    await panelShows("> 4 | guests: [abbe]");
    const href = await shown.page.locator("colloquy-preview .frame article a").first().getAttribute("href");
    expect(href).toBe(`vscode://file${shown.preview.root}/content/features/lamps.md:4:10`);
    expect(await shown.page.locator("h1").innerText()).toBe("On lamps");
    expect(shown.preview.terminal()).toContain("content/features/lamps.md:4:10 error");
    edit("content/features/lamps.md", "title: On lamps", 'title: "On lamps');
    await panelShows("Missing closing quotation mark");
    restore("content/features/lamps.md");
    await panelIsGone();
    rmSync(join(shown.preview.root, "content/guests/abe.md"));
    await panelShows('Unexpected guest "abe"');
    await shown.page.keyboard.press("Escape");
    await panelIsGone();
    restore("content/guests/abe.md");
    await holds("!document.querySelector('colloquy-preview').shadowRoot.querySelector('.corner .error')");
    expect(await untouched()).toBe(true);
  });

  test("shows text of the content as text, whatever it says", async () => {
    await open("features/lamps/");
    edit("content/features/lamps.md", "guests: [abe]", 'guests: ["<img src=x onerror=window.hit=1>"]');
    await panelShows("<img src=x onerror=window.hit=1>");
    expect(await shown.page.evaluate("window.hit")).toBeUndefined();
    restore("content/features/lamps.md");
    await panelIsGone();
  });

  test("counts warnings quietly, and tells them when asked", async () => {
    await open("features/lamps/");
    shown.preview.write("content/stray.md", "Nobody reads this.");
    await holds(
      "document.querySelector('colloquy-preview').shadowRoot.querySelector('.corner .warning') !== null",
    );
    await panelIsGone();
    await shown.page.locator("colloquy-preview .corner .warning").click();
    await panelShows("nothing reads it here");
    rmSync(join(shown.preview.root, "content/stray.md"));
    await panelIsGone();
  });

  test("marks a draft, and leads from a turn to its line", async () => {
    await open("features/long/");
    expect(await shown.page.locator("colloquy-preview .draft").innerText()).toBe("Draft");
    expect(
      await shown.page.evaluate(
        "getComputedStyle(document.querySelector('colloquy-preview').shadowRoot.querySelector('.draft')).borderTopWidth",
      ),
    ).toBe("0px");
    const lines = site["content/features/long.md"].split("\n");
    const line = lines.indexOf("Bea Moss: Answer 2, by Bea.") + 1;
    // The page may still be scrolling when the pointer comes to it.
    await until(async () => {
      await shown.page.locator("#s1-bea-3 .words").hover();
      const href = await shown.page.locator("colloquy-preview .jump").getAttribute("href");
      return href === `vscode://file${shown.preview.root}/content/features/long.md:${line}:1`;
    });
    await open("features/lamps/");
    await holds("document.querySelector('colloquy-preview').shadowRoot.querySelector('.corner a') !== null");
    expect(await shown.page.locator("colloquy-preview .draft").count()).toBe(0);
  });

  test("has the link to a line beside the words, and one to the outline in the corner, in dark colours, too", async () => {
    await shown.page.setViewportSize({ width: 1300, height: 600 });
    await open("features/long/");
    await shown.page.emulateMedia({ colorScheme: "dark" });
    const right = async (selector: string) => {
      const box = await shown.page.locator(selector).first().boundingBox();
      return (box?.x ?? NaN) + (box?.width ?? NaN);
    };
    await until(async () => {
      await shown.page.locator("#s1-bea-3 .words").hover();
      return (await shown.page.locator("colloquy-preview .jump").getAttribute("title")) === "#s1-bea-3";
    });
    const left = (await shown.page.locator("colloquy-preview .jump").boundingBox())?.x ?? NaN;
    const words = await right("#s1-bea-3 .words p");
    expect(left).toBeGreaterThanOrEqual(words);
    expect(left - words).toBeLessThan(40);
    const outline = shown.page.locator('colloquy-preview .corner a[href="/__colloquy/"]');
    const background = await shown.page.evaluate(
      "getComputedStyle(document.querySelector('colloquy-preview').shadowRoot.querySelector('.corner a')).backgroundColor",
    );
    expect(background).toBe("rgb(32, 30, 28)");
    await outline.click();
    await shows("Guests without a portrait");
    expect(await outline.count()).toBe(0);
    await shown.page.emulateMedia({ colorScheme: null });
    await shown.page.setViewportSize({ width: 1000, height: 600 });
  });

  test("catches up when it is seen again, and when the preview was away", async () => {
    await open("about/");
    await shown.page.evaluate(`
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    `);
    edit("content/pages/about.md", "About us.", "About us, later.");
    await until(async () => (await shown.preview.get("about/")).text.includes("later"));
    expect(await shown.page.evaluate("document.body.innerText.includes('later')")).toBe(false);
    await shown.page.evaluate(`
      Object.defineProperty(document, 'visibilityState', {value: 'visible', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    `);
    await shows("About us, later.");
    expect(await untouched()).toBe(true);
    restore("content/pages/about.md");
    await until(async () => !(await shown.preview.get("about/")).text.includes("later"));
  });

  test("keeps the outline up to date", async () => {
    await shown.page.goto(`${shown.preview.address}__colloquy/`);
    edit("content/features/lamps.md", "title: On lamps", "title: On wicks");
    await shows("On wicks");
    restore("content/features/lamps.md");
    await shows("On lamps");
  });
});
