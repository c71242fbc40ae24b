import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../../src/io/memory-file-system.js";
import { filesOnDisk } from "../../src/preview/site-files.js";
import { createSiteServer, respondWithSite } from "../../src/preview/site-server.js";

/** Larger than what is sent in one go. */
const talk = new Uint8Array(1_000_000).map((_, at) => (at * 7) % 251);

class CountedDisk extends MemoryFileSystem {
  /** The most bytes that were read at once. */
  most = 0;
  /** What becomes of a part that is read. */
  change = (bytes: Uint8Array): Uint8Array => bytes;

  override readPart(path: string, start: number, end: number): Uint8Array {
    const bytes = super.readPart(path, start, end);
    this.most = Math.max(this.most, bytes.byteLength);
    return this.change(bytes);
  }
}

const disk = new CountedDisk({
  "/d/index.html": "<!doctype html><p>home",
  "/d/404.html": "<!doctype html><p>nothing",
  "/d/talk.mp3": talk,
  "/d/empty.txt": "",
});
const files = filesOnDisk(disk, "/d");
const thrown: unknown[] = [];
const server = createSiteServer(
  "127.0.0.1",
  (request, response) => respondWithSite(request, response, files, "/"),
  (error) => thrown.push(error),
);
let origin: string;
let port: number;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server on a port has an address of that form.
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => void server.close());

const get = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
  const response = await fetch(origin + path, { headers, method });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe("a file", () => {
  test("is sent whole, a piece at a time", async () => {
    disk.most = 0;
    const { response, bytes } = await get("/talk.mp3");
    expect(response.headers.get("content-length")).toBe("1000000");
    expect(response.headers.get("accept-ranges")).toBe("bytes");
    expect(Buffer.from(bytes).equals(talk)).toBe(true);
    expect(disk.most).toBeLessThan(talk.length / 2);
  });

  test("is read no further than a range goes", async () => {
    disk.most = 0;
    const { response, bytes } = await get("/talk.mp3", { range: "bytes=999990-" });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe("bytes 999990-999999/1000000");
    expect(Buffer.from(bytes).equals(talk.subarray(999_990))).toBe(true);
    expect(disk.most).toBe(10);
    const open = await get("/talk.mp3", { range: "bytes=1-" });
    expect(Buffer.from(open.bytes).equals(talk.subarray(1))).toBe(true);
  });

  test("is not sent again to whom has it, and a part only of the file that was begun with", async () => {
    const tag = (await get("/talk.mp3")).response.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const { response, bytes } = await get("/talk.mp3", { "if-none-match": known });
      expect([response.status, bytes.length]).toEqual([304, 0]);
    }
    expect((await get("/talk.mp3", { "if-none-match": '"other"' })).response.status).toBe(200);
    const range = "bytes=0-9";
    expect((await get("/talk.mp3", { range, "if-range": tag })).response.status).toBe(206);
    expect((await get("/talk.mp3", { range, "if-range": '"other"' })).bytes.length).toBe(1_000_000);
  });

  test("has another tag once it has changed", async () => {
    const tag = async () => (await get("/index.html")).response.headers.get("etag");
    const before = await tag();
    disk.write("/d/index.html", "<!doctype html><p>HOME");
    expect(await tag()).not.toBe(before);
  });

  test("is described without being sent to whom asks for its head", async () => {
    disk.most = 0;
    const { response, bytes } = await get("/talk.mp3", {}, "HEAD");
    expect([response.status, response.headers.get("content-length")]).toEqual([200, "1000000"]);
    expect([bytes.length, disk.most]).toEqual([0, 0]);
  });

  test("may be empty", async () => {
    const { response, bytes } = await get("/empty.txt");
    expect([response.status, bytes.length]).toEqual([200, 0]);
    expect((await get("/empty.txt", { range: "bytes=0-" })).response.status).toBe(416);
  });

  test("that becomes shorter while it is sent does not pass for whole", async () => {
    disk.change = (bytes) => bytes.subarray(1);
    await expect(get("/talk.mp3")).rejects.toThrow();
    disk.change = (bytes) => bytes;
    expect((await get("/talk.mp3")).bytes.length).toBe(1_000_000);
  });

  test("that is not there is answered with the site's own page", async () => {
    for (const path of ["/nowhere", "/talk.mp3/", "/index.html/x"]) {
      const { response, bytes } = await get(path, { range: "bytes=0-1" });
      expect(response.status, path).toBe(404);
      expect(new TextDecoder().decode(bytes)).toContain("nothing");
    }
  });
});

test.each([
  "GET http://[ HTTP/1.1",
  "GET * HTTP/1.1",
  "GET //x HTTP/1.1",
  "GET /%E0%A4%A HTTP/1.1",
  "GET /../d/talk.mp3 HTTP/1.1",
  "GET http://127.0.0.1/talk.mp3 HTTP/1.1",
])("%s finds nothing, and breaks nothing", async (line) => {
  const before = thrown.length;
  const socket = connect(port, "127.0.0.1");
  socket.end(`${line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(thrown.length).toBe(before);
});
