import type { IncomingMessage, ServerResponse } from "node:http";
import { bytesContent, type Content } from "../io/file-content.js";
import { readRange } from "./byte-range.js";

/** Something to send. */
export interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type: string;
  readonly body: Content;
  /** Whether a browser may keep it and ask only whether it is still the same; otherwise it is sent each time. */
  readonly mayBeKept?: boolean;
}

/** Headers of every answer. No page of another origin may read or embed anything, and no type is guessed. */
export const commonHeaders = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
} as const;

/**
 * Send a file as a static host would: the whole, a part where one was asked for, or only that it has not changed.
 *
 * Resolves when all is sent, or the browser has gone. Rejects with a `FileError` where the file cannot be read.
 *
 * @see RFC 9110 §13.1.2 If-None-Match, §13.1.5 If-Range, §14 Range Requests
 */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { status, type, body, mayBeKept = false } = answer;
  const { size } = body;
  const entityTag = `"${body.mark}"`;
  const headers = {
    ...commonHeaders,
    "content-type": type,
    // Asked for again each time, so that nothing stale is shown; sent again only where it differs.
    ...(mayBeKept ? { "cache-control": "no-cache", etag: entityTag } : { "cache-control": "no-store" }),
  };
  const send = (code: number, more: Readonly<Record<string, string>>, start: number, end: number) => {
    response.writeHead(code, { ...headers, ...more, "content-length": end - start });
    if (request.method !== "HEAD") return sendPart(response, body, start, end);
    response.end();
    return Promise.resolve();
  };
  if (status !== 200) return send(status, {}, 0, size);
  if (mayBeKept && matches(request.headers["if-none-match"], entityTag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const condition = request.headers["if-range"];
  const mayBePart = mayBeKept && (condition === undefined || condition === entityTag);
  const range = mayBePart ? readRange(request.headers.range, size) : "whole";
  const ranges = { "accept-ranges": "bytes" };
  if (range === "whole") return send(200, mayBeKept ? ranges : {}, 0, size);
  if (range === "unsatisfiable") return send(416, { ...ranges, "content-range": `bytes */${size}` }, 0, 0);
  const { first, last } = range;
  return send(206, { ...ranges, "content-range": `bytes ${first}-${last}/${size}` }, first, last + 1);
}

/** Send a few words of plain text. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): Promise<void> {
  const body = bytesContent(new TextEncoder().encode(`${text}\n`), "");
  return sendAnswer(request, response, { status, type: "text/plain; charset=utf-8", body });
}

/** Bytes that are read and sent in one go: a recording of hours is neither read at once nor kept in memory. */
const atOnce = 1 << 18;

async function sendPart(
  response: ServerResponse,
  { part }: Content,
  start: number,
  end: number,
): Promise<void> {
  for (let at = start; at < end; at += atOnce) {
    const wanted = Math.min(atOnce, end - at);
    const bytes = part(at, at + wanted);
    if (bytes.byteLength < wanted) {
      // It has become shorter since its size was sent: only a broken connection says that this is not all.
      response.destroy();
      return;
    }
    const goesOn = response.write(bytes);
    if (!goesOn && at + wanted < end) await drained(response);
    if (response.destroyed) return;
  }
  response.end();
}

/** Wait until there is room again for more, or nobody there to have it. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      response.off("drain", end).off("close", end);
      resolve();
    };
    response.on("drain", end).on("close", end);
  });
}

function matches(header: string | undefined, entityTag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((each) => ["*", entityTag].includes(each.trim().replace(/^W\//, "")));
}
