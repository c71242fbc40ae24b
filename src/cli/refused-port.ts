/**
 * Say why a port cannot be had.
 *
 * @param thrown - By what was to listen.
 * @returns `undefined` where something else was thrown.
 */
export function whyRefused(
  thrown: unknown,
  { host, port }: { host: string; port: number },
): string | undefined {
  if (!(thrown instanceof Error) || !("syscall" in thrown)) return undefined;
  const code = "code" in thrown ? String(thrown.code) : "";
  if (code === "EACCES")
    return `Unexpected --port ${port}: this system keeps it for its administrator; try one above 1023`;
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(code))
    return `Unexpected --host ${JSON.stringify(host)}, expected an address of this machine`;
  return undefined;
}
