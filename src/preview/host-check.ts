import { isIP } from "node:net";

/**
 * Whether a request may be answered, by the host that it was sent to.
 *
 * A page of a stranger can have its own name lead to this machine (DNS rebinding) and would then be of the same origin
 * as the preview; the browser still says that name. So only names are answered that nobody else can own: those of this
 * machine, addresses written as numbers, and the one that the preview was told to listen on. The name that the machine
 * has in its network is one of them where others may see the preview.
 *
 * @param header - The `Host` header as received.
 * @param listening - The host that the preview was told to listen on: `127.0.0.1`, `0.0.0.0`, `studio.local`.
 * @param machine - What the system calls this machine: `studio`, `studio.local`, `studio.example.org`.
 * @see RFC 9110 §7.2, RFC 6762 §3 Multicast DNS Names
 */
export function isAllowedHost(header: string | undefined, listening: string, machine: string): boolean {
  const host = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header ?? "")?.[1]?.toLowerCase();
  if (host === undefined) return false;
  const name = host.replace(/^\[|\]$|\.$/g, "");
  if (name === "localhost" || name.endsWith(".localhost") || name === listening.toLowerCase()) return true;
  if (isLoopback(name)) return true;
  return !isLoopback(listening) && (isIP(name) !== 0 || namesOf(machine.toLowerCase()).includes(name));
}

/** What others in its network call a machine. */
function namesOf(machine: string): string[] {
  if (machine === "") return [];
  const [first] = machine.split(".");
  return [machine, `${first ?? machine}.local`];
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
