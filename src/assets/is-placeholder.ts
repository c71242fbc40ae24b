import { placeholderMark } from "../model/placeholder-mark.js";

/** How many bytes at the start of a file are looked at; the root element's attributes stand well within. */
const headSize = 1024;

/** Whether a picture is a stand-in that the import drew, still to be replaced. */
export function isPlaceholder(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, headSize)).includes(placeholderMark);
}
