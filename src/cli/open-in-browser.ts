import { spawn } from "node:child_process";

/**
 * Open an address in the browser that the system prefers.
 *
 * @param onFailed - Told why nothing was opened; never after the first seconds, as some systems wait until the browser
 *   is closed.
 * @param command - Opens it; by default that of this system.
 */
export function openInBrowser(
  address: string,
  onFailed: (why: string) => void,
  command: Command = opener(process.platform, address),
): void {
  const [program, args] = command;
  const started = performance.now();
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", ({ message }) =>
    onFailed(message.includes("ENOENT") ? `there is no ${program}` : message),
  );
  child.on("exit", (code) => {
    if (code !== 0 && code !== null && performance.now() - started < firstSeconds)
      onFailed(`${program} ended with ${code}`);
  });
  child.unref();
}

/** In milliseconds. */
const firstSeconds = 10_000;

/** A program and its arguments. */
type Command = readonly [program: string, args: readonly string[]];

/**
 * The command that opens an address.
 *
 * @param platform - As Node names it.
 * @param address - `http:`, made by this program.
 */
export function opener(platform: string, address: string): Command {
  if (platform === "darwin") return ["open", [address]];
  // The empty words are the title that `start` would otherwise take the address for.
  if (platform === "win32") return ["cmd", ["/c", "start", "", address]];
  return ["xdg-open", [address]];
}
