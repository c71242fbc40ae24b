import { make } from "./elements.js";

/** A text in which back-ticks enclose code, as what a page shows. */
export function prose(text: string): readonly (string | HTMLElement)[] {
  return text.split(/`([^`]+)`/).map((part, at) => (at % 2 === 0 ? part : make("code", "", part)));
}
