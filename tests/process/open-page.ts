import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "../../src/preview/messages.js";
import { withoutScript } from "./served-site.js";

/** A page that stays open, as a browser has it: what it was sent, and what it was told since. */
export class OpenPage {
  /** The address, percent-encoded, from its first slash. */
  readonly address: string;
  /** What it shows, as a build writes it. */
  html = "";
  /** How many errors it was told of last. */
  errors = 0;
  #mark = "";
  readonly #closing = new AbortController();

  private constructor(address: string) {
    this.address = address;
  }

  /** Open the page at an address of a preview. */
  static async at(preview: string, address: string): Promise<OpenPage> {
    const page = new OpenPage(address);
    const html = await (await fetch(new URL(address, preview))).text();
    page.html = withoutScript(html);
    page.#mark = /data-colloquy-page="([^"]*)"/.exec(html)?.[1] ?? "";
    page.#listen(preview).catch(() => undefined);
    return page;
  }

  close(): void {
    this.#closing.abort();
  }

  /** Once the connection is needed for another page, it asks again after a while. */
  async #listen(preview: string): Promise<void> {
    for (;;) {
      const query = new URLSearchParams({ page: this.address, mark: this.#mark }).toString();
      const events = new URL(`/__colloquy/events?${query}`, preview);
      const { body } = await fetch(events, { signal: this.#closing.signal });
      if (!body) throw new Error("A stream without a body");
      await this.#read(body);
      await wait(50);
    }
  }

  async #read(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of stream) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) if (event.startsWith("data: ")) this.#take(event.slice("data: ".length));
    }
  }

  #take(data: string): void {
    // Sent by the preview, which is built from the same type.
    const message = JSON.parse(data) as Message;
    if ("mark" in message) this.#mark = message.mark;
    if (message.type === "page") this.html = message.html;
    if (message.type === "report") this.errors = message.report.errors;
    if (message.type === "reload") throw new Error(`${this.address} was told to reload`);
  }
}
