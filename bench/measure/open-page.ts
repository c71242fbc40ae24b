import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { WrongRun } from "./run-process.js";

const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether there is a browser to open a page in. */
export const hasBrowser = existsSync(executable);

/** Nothing that a browser does of its own accord meanwhile. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page that is open in Chromium, and says which words it shows while the site behind it is edited. */
export class OpenPage {
  readonly #browser: Browser;
  readonly #seen = new Map<string, number>();
  #waiting: { readonly word: string; readonly resolve: (at: number) => void } | undefined;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Open a page. It must be closed. */
  static async at(address: string): Promise<OpenPage> {
    const browser = await chromium.launch({ executablePath: executable, args: quiet });
    const open = new OpenPage(browser);
    const page = await browser.newPage();
    await page.exposeFunction("benchShows", (word: string) => open.#see(word));
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(watchWords);
    return open;
  }

  /** Wait until it shows a word. @returns Milliseconds from `start`. Throws `WrongRun` after two minutes. */
  async until(word: string, start: number): Promise<number> {
    const shown = new Promise<number>((resolve) => {
      this.#waiting = { word, resolve };
      const at = this.#seen.get(word);
      if (at !== undefined) resolve(at);
    });
    let patience: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      patience = setTimeout(() => reject(new WrongRun(`the open page never had "${word}"`)), 120_000);
    });
    try {
      return (await Promise.race([shown, late])) - start;
    } finally {
      clearTimeout(patience);
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #see(word: string): void {
    const now = performance.now();
    this.#seen.set(word, now);
    if (this.#waiting?.word === word) this.#waiting.resolve(now);
  }
}

/** Run in the page: tells of each word in the frame that shows it first. */
const watchWords = `(() => {
  let before = "";
  const look = () => {
    const [word = ""] = /\\bbenchword\\w*/.exec(document.body.textContent) ?? [];
    if (word === before) return;
    before = word;
    requestAnimationFrame(() => benchShows(word));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  look();
})()`;
