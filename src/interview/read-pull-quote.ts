import type { Blockquote } from "mdast";
import { cutBefore } from "../markdown/cut.js";
import { firstLineOf } from "../markdown/line-break.js";
import { plainText } from "../markdown/plain-text.js";
import type { InterviewText } from "./interview-text.js";
import type { QuotePiece } from "./pieces.js";

/**
 * Read a pull quote; any other quotation is text.
 *
 *     > [!quote] 陈刚
 *     > 桥是大家的。
 */
export function readPullQuote(block: Blockquote, text: InterviewText): QuotePiece | undefined {
  const [first, ...others] = block.children;
  if (first?.type !== "paragraph") return undefined;
  const start = first.position?.start.offset ?? 0;
  const end = first.position?.end.offset ?? 0;
  const line = firstLineOf(text.source.text.slice(start, end));
  const mark = /^\\?\[!quote\\?\][ \t\u3000]*/i.exec(line);
  if (!mark) return undefined;
  const label = line
    .slice(mark[0].length)
    .replace(/[*_:：\s]+$/u, "")
    .replace(/^[*_]+/u, "");
  const labelStart = start + line.indexOf(label, mark[0].length);
  const labelSpan =
    label === ""
      ? { start, end: start + mark[0].trimEnd().length }
      : { start: labelStart, end: labelStart + label.length };
  const words = plainText([cutBefore(first, start + line.length, text.source), ...others]);
  const span = { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
  return { kind: "quote", label, labelSpan, words: withoutQuotationMarks(words), span, text };
}

/** Without the quotation marks around the whole; those inside stay. */
function withoutQuotationMarks(words: string): string {
  for (const [open, close] of pairs) {
    if (!words.startsWith(open) || !words.endsWith(close) || words.length < 2) continue;
    const inner = words.slice(1, -1);
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim();
  }
  return words;
}

const pairs = [
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
  ["«", "»"],
  ["„", "“"],
  ['"', '"'],
] as const;
