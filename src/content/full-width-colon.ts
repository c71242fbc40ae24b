import { yamlLines } from "./yaml-lines.js";

/** A key that is followed by `：`, with UTF-16 offsets into the YAML. */
export interface FullWidthColon {
  readonly key: string;
  /** Of the colon. */
  readonly at: number;
  readonly keyStart: number;
}

/**
 * Find lines that are meant as `key: value` and have the full-width colon of a Chinese or Japanese keyboard.
 *
 *     title： 春耕
 *          ^
 *
 * YAML takes such a line for a continuation of the value before it, or for a text, so that nobody would notice.
 *
 * @param yaml - The text, from which the offsets count.
 * @param isMeant - Whether a word at an offset is meant as a key: prose too has words before colons.
 */
export function findFullWidthColons(
  yaml: string,
  isMeant: (key: string, offset: number) => boolean,
): FullWidthColon[] {
  if (!yaml.includes("：")) return [];
  const found: FullWidthColon[] = [];
  for (const line of yamlLines(yaml)) {
    const match = /^([ \t]*(?:- +)*)(["']?)([A-Za-z][\w-]*)\2[ \t]*(?=：)/.exec(line.text);
    if (match === null) continue;
    const [all, indent = "", , key = ""] = match;
    const keyStart = line.start + indent.length;
    if (isMeant(key, keyStart)) found.push({ key, at: line.start + all.length, keyStart });
  }
  return found;
}
