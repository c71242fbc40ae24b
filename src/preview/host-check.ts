import { isIP } from "node:net";

/**
 * Whether a request may be answered, by the host that it was sent to.
 *
 * A page of a stranger can have its own name lead to this machine (DNS rebinding) and would then be of the same origin
 * as the preview; the browser still says that name. So only names are answered that nobody else can own: those of this
 * machine, addresses written as numbers, and the one that the preview was told to listen on.
 *
 * @param header - The `Host` header as received.
 * @param listening - The host that the preview was told to listen on: `127.0.0.1`, `0.0.0.0`, `studio.local`.
 * @see RFC 9110 §7.2
 */
export function isAllowedHost(header: string | undefined, listening: string): boolean {
  const host = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header ?? "")?.[1]?.toLowerCase();
  if (host === undefined) return false;
  const name = host.replace(/^\[|\]$|\.$/g, "");
  if (name === "localhost" || name.endsWith(".localhost") || name === listening.toLowerCase()) return true;
  if (isIP(name) === 0) return false;
  return isLoopback(name) || !isLoopback(listening);
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
