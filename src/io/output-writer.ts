import type { Checked } from "../diagnostics/checked.js";
import type { Output } from "../model/output.js";
import type { KeptOutput } from "./output-manifest.js";
import { openDraft, type DraftOptions, type WriteReport } from "./site-draft.js";

/** The output folder does not have what was said to be there. */
export class OutputGone extends Error {
  override readonly name = "OutputGone";
}

/** What to write, and where. */
export interface WriteOptions extends DraftOptions {
  /** Taken one by one, so that a whole site never has to be in memory. */
  readonly outputs: Iterable<Output | KeptOutput> | AsyncIterable<Output | KeptOutput>;
}

/**
 * Write a site so that its folder always holds one whole site, the last or this one.
 *
 * Changed files are staged on the same disk; when all of them are there, a journal is written and each is renamed
 * into place; then files whose page is gone are removed, and the manifest comes last. A process that dies before
 * the journal leaves the last site; one that dies after it is completed by the next build. A disk that refuses
 * leaves the last site in either case. What the manifest does not name is never touched.
 *
 * What the iteration over `outputs` throws is thrown on, and nothing is written; so it is with an `OutputGone` where an
 * output that was to be kept is not there.
 *
 * @returns No report, and why, where the folder is refused, a name is impossible, another build keeps the folder,
 *   or the disk refuses.
 */
export async function writeSite({ outputs, ...where }: WriteOptions): Promise<Checked<WriteReport>> {
  const { value: draft, diagnostics } = await openDraft(where);
  if (!draft) return { value: undefined, diagnostics };
  try {
    for await (const output of outputs) {
      if (!("kept" in output)) {
        if (!draft.add(output)) break;
      } else if (!draft.keep(output)) throw new OutputGone(output.path);
    }
    return draft.publish();
  } finally {
    draft.close();
  }
}
