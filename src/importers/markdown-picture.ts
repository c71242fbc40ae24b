import type { TranscriptFigure } from "./script.js";

/**
 * The picture that a block of Markdown consists of: `![alt](src "caption")`, or an `<img>` tag, as some writers put
 * one in a paragraph of its own.
 *
 * @returns `undefined` where the block is something else, or the picture is on another site.
 */
export function pictureOf(markdown: string): TranscriptFigure | undefined {
  const text = markdown.trim();
  const inline = /^!\[((?:\\.|[^\]\\])*)\]\(\s*<?([^\s()<>]+)>?(?:\s+"([^"]*)")?\s*\)$/u.exec(text);
  if (inline) return figureOf(inline[2] ?? "", inline[1], inline[3]);
  const tag = /^<img\s([^<>]*?)\/?>$/iu.exec(text)?.[1];
  if (tag === undefined) return undefined;
  return figureOf(attribute(tag, "src") ?? "", attribute(tag, "alt"), attribute(tag, "title"));
}

function figureOf(
  src: string,
  alt: string | undefined,
  caption: string | undefined,
): TranscriptFigure | undefined {
  if (src === "" || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(src)) return undefined;
  return { src, alt: wordsOf(alt), caption: wordsOf(caption), credit: null };
}

const wordsOf = (text: string | undefined): string | null =>
  text === undefined || text === "" ? null : text;

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "iu").exec(tag);
  return match?.[1] ?? match?.[2];
}
