import type { networkInterfaces } from "node:os";

/** Where this machine is in its networks, as Node says it. */
export type NetworkInterfaces = ReturnType<typeof networkInterfaces>;

/**
 * The addresses at which others reach what listens on all of them, as they stand in an address bar.
 *
 * What is left out: addresses of the machine alone, and those of one link, which no browser takes without the name of an
 * interface that differs from machine to machine.
 *
 * @param host - `0.0.0.0` listens on those of IPv4 alone, `::` on all.
 */
export function networkAddresses(interfaces: NetworkInterfaces, host: "0.0.0.0" | "::"): string[] {
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  const outer = all.filter(({ internal, address }) => !internal && !isLinkLocal(address));
  const usual = outer.filter(({ family }) => family === "IPv4").map(({ address }) => address);
  if (host === "0.0.0.0") return usual;
  return [...usual, ...outer.filter(({ family }) => family === "IPv6").map(({ address }) => `[${address}]`)];
}

/** @see RFC 3927 §2.1 and RFC 4291 §2.5.6 */
function isLinkLocal(address: string): boolean {
  return /^(?:169\.254\.|fe[89ab][\da-f]:)/i.test(address);
}
