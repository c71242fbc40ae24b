import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stampOf, type LastSite } from "../../src/build/last-site.js";
import { NotKept } from "../../src/build/served-output.js";
import { bytesContent } from "../../src/io/file-content.js";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { listSite } from "../../src/io/site-reader.js";
import { EarlySite } from "../../src/preview/early-site.js";
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
const fs = new MemoryFileSystem({ "/s/content/site.yaml": "title: Talks" });
const last: LastSite = {
  basePath: "/talks/",
  stamp: stampOf(listSite(fs, "/s")),
  get: (path) => {
    const text = known.get(path);
    return text === undefined
      ? undefined
      : { hash: path, open: () => bytesContent(new TextEncoder().encode(text), path) };
  },
};

describe("before the first build has ended", () => {
  const shown = new ShownFiles();
  const early = new EarlySite({ root: "/s", fs });
  early.take(last);
  const site = new LiveSite(() => "editor:");
  let end: () => void = () => undefined;
  let waiting = 0;
  const built = new Promise<void>((resolve) => (end = resolve));
  const answers = liveAnswers({
    site,
    shown,
    ownFiles: new Map([["client/main.js", bytesContent(new TextEncoder().encode("export {};"), "")]]),
    channel: new EventChannel((address, mark) => site.messagesFor(address, mark)),
    early,
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
  });

  test("the script that the page needs is there", async () => {
    const script = await fetch(`${origin}/__colloquy/client/main.js`);
    expect(script.status).toBe(200);
    expect(script.headers.get("content-type")).toContain("javascript");
  });

  test("the outline is found without the slash at its end", async () => {
    for (const typed of ["/__colloquy", "/__colloquy?x=1"]) {
      const { status, headers } = await fetch(origin + typed, { redirect: "manual" });
      expect([status, headers.get("location")]).toEqual([302, "/__colloquy/"]);
    }
  });

  test("nobody is told that a page is not there, but waits until it is known, or the site built", async () => {
    const before = waiting;
    const other = fetch(`${origin}/talks/other/`);
    const nowhere = fetch(`${origin}/talks/nowhere/`);
    await expect.poll(() => waiting).toBe(before + 2);
    known.set("other/index.html", page);
    early.take(last);
    expect((await other).status).toBe(200);
    end();
    expect((await nowhere).status).toBe(404);
  });

  test("a page whose text changes at this moment is shown once the site is built", async () => {
    const lost: LastSite = {
      ...last,
      get: (path) => ({
        hash: path,
        open: () => {
          throw new NotKept(path, "changed");
        },
      }),
    };
    early.take(lost);
    expect((await fetch(`${origin}/talks/about/`)).status).toBe(404);
  });

  test("what is known later comes beside what was known, unless something has changed meanwhile", () => {
    const later: LastSite = {
      ...last,
      get: (path) => (path === "new.html" ? last.get("about/index.html") : undefined),
    };
    const both = new EarlySite({ root: "/s", fs });
    both.take(last);
    both.take(later);
    expect(["new.html", "about/index.html"].map((path) => both.site?.get(path) !== undefined)).toEqual([
      true,
      true,
    ]);
    both.take({ ...later, stamp: "another" });
    expect(both.site?.get("about/index.html")).toBeUndefined();
    both.end();
    both.take(last);
    expect(both.site).toBeUndefined();
  });

  test("nothing is shown any more once something has changed", async () => {
    const changing = new MemoryFileSystem({ "/s/content/site.yaml": "title: Talks" });
    const own = new EarlySite({ root: "/s", fs: changing });
    own.take({ ...last, stamp: stampOf(listSite(changing, "/s")) });
    changing.write("/s/content/site.yaml", "title: Walks");
    // For a moment it goes by the look before.
    await expect.poll(() => own.site).toBeUndefined();
  });

  test("what was shown is remembered, the last one first", () => {
    expect(shown.paths).toEqual(["about/index.html", "other/index.html", "assets/style.css"]);
  });
});
