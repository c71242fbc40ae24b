import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LastSite } from "../../src/build/last-site.js";
import { bytesContent } from "../../src/io/file-content.js";
import { EventChannel } from "../../src/preview/event-channel.js";
import { liveAnswers } from "../../src/preview/live-answers.js";
import { LiveSite } from "../../src/preview/live-site.js";
import { ShownFiles } from "../../src/preview/shown-files.js";
import { createSiteServer } from "../../src/preview/site-server.js";

const page = "<!doctype html><html><head></head><body>Known</body></html>";
const known = new Map([
  ["about/index.html", page],
  ["assets/style.css", "p { color: red }"],
]);
const last: LastSite = {
  basePath: "/talks/",
  isStill: () => true,
  get: (path) => {
    const text = known.get(path);
    return text === undefined
      ? undefined
      : { hash: path, open: () => bytesContent(new TextEncoder().encode(text), path) };
  },
};

describe("before the first build has ended", () => {
  const shown = new ShownFiles();
  const site = new LiveSite(() => "editor:");
  let end: () => void = () => undefined;
  let waiting = 0;
  const built = new Promise<void>((resolve) => (end = resolve));
  const answers = liveAnswers({
    site,
    shown,
    ownFiles: new Map([["client/main.js", bytesContent(new TextEncoder().encode("export {};"), "")]]),
    channel: new EventChannel((address, mark) => site.messagesFor(address, mark)),
    early: () => last,
    settled: () => {
      waiting++;
      return built;
    },
    lookAgain: () => built,
  });
  const server = createSiteServer("127.0.0.1", answers, (thrown) => {
    throw thrown;
  });
  let origin: string;
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // A server on a port has an address of that form.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test("what is known of the site is shown at its path, with the script in its pages", async () => {
    const about = await fetch(`${origin}/talks/about/`);
    expect(about.status).toBe(200);
    const text = await about.text();
    expect(text).toContain("data-colloquy-page=");
    expect(text).toContain("<body>Known</body>");
    expect(await (await fetch(`${origin}/talks/assets/style.css`)).text()).toBe("p { color: red }");
    expect((await fetch(`${origin}/talks/about`, { redirect: "manual" })).status).toBe(302);
    expect(waiting).toBe(0);
  });

  test("the script that the page needs is there", async () => {
    const script = await fetch(`${origin}/__colloquy/client/main.js`);
    expect(script.status).toBe(200);
    expect(script.headers.get("content-type")).toContain("javascript");
    expect(waiting).toBe(0);
  });

  test("nobody is told that a page is not there, but waits for it", async () => {
    const asked = fetch(`${origin}/talks/other/`);
    await expect.poll(() => waiting).toBe(1);
    end();
    await asked;
  });

  test("what was shown is remembered, the last one first", () => {
    expect(shown.paths).toEqual(["assets/style.css", "about/index.html"]);
  });
});
