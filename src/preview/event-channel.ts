import type { ServerResponse } from "node:http";
import { commonHeaders } from "./answer.js";
import type { Message } from "./messages.js";

/** The open pages, each behind a stream of server-sent events. @see HTML, 9.2 Server-sent events */
export class EventChannel {
  readonly #pages = new Set<OpenPage>();
  readonly #messagesFor: (address: string, mark: string) => Iterable<Message>;

  /** @param messagesFor - What to tell a page at an address that shows what the mark names. */
  constructor(messagesFor: (address: string, mark: string) => Iterable<Message>) {
    this.#messagesFor = messagesFor;
    // Something now and then, so that nobody in between takes the stream for dead.
    setInterval(() => {
      for (const { response } of this.#pages) response.write(":\n\n");
    }, 20_000).unref();
  }

  /** Keep a request open, and tell it what it does not know. */
  open(response: ServerResponse, address: string, mark: string): void {
    response.writeHead(200, {
      ...commonHeaders,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    response.write("retry: 300\n\n");
    const page: OpenPage = { address, mark, told: new Map(), response };
    this.#pages.add(page);
    response.on("close", () => this.#pages.delete(page));
    this.#tell(page);
    this.#makeRoom();
  }

  /** Take the connection from those that have had one for longest; each asks again after a while, and so all have turns. */
  #makeRoom(): void {
    const crowded: Message = { type: "crowded" };
    for (const page of [...this.#pages].slice(0, -mostOpen)) {
      this.#pages.delete(page);
      page.response.end(`data: ${JSON.stringify(crowded)}\n\n`);
    }
  }

  /** Tell every open page what it does not know yet; those opened last first, as somebody most likely looks at them. */
  tellAll(): void {
    for (const page of [...this.#pages].reverse()) this.#tell(page);
  }

  #tell(page: OpenPage): void {
    if (page.response.writableLength > mostWaiting) {
      // Nobody reads: a tab that sleeps. It connects again when it wakes up, and is told everything then.
      page.response.destroy();
      return;
    }
    for (const message of this.#messagesFor(page.address, page.mark)) {
      const data = JSON.stringify(message);
      if ("mark" in message) page.mark = message.mark;
      else if (page.told.get(message.type) === data) continue;
      else page.told.set(message.type, data);
      page.response.write(`data: ${data}\n\n`);
    }
  }
}

/** Pages behind a stream at once. A browser has six connections to a server, and needs some to load anything else. */
const mostOpen = 4;

/** Bytes that may wait for a page to read them. */
const mostWaiting = 8_000_000;

interface OpenPage {
  /** The address that it was opened at, percent-encoded, without query and fragment. */
  readonly address: string;
  /** Names what it shows. */
  mark: string;
  /** What it was told last of each kind, so that it is told nothing twice. */
  readonly told: Map<Message["type"], string>;
  readonly response: ServerResponse;
}
