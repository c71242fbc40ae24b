import type { Message } from "../messages.js";
import { PageMemory } from "./page-memory.js";
import { Panel } from "./panel.js";
import { refreshAssets } from "./refresh-assets.js";
import { runningScripts } from "./running-scripts.js";
import { updatePage } from "./update-page.js";

/**
 * Keep the open page up to date from now on.
 *
 * @param script - The element that the preview has put into it.
 * @param sent - What the parser has made, each node with a copy of it.
 * @param scripts - Those that the parser has made, in their order, whether they are still in the page or not.
 */
export function start(
  script: HTMLOrSVGScriptElement | null,
  sent: WeakMap<Node, Node>,
  scripts: readonly HTMLScriptElement[],
): void {
  const memory = new PageMemory(sent, runningScripts(scripts));
  const panel = new Panel(document.documentElement);
  let mark = script?.dataset["colloquyPage"] ?? "";
  let stream: EventSource | undefined;
  /** One after the other: an update that waits for a style sheet must not be overtaken. */
  let queue = Promise.resolve();

  const connect = (): void => {
    if (stream || document.visibilityState === "hidden") return;
    const query = new URLSearchParams({ page: location.pathname, mark });
    stream = new EventSource(`/__colloquy/events?${query.toString()}`);
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      // Sent by this preview's own server, which is built from the same type.
      const message = JSON.parse(data) as Message;
      if (message.type === "crowded") {
        disconnect();
        setTimeout(connect, untilNextTurn);
        return;
      }
      queue = queue.then(() => take(message)).catch(() => location.reload());
    };
    stream.onopen = () => panel.showConnection("open");
    stream.onerror = () => panel.showConnection("ended");
  };

  const disconnect = (): void => {
    stream?.close();
    stream = undefined;
  };

  const take = async (message: Exclude<Message, { type: "crowded" }>): Promise<void> => {
    if ("mark" in message) ({ mark } = message);
    switch (message.type) {
      case "page":
        await updatePage(message.html, memory);
        break;
      case "assets":
        refreshAssets(message.assets, memory);
        break;
      case "report":
        panel.showReport(message.report);
        break;
      case "source":
        panel.showSource(message.source);
        break;
      case "reload":
        location.reload();
    }
  };

  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    if (stream?.url === blockedURI) panel.showConnection("forbidden");
  });
  // Browsers keep six connections to a server: a tab that nobody sees gives its one back, and catches up when it is seen.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
}

/** Milliseconds that a page does without its connection where more pages are open than a browser has connections for. */
const untilNextTurn = 1500;
