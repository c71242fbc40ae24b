import { hashOf } from "../model/hash.js";
import type { Output } from "../model/output.js";
import type { OutputToMake, SiteRendering } from "./site-rendering.js";

const encoder = new TextEncoder();

/** An output's bytes, and what the manifest says of them. */
export interface MadeBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entry: { readonly hash: string; readonly size: number };
}

/** Make an output and remember what its bytes are; `undefined` where a template goes wrong. */
export function makeBytes({ make, remember }: OutputToMake): MadeBytes | undefined {
  const output = make();
  if (!output || !("content" in output)) return undefined;
  const bytes = encoder.encode(output.content);
  const entry = { hash: hashOf(bytes), size: bytes.byteLength };
  remember(entry);
  return { bytes, entry };
}

/** The bytes of an output that is no copy of a file. */
export function bytesOf(output: Exclude<Output, { copyOf: unknown }>): Uint8Array {
  return "bytes" in output ? output.bytes : encoder.encode(output.content);
}

/** Make everything that is not known, only to see what is wrong with templates. */
export function tryOutputs(rendering: SiteRendering): void {
  for (const output of rendering.outputs()) if ("make" in output && !output.kept) makeBytes(output);
}
