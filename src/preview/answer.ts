import type { IncomingMessage, ServerResponse } from "node:http";
import { readRange } from "./byte-range.js";

/** Something to send. */
export interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type: string;
  readonly body: Uint8Array;
  /** Differs where the bytes differ; absent means that the answer is never the same twice. */
  readonly tag?: string;
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
 * @see RFC 9110 §13.1.2 If-None-Match, §13.1.5 If-Range, §14 Range Requests
 */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, type, body, tag } = answer;
  const entityTag = tag === undefined ? undefined : `"${tag}"`;
  const headers = {
    ...commonHeaders,
    "content-type": type,
    // Asked for again each time, so that nothing stale is shown; sent again only where it differs.
    "cache-control": tag === undefined ? "no-store" : "no-cache",
    ...(entityTag === undefined ? {} : { etag: entityTag }),
  };
  const send = (code: number, more: Readonly<Record<string, string>>, bytes: Uint8Array): void => {
    response.writeHead(code, { ...headers, ...more, "content-length": bytes.byteLength });
    response.end(request.method === "HEAD" ? undefined : bytes);
  };
  if (status !== 200) {
    send(status, {}, body);
    return;
  }
  if (entityTag !== undefined && matches(request.headers["if-none-match"], entityTag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const condition = request.headers["if-range"];
  const mayBePart = condition === undefined || condition === entityTag;
  const range = mayBePart ? readRange(request.headers.range, body.byteLength) : "whole";
  const ranges = { "accept-ranges": "bytes" };
  if (range === "whole") send(200, ranges, body);
  else if (range === "unsatisfiable") {
    send(416, { ...ranges, "content-range": `bytes */${body.byteLength}` }, new Uint8Array());
  } else {
    const { first, last } = range;
    const place = `bytes ${first}-${last}/${body.byteLength}`;
    send(206, { ...ranges, "content-range": place }, body.subarray(first, last + 1));
  }
}

/** Send a few words of plain text. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  const body = new TextEncoder().encode(`${text}\n`);
  sendAnswer(request, response, { status, type: "text/plain; charset=utf-8", body });
}

function matches(header: string | undefined, entityTag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((each) => ["*", entityTag].includes(each.trim().replace(/^W\//, "")));
}
