import { readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A file as it went over the wire. */
export interface Sent {
  readonly path: string;
  readonly kind: "page" | "style" | "script" | "font" | "picture" | "other";
  /** Bytes as they are, and as they were sent. */
  readonly bytes: number;
  readonly sent: number;
}

/** A host of plain files on the loopback that compresses texts as hosts do, and remembers what was asked for. */
export interface Host {
  readonly origin: string;
  /** What was sent since this was last asked. */
  readonly takeSent: () => Sent[];
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, readonly [type: string, kind: Sent["kind"]]>> = {
  ".html": ["text/html; charset=utf-8", "page"],
  ".css": ["text/css; charset=utf-8", "style"],
  ".js": ["text/javascript; charset=utf-8", "script"],
  ".json": ["application/json", "other"],
  ".xml": ["application/xml", "other"],
  ".txt": ["text/plain; charset=utf-8", "other"],
  ".svg": ["image/svg+xml", "picture"],
  ".jpg": ["image/jpeg", "picture"],
  ".png": ["image/png", "picture"],
  ".webp": ["image/webp", "picture"],
  ".avif": ["image/avif", "picture"],
  ".woff2": ["font/woff2", "font"],
};
const compressed = /\.(?:html|css|js|json|xml|txt|svg)$/;

/** Serve a built site. */
export async function serve(folder: string): Promise<Host> {
  let log: Sent[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const path = decodeURIComponent(pathname);
    let file = join(folder, path);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = join(file, "index.html");
    const found = statSync(file, { throwIfNoEntry: false }) !== undefined;
    if (!found) file = join(folder, "404.html");
    const [type, kind] = types[extname(file)] ?? ["application/octet-stream", "other"];
    const bytes = readFileSync(file);
    const body = compressed.test(file) ? gzipSync(bytes, { level: 9 }) : bytes;
    log.push({ path, kind, bytes: bytes.length, sent: body.length });
    response.writeHead(found ? 200 : 404, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": "max-age=31536000",
      ...(body === bytes ? {} : { "content-encoding": "gzip" }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    takeSent: () => {
      const taken = log;
      log = [];
      return taken;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a server on a port");
  return address.port;
}
