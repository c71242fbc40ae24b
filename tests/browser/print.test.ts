import { execFileSync } from "node:child_process";
import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { styleOf } from "./page-checks.js";
import { openExampleSite, serveSmallSite } from "./set-up.js";
import { wideTalk } from "./small-site.js";

const { browser, host } = await openExampleSite();
const folder = mkdtempSync(join(tmpdir(), "print-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(["", "en/"])("/%sfeatures/book-boat/ on paper", (language) => {
  const address = `${language}features/book-boat/`;

  test("is tagged, and outlined by its headline, sections and questions", async () => {
    const { file, page } = await print(address);
    const headings = await texts(page, "h1, .section-title, .asked");
    await page.close();
    expect(poppler("pdfinfo", file)).toMatch(/^Tagged:\s+yes$/m);
    const outline = poppler("pdftohtml", "-xml", "-i", "-stdout", file);
    const entries = [...outline.matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, text = ""]) => text);
    const found = entries.map(plain);
    expect(headings.length).toBeGreaterThan(8);
    for (const heading of headings) expect(found).toContain(plain(heading));
  });

  test("numbers its sheets, and names the feature and the publication on all but the first", async () => {
    const { sheets, page } = await print(address);
    const title = plain((await page.locator("html").getAttribute("data-title")) ?? "");
    const publication = plain((await page.locator("html").getAttribute("data-site")) ?? "");
    await page.close();
    expect(sheets.length).toBeGreaterThan(3);
    sheets.forEach((sheet, index) => {
      const text = plain(sheet);
      expect(text.endsWith(`${index + 1}/${sheets.length}`)).toBe(true);
      expect(text.startsWith(title + publication)).toBe(index > 0);
    });
  });

  test("has no controls, and says where it can be read", async () => {
    const { sheets, page } = await print(address);
    const controls = await texts(page, ".masthead nav a, .readings a, .contents .label, .skip");
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    await page.close();
    const lines = new Set(sheets.join("\n").split("\n").map(plain));
    expect(controls.length).toBeGreaterThan(6);
    for (const control of controls) {
      // A guest's name is a control in the row of readings, and a name in the margin.
      if (!sheets[1]?.includes(control)) expect([...lines]).not.toContain(plain(control));
    }
    expect(sheets.join("")).not.toContain("¶");
    expect(sheets.at(-1)).toContain(canonical ?? "?");
  });

  test("never parts a question from the first lines of its answer, wherever a sheet ends", async () => {
    for (const fragment of ["", "#compare"]) {
      const page = await open(address + fragment);
      const questions = (await texts(page, ".asked")).map(plain);
      for (let shift = 0; shift < 180; shift += 45) {
        await page.evaluate(`document.querySelector(".opening").style.paddingTop = "${shift}mm"`);
        const { sheets } = await printed(page);
        const ends = sheets.map((sheet) => plain(sheet).replace(/\d+\/\d+$/, ""));
        for (const end of ends) {
          expect(questions.filter((question) => end.endsWith(question))).toEqual([]);
        }
      }
      await page.close();
    }
  });

  test("lays the comparison out on sheets on their side, an answer beside the other", async () => {
    const { sheets, file, page } = await print(`${address}#compare`);
    const names = await texts(page, ".exchange:first-of-type .answer .name");
    const questions = (await texts(page, ".asked")).map(plain);
    await page.close();
    expect(new Set(names).size).toBe(3);
    const sizes = [...poppler("pdfinfo", "-l", "99", file).matchAll(/^Page +\d+ size: +(\S+) x (\S+)/gm)];
    const onTheirSide = sizes.map(([, width, height]) => Number(width) > Number(height));
    const first = onTheirSide.indexOf(true);
    // The guests are presented on an upright sheet before.
    expect(first).toBeGreaterThan(0);
    const sideways = sheets.filter((_, index) => onTheirSide[index]);
    for (const sheet of sideways)
      expect(questions.some((question) => plain(sheet).includes(question))).toBe(true);
    const lines = sheets.slice(first).flatMap((sheet) => sheet.split("\n"));
    expect(lines.some((line) => names.every((name) => line.includes(name)))).toBe(true);
  });

  test("prints one guest's answers where these are shown", async () => {
    const { sheets, page } = await print(`${address}#by-qiu-dashui`);
    const shown = (await texts(page, ".answer[data-seat='2'] .words")).map(plain);
    const hidden = (await texts(page, ".answer[data-seat='1'] .words")).map(plain);
    await page.close();
    const text = plain(sheets.map((sheet) => sheet.split("\n").slice(1, -2).join("\n")).join(""));
    expect(shown.length).toBeGreaterThan(2);
    for (const words of shown) expect(text).toContain(words.slice(0, 12));
    for (const words of hidden) expect(text).not.toContain(words.slice(0, 12));
  });
});

test("links to elsewhere have their addresses written behind them, those inside the site have not", async () => {
  const { sheets, page } = await print("guests/shan-jingyi/");
  const away = await page.locator(".guest-links a").first().getAttribute("href");
  await page.close();
  const text = sheets.join("\n");
  expect(text).toContain(`(${away ?? "?"})`);
  expect(text).not.toContain("index.html");
  expect(text).not.toContain(host.origin);
});

test("who sits at the table is on the first sheet, below the cover", async () => {
  const { sheets, page } = await print("features/book-boat/");
  const names = await texts(page, ".cast .name");
  await page.close();
  expect(names.length).toBe(3);
  for (const name of names) expect(sheets[0]).toContain(name);
});

test("on a guest's page questions and answers have one edge, and a mark without a portrait has a frame", async () => {
  const page = await open("guests/alastair-quill/");
  await page.emulateMedia({ media: "print" });
  const edges = await page.evaluate<number[]>(
    "[...document.querySelectorAll('.said .words')].map(each => Math.round(each.getBoundingClientRect().left))",
  );
  expect(edges.length).toBeGreaterThan(4);
  expect(new Set(edges).size).toBe(1);
  expect(await styleOf(page, ".guest-opening .initial", "border-top-style")).toBe("solid");
  await page.close();
});

describe("an address that is written out", () => {
  const small = serveSmallSite({
    "content/site.yaml": "title: Small\nurl: https://small.example/\nlanguage: en\n",
    "content/pages/about.md":
      "---\ntitle: About\n---\n\nSee <https://example.org/out> and [there](https://example.org/behind).\n",
  });

  test("is not written a second time behind itself", async () => {
    const page = await browser.newPage();
    await page.goto(`${small.origin}/about/`);
    const text = (await printed(page)).sheets.join("\n");
    await page.close();
    expect(text.split("https://example.org/out").length).toBe(2);
    // How wide a space is on paper is the face's matter.
    expect(text.replace(/ +/g, " ")).toContain("there (https://example.org/behind)");
  });
});

test("a player is left out, and a time is at the edge that its name is at", async () => {
  const { sheets, page } = await print("features/nine-bells/");
  const recording = await texts(page, ".recording .label, .recording .dateline a");
  await page.setViewportSize({ width: 620, height: 900 });
  await page.emulateMedia({ media: "print" });
  expect(await styleOf(page, ".speaker .moment", "margin-left")).toBe("0px");
  await page.close();
  expect(recording.length).toBe(3);
  for (const words of recording) expect(sheets.join("")).not.toContain(words);
});

describe("what is wider than a sheet", () => {
  const small = serveSmallSite(wideTalk());

  test("is broken, not cut off", async () => {
    const page = await browser.newPage({ viewport: { width: 620, height: 900 } });
    await page.goto(`${small.origin}/features/talk/`);
    await page.emulateMedia({ media: "print" });
    for (const selector of [".words pre", ".words .table"]) {
      const [needed, there] = await page.evaluate<[number, number]>(
        `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector("${selector}"))`,
      );
      expect(there, selector).toBeGreaterThan(300);
      expect(needed, selector).toBeLessThanOrEqual(there);
    }
    await page.close();
  });
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${host.origin}/${path}`, { waitUntil: "networkidle" });
  return page;
}

async function print(path: string): Promise<Printed & { page: Page }> {
  const page = await open(path);
  return { page, ...(await printed(page)) };
}

interface Printed {
  readonly file: string;
  /** The text of each sheet, laid out as on paper. */
  readonly sheets: readonly string[];
}

let count = 0;
async function printed(page: Page): Promise<Printed> {
  const file = join(folder, `${count++}.pdf`);
  await page.pdf({ path: file, format: "A4", tagged: true, outline: true, preferCSSPageSize: true });
  const sheets = poppler("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);
  return { file, sheets };
}

function poppler(program: string, ...args: readonly string[]): string {
  return execFileSync(program, [...args], { encoding: "utf8", maxBuffer: 1e8 });
}

async function texts(page: Page, selector: string): Promise<string[]> {
  const all = await page.locator(selector).allTextContents();
  return all.map((text) => text.trim()).filter((text) => text !== "");
}

/** Without white space, entities and ligatures, which a PDF has its own way with. */
function plain(text: string): string {
  return text
    .replaceAll("&#34;", '"')
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .normalize("NFKC")
    .replace(/\s+/gu, "");
}
