import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Where a server listens. */
export interface Listening {
  readonly port: number;
  /** Ports that were asked for first and are taken. */
  readonly busy: readonly number[];
}

/**
 * Listen on a port, or on the next one that is free.
 *
 * Rejects with what the system says where no port can be had: the host is not this machine's, or the port is one of
 * those that only an administrator may take.
 *
 * @param port - From 1 to 65535; 0 takes any.
 */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  const busy: number[] = [];
  for (let next = port; ; next = next === 0 || busy.length >= mostTried || next >= 65_535 ? 0 : next + 1) {
    try {
      return { port: await listenOn(server, host, next), busy };
    } catch (thrown) {
      if (!isBusy(thrown) || next === 0) throw thrown;
      busy.push(next);
    }
  }
}

/** After so many, whatever the system gives is taken. */
const mostTried = 20;

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // A server on a port has an address of that form.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "EADDRINUSE";
}
