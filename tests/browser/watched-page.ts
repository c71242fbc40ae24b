import type { Page } from "playwright-core";
import { until } from "../process/running-preview.js";

/** A page of a preview, looked at from outside. */
export class WatchedPage {
  readonly page: Page;
  readonly #address: string;

  /** @param address - Of the preview, with its base path. */
  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  /** Open a page, and mark it so that a reload would be noticed. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.#address + path);
    await this.holds("document.querySelector('colloquy-preview') !== null");
    await this.page.evaluate("window.untouched = true");
  }

  /** Wait until an expression is true; a site's policy lets no page evaluate text by itself. */
  async holds(expression: string): Promise<void> {
    await until(async () => (await this.page.evaluate(expression).catch(() => false)) === true);
  }

  /** Whether it was not loaded anew since it was opened. */
  async isUntouched(): Promise<boolean> {
    return (await this.page.evaluate("window.untouched === true")) === true;
  }

  /** Wait until a text can be read on it. */
  shows(text: string): Promise<void> {
    return this.holds(`document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  /** Wait until a text can be read over it. */
  panelShows(text: string): Promise<void> {
    const frame = `${panel}.querySelector('.frame')`;
    return this.holds(`${frame}.open && ${frame}.innerText.includes(${JSON.stringify(text)})`);
  }

  /** Wait until nothing is shown over it. */
  panelIsGone(): Promise<void> {
    return this.holds(`${panel}.querySelector('.frame').open === false`);
  }
}

const panel = "document.querySelector('colloquy-preview').shadowRoot";
