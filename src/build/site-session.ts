import { hasErrors } from "../diagnostics/diagnostic.js";
import { bytesContent, type Content } from "../io/file-content.js";
import { realFileSystem } from "../io/real-file-system.js";
import { hashOf } from "../model/hash.js";
import type { FilePath } from "../model/ids.js";
import type { Output } from "../model/output.js";
import { CopiedFiles } from "./copied-files.js";
import type { LoadedSite } from "./loaded-site.js";
import type { CheckResult, SiteOptions } from "./options.js";
import { SiteEngine } from "./site-engine.js";

/** A site that is built again and again in one process. */
export interface SiteSession {
  /**
   * Bring the site up to date with its folder. One call at a time.
   *
   * @param changed - What was seen to change, as a hint; absent means: look at everything.
   */
  readonly update: (changed?: readonly FilePath[]) => Promise<SiteState>;
}

/** A site as it was at one moment, its outputs in memory. */
export interface SiteState extends CheckResult {
  /** `false` where there are errors; the outputs are then those of the last state without. */
  readonly usable: boolean;
  /** By path in the output folder, with `/`: `features/spring-duty/index.html`. */
  readonly outputs: ReadonlyMap<string, ServedOutput>;
  readonly loaded: LoadedSite;
  /** Paths of outputs whose bytes may differ from the state before; those that came or went, too. */
  readonly changed: readonly string[];
}

/** One file of the site, to be served from memory. */
export interface ServedOutput {
  /** Differs where the bytes differ. */
  readonly hash: string;
  /** The bytes, exactly as a build writes them. Throws a `FileError` where a file that is only copied is gone. */
  readonly open: () => Content;
}

/** Start to build a site again and again; nothing is read before the first update. */
export function openSession(options: SiteOptions): SiteSession {
  const copies = new CopiedFiles(options.fs ?? realFileSystem, options.root);
  const engine = new SiteEngine(options);
  const known = new WeakMap<Output, ServedOutput>();
  let outputs: ReadonlyMap<string, ServedOutput> = new Map();
  const update = async (hint?: readonly FilePath[]): Promise<SiteState> => {
    copies.saw(hint ?? []);
    const { loaded, diagnostics, counts, outputs: made } = await engine.make(hint);
    const usable = !hasErrors(diagnostics);
    const before = outputs;
    if (usable) {
      outputs = new Map(
        made.map((output) => {
          // A copied file may have changed while its output is named as before.
          if ("copyOf" in output) return [output.path, copies.of(output.copyOf)];
          const same = known.get(output) ?? inMemory(output);
          known.set(output, same);
          return [output.path, same];
        }),
      );
    }
    const paths = new Set([...before.keys(), ...outputs.keys()]);
    const changed = [...paths].filter((path) => before.get(path)?.hash !== outputs.get(path)?.hash);
    return { diagnostics, counts, usable, outputs, loaded, changed };
  };
  return { update };
}

function inMemory(output: Exclude<Output, { readonly copyOf: FilePath }>): ServedOutput {
  const bytes = "bytes" in output ? output.bytes : new TextEncoder().encode(output.content);
  const hash = hashOf(bytes);
  return { hash, open: () => bytesContent(bytes, hash) };
}
