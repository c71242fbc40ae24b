import { hashOf } from "../model/hash.js";
import type { Output } from "../model/output.js";
import type { OutputToMake, SiteRendering } from "./site-rendering.js";

const encoder = new TextEncoder();

/** An output's bytes, and what the manifest says of them. */
export interface MadeBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entry: { readonly hash: string; readonly size: number };
}

/**
 * Make an output and remember what its bytes are; `undefined` where a template goes wrong.
 *
 * @param output - What is to be made.
 * @param encode - Gives the bytes of a text, to whoever has other memory for them than new one.
 */
export function makeBytes(
  output: OutputToMake,
  encode: (text: string) => Uint8Array<ArrayBuffer> = (text) => encoder.encode(text),
): MadeBytes | undefined {
  const made = output.make();
  if (!made || !("content" in made)) return undefined;
  const bytes = encode(made.content);
  const entry = { hash: hashOf(bytes), size: bytes.byteLength };
  output.remember(entry);
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
