import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/index.js";
import { goodSite } from "../build/good-site.js";
import { command, spawnPreview, startPreview, until, type RunningPreview } from "./running-preview.js";
import { buildBeside, differences, withoutScript } from "./served-site.js";

describe("colloquy preview", () => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await startPreview(goodSite);
  });
  afterAll(() => preview.stop());

  const servedIncludes = (path: string, text: string) =>
    until(async () => (await preview.get(path)).text.includes(text));

  test("serves what a build writes, byte for byte but for its script", async () => {
    expect(await differences(preview, await buildBeside(preview))).toEqual([]);
  });

  test("answers 404 with the site's own page", async () => {
    const { status, text } = await preview.get("no/such/");
    expect(status).toBe(404);
    expect(text).toContain('data-page="not-found"');
  });

  test("leads from a folder to its slash, and lists no folder", async () => {
    const response = await fetch(new URL("features/lamps?x=1", preview.address), { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/features/lamps/?x=1");
    expect((await preview.get("assets/")).status).toBe(404);
  });

  test.each([
    "/../content/site.yaml",
    "/%2e%2e/content/site.yaml",
    "/assets/..%2f..%2fcontent/site.yaml",
    "/assets/%5c..%5csite.yaml",
    "//etc/passwd",
    "/%00",
    "/%zz",
  ])("gives nothing for %s", async (path) => {
    expect([404, 500]).toContain((await raw(preview, { path })).status);
  });

  test("answers only to this machine's own names, and only requests that read", async () => {
    const port = new URL(preview.address).port;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect((await raw(preview, { headers: { host } })).status).toBe(200);
    for (const host of ["rebound.example", `rebound.example:${port}`, "192.168.0.7"])
      expect((await raw(preview, { headers: { host } })).status).toBe(403);
    expect((await raw(preview, { method: "POST" })).status).toBe(405);
  });

  test("lets no other origin read", async () => {
    const { headers } = await raw(preview, { headers: { origin: "https://other.example" } });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  test("shows every feature, and each turn with its line, on the outline", async () => {
    const outline = await preview.get("__colloquy/");
    expect(outline.text).toContain("On lamps");
    expect(outline.text).toContain("Guests without a portrait");
    const unknown = await preview.get("__colloquy/turns/features/nowhere/");
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain("There is no such page");
    const turns = await preview.get("__colloquy/turns/features/duty/");
    expect(turns.text).toContain(`vscode://file${preview.root}/content/features/duty/10-first.md:6:1`);
  });

  test("goes on through broken settings, a folder that goes and comes, and a template that breaks", async () => {
    const lamps = (await preview.get("features/lamps/")).text;
    const stays = async (said: string) => {
      await until(() => preview.terminal().includes(said));
      expect(withoutScript((await preview.get("features/lamps/")).text)).toBe(withoutScript(lamps));
    };
    preview.write("content/site.yaml", "title: [");
    await stays("content/site.yaml:1:");
    renameSync(join(preview.root, "content"), join(preview.root, "kept"));
    await stays("[no-content]");
    renameSync(join(preview.root, "kept"), join(preview.root, "content"));
    preview.write("content/site.yaml", goodSite["content/site.yaml"].replace("Night", "Long Night"));
    await servedIncludes("", "Long Night Talks");
    preview.write("templates/pages/home.hbs", "{{#if}}");
    await until(() => preview.terminal().includes("templates/pages/home.hbs:1:"));
    preview.write("templates/pages/home.hbs", "<p>a home of its own</p>");
    await servedIncludes("", "a home of its own");
    rmSync(join(preview.root, "templates"), { recursive: true });
    await until(async () => !(await preview.get("")).text.includes("a home of its own"));
    expect(await differences(preview, await buildBeside(preview))).toEqual([]);
  });

  test("sees a name that changes in its case only, and a folder that is made with what is in it", async () => {
    const { root } = preview;
    renameSync(join(root, "content/features/lamps.md"), join(root, "content/features/Lamps.md"));
    await servedIncludes("__colloquy/", "content/features/Lamps.md");
    renameSync(join(root, "content/features/Lamps.md"), join(root, "content/features/lamps.md"));
    await servedIncludes("__colloquy/", "content/features/lamps.md");
    expect((await preview.get("features/lamps/")).status).toBe(200);
    mkdirSync(join(root, "aside/new-duty"), { recursive: true });
    for (const name of ["index.md", "10-first.md"])
      preview.write(`aside/new-duty/${name}`, readFileSync(join(root, "content/features/duty", name)));
    renameSync(join(root, "aside/new-duty"), join(root, "content/features/new-duty"));
    await servedIncludes("features/new-duty/", "So am I");
    preview.write(
      "content/features/new-duty/10-first.md",
      "---\ntitle: First watch\n---\n\nHost: Who?\n\nAbe Lund: Me.\n\nBea Moss: And me, later.\n",
    );
    await servedIncludes("features/new-duty/", "And me, later.");
    rmSync(join(root, "content/features/new-duty"), { recursive: true });
    await until(async () => (await preview.get("features/new-duty/")).status === 404);
  });

  test("makes one build of many files at once, and none of what editors leave behind", async () => {
    const builds = () => preview.terminal().match(/\(\d+ ms\)$/gm)?.length ?? 0;
    const text = (index: number) =>
      goodSite["content/features/lamps.md"].replace("On lamps", `Lamp ${index}`).replaceAll("long", "short");
    const before = builds();
    for (let index = 0; index < 300; index++) preview.write(`content/features/many-${index}.md`, text(index));
    await servedIncludes("features/many-299/", "Lamp 299");
    const after = await quiet(builds);
    expect(after - before).toBeLessThanOrEqual(2);
    for (const name of [
      "4913",
      ".lamps.md.swp",
      "lamps.md~",
      "#lamps.md#",
      ".#lamps.md",
      "lamps.md___jb_tmp___",
    ])
      preview.write(`content/features/${name}`, "x");
    expect((await quiet(builds)) - after).toBe(0);
    for (let index = 0; index < 300; index++) rmSync(join(preview.root, `content/features/many-${index}.md`));
    await until(async () => (await preview.get("features/many-299/")).status === 404);
  });
});

describe("colloquy preview, as a process", () => {
  test("ends at once at Ctrl-C, when it is told to, and when its terminal is closed", async () => {
    const ends = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map(async (signal) => {
      const preview = await startPreview(goodSite);
      await preview.get("");
      const open = await fetch(new URL("__colloquy/events", preview.address));
      preview.process.kill(signal);
      // Of the signal, as a shell wants it; neither an open page nor a watched folder keeps it.
      expect(await once(preview.process, "exit")).toEqual([null, signal]);
      await open.body?.cancel().catch(() => undefined);
      await expect(fetch(preview.address)).rejects.toThrow();
      await preview.stop();
    });
    await Promise.all(ends);
  });

  test("names a busy port and takes the next", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    // A server on a port has an address of that form.
    const { port } = other.address() as AddressInfo;
    const preview = await startPreview(goodSite, "--port", String(port));
    expect(preview.terminal()).toContain(`Port ${port} is busy`);
    expect(preview.address).not.toContain(`:${port}/`);
    other.close();
    await preview.stop();
  });

  test("starts with errors, says so in the browser, and needs no restart", async () => {
    const preview = await startPreview({ ...goodSite, "content/site.yaml": "title: x\n" });
    const first = await preview.get("");
    expect(first.status).toBe(503);
    expect(first.text).toContain("cannot be built yet");
    preview.write("content/site.yaml", goodSite["content/site.yaml"]);
    await until(async () => (await preview.get("")).status === 200);
    await preview.stop();
  });

  test("begins where the run before ended, and sees what changed in between", async () => {
    const preview = await startPreview(goodSite);
    const kept = join(preview.root, ".colloquy/features-fast");
    await until(() => existsSync(kept));
    preview.process.kill("SIGKILL");
    preview.write("content/pages/about.md", "---\ntitle: About\n---\n\nAbout the night between.\n");
    rmSync(join(preview.root, "content/features/duty"), { recursive: true });
    preview.write(
      "content/features/lamps.md",
      goodSite["content/features/lamps.md"].replace("[the ferry](duty/index.md#first)", "the ferry"),
    );
    const again = await spawnPreview("--root", preview.root, "--port", "0");
    const next = { ...preview, address: again.address };
    await until(async () => (await fetch(`${next.address}about/`)).status === 200);
    expect(await differences(next, await buildBeside(next))).toEqual([]);
    again.child.kill("SIGKILL");
    await preview.stop();
  });

  test("says clearly which page it has not looked at before its text was broken, and shows it once it is mended", async () => {
    const preview = await startPreview(goodSite);
    // Written last of all that is kept.
    const kept = join(preview.root, ".colloquy");
    await until(() => existsSync(kept) && readdirSync(kept).some((name) => /^preview-[^.]+$/.test(name)));
    preview.process.kill("SIGKILL");
    const again = await spawnPreview("--root", preview.root, "--port", "0");
    const get = (path: string) => fetch(new URL(path, again.address));
    expect((await get("")).status).toBe(200);
    preview.write("content/features/lamps.md", "---\ntitle: [\n---\n");
    await until(() => again.terminal().includes("the last good site stays"));
    const lost = await get("features/lamps/");
    expect(lost.status).toBe(503);
    expect(await lost.text()).toContain("It appears here as soon as the mistake is mended");
    expect((await get("features/")).status).toBe(200);
    preview.write("content/features/lamps.md", goodSite["content/features/lamps.md"]);
    await until(async () => (await get("features/lamps/")).status === 200);
    expect(again.terminal()).not.toContain("bug");
    again.child.kill("SIGKILL");
    await preview.stop();
  });

  test("shows the last built site where it starts with a mistake", async () => {
    const good = await startPreview(goodSite, "--no-cache");
    execFileSync(process.execPath, [command, "build", "--root", good.root]);
    good.write("content/features/lamps.md", "---\ntitle: [\n---\n");
    const again = await spawnPreview("--root", good.root, "--port", "0");
    const lamps = await fetch(new URL("features/lamps/", again.address));
    expect(lamps.status).toBe(200);
    const built = readFileSync(join(good.root, "dist/features/lamps/index.html"), "utf8");
    expect(withoutScript(await lamps.text())).toBe(built);
    again.child.kill("SIGKILL");
    await good.stop();
  });

  test("sees what is saved in a folder that a link leads to from now on, and in one that was away", async () => {
    const [one, other] = [mkdtempSync(join(tmpdir(), "preview-")), mkdtempSync(join(tmpdir(), "preview-"))];
    for (const folder of [one, other]) {
      for (const [path, text] of Object.entries(goodSite)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    }
    const about = (folder: string, text: string) =>
      writeFileSync(join(folder, "content/pages/about.md"), `---\ntitle: About\n---\n\n${text}\n`);
    const root = `${one}-link`;
    symlinkSync(one, root);
    const { child, address } = await spawnPreview("--root", root, "--port", "0");
    const shows = (text: string) =>
      until(async () => (await (await fetch(`${address}about/`)).text()).includes(text));
    about(one, "The first house.");
    await shows("The first house.");
    about(other, "The second house.");
    rmSync(root);
    symlinkSync(other, root);
    await shows("The second house.");
    about(other, "The second house, painted.");
    await shows("The second house, painted.");
    renameSync(other, `${other}-away`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    renameSync(`${other}-away`, other);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    about(other, "Back again.");
    await shows("Back again.");
    child.kill("SIGKILL");
    for (const path of [root, one, other]) rmSync(path, { recursive: true, force: true });
  });

  test("keeps nothing where it is told so", async () => {
    const preview = await startPreview(goodSite, "--no-cache");
    await preview.get("");
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(existsSync(join(preview.root, ".colloquy"))).toBe(false);
    await preview.stop();
  });

  test("answers to the machine's name, too, where it is shown to others, and says who can see it", async () => {
    const preview = await startPreview(goodSite, "--host", "0.0.0.0");
    expect(preview.address).toMatch(/^http:\/\/localhost:/);
    await until(() => preview.terminal().includes("Everyone who reaches this machine can see this.\n"));
    for (const host of [hostname(), `${hostname().split(".")[0]}.local`, "192.168.0.7"])
      expect((await raw(preview, { headers: { host } })).status, host).toBe(200);
    expect((await raw(preview, { headers: { host: "rebound.example" } })).status).toBe(403);
    await preview.stop();
  });

  test("serves at the path of the site", async () => {
    const preview = await startPreview(goodSite, "--base", "/talks/");
    expect(preview.address).toMatch(/\/talks\/$/);
    expect((await preview.get("")).status).toBe(200);
    expect((await preview.get("/features/lamps/")).status).toBe(404);
    await preview.stop();
  });
});

describe("colloquy preview --dist", () => {
  test("shows a finished site as a static host would, with parts of recordings, and follows no link out", async () => {
    const preview = await startPreview(goodSite);
    const { root } = preview;
    await build({ root });
    preview.write(
      "dist/talk.mp3",
      new Uint8Array(1000).map((_, at) => at % 256),
    );
    symlinkSync(join(root, "content/site.yaml"), join(root, "dist/out.txt"));
    const { child, address, terminal } = await spawnPreview("--root", root, "--port", "0", "--dist");
    await until(() =>
      terminal().includes(
        `The finished site in ${root}/dist, as a host would show it. Open pages are not updated.`,
      ),
    );
    const home = await fetch(address);
    expect(await home.text()).toBe(readFileSync(join(root, "dist/index.html"), "utf8"));
    const part = await fetch(`${address}talk.mp3`, { headers: { range: "bytes=10-19" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-type")).toBe("audio/mpeg");
    expect(part.headers.get("content-range")).toBe("bytes 10-19/1000");
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect((await fetch(`${address}talk.mp3`, { headers: { range: "bytes=2000-" } })).status).toBe(416);
    for (const path of ["out.txt", ".colloquy.json", "assets/", "nowhere"])
      expect((await fetch(address + path)).status, path).toBe(404);
    const missing = await fetch(`${address}nowhere`);
    expect(await missing.text()).toBe(readFileSync(join(root, "dist/404.html"), "utf8"));
    child.kill("SIGKILL");
    await preview.stop();
  });
});

/** A request that no library tidies up. */
function raw(
  { address }: RunningPreview,
  {
    path = "/",
    method = "GET",
    headers = {},
  }: { path?: string; method?: string; headers?: Record<string, string> },
) {
  const { hostname, port } = new URL(address);
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
    (resolve, reject) => {
      request({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      })
        .on("error", reject)
        .end();
    },
  );
}

/** The value that a count comes to rest at. */
async function quiet(count: () => number): Promise<number> {
  for (let before = -1; ;) {
    const now = count();
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}
