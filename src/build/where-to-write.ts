import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { realFileSystem } from "../io/real-file-system.js";
import { realProcessTable } from "../io/running-process.js";
import type { DraftOptions } from "../io/site-draft.js";
import type { BuildOptions } from "./options.js";

/** Whether a site with these mistakes is not to be written. */
export function isRefused({ strict }: BuildOptions, diagnostics: readonly Diagnostic[]): boolean {
  return hasErrors(diagnostics) || (strict === true && diagnostics.length > 0);
}

/** Where a build writes. */
export function draftOptions({
  fs = realFileSystem,
  root,
  out,
  keepOff,
  onWait,
}: BuildOptions): DraftOptions {
  return {
    fs,
    root,
    out: out ?? `${root}/dist`,
    processes: realProcessTable,
    ...(keepOff ? { keepOff } : {}),
    ...(onWait ? { waiting: { onWait } } : {}),
  };
}
