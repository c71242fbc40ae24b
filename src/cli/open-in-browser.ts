import { spawn } from "node:child_process";

/**
 * Open an address in the browser that the system prefers; where there is none, nothing happens, for the terminal has
 * the address, too.
 *
 * @param address - `http:`, made by this program.
 */
export function openInBrowser(address: string): void {
  const [command, args] = opener(process.platform, address);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

/** The command that opens an address, by system as Node names it. */
export function opener(platform: string, address: string): [command: string, args: string[]] {
  if (platform === "darwin") return ["open", [address]];
  // The empty words are the title that `start` would otherwise take the address for.
  if (platform === "win32") return ["cmd", ["/c", "start", "", address]];
  return ["xdg-open", [address]];
}
