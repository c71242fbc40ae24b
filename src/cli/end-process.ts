/** What ending a process takes of it. */
export interface EndingProcess {
  readonly stdout: { readonly writableLength: number };
  readonly stderr: { readonly writableLength: number };
  exitCode?: number | string | null | undefined;
  readonly exit: () => void;
}

/**
 * End a process whose work is done.
 *
 * At once, because the engine would otherwise go through a large heap to free it piece by piece, which the system does
 * in no time. But where a pipe has not yet taken all that was said, as on Windows, when it has.
 */
export function endProcess(process: EndingProcess, exitCode: number): void {
  process.exitCode = exitCode;
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}
