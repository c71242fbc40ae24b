/** A time mark in a text: how far into the recording, and where it stands. */
export interface TimeCode {
  /** Seconds from the start of the recording; whole, or with the fraction that was typed. */
  readonly seconds: number;
  /** UTF-16 offset behind the mark, with its closing bracket. */
  readonly end: number;
  /** Whether it stands in brackets: a bare `10:30` may just as well be a time of day or a score. */
  readonly bracketed: boolean;
}

/**
 * Read the time code that starts at an offset.
 *
 *     [03:47]   \[1:02:03.5\]   (00:01:24)   【12：30】   00:38:48
 *
 * `m:ss` may count more than 59 minutes, as recorders do; `h:mm:ss` may not. Seconds end at 59: `[99:99]` is no
 * time. The brackets may be escaped, as editors of Markdown write them.
 *
 * @param text - A line, or more.
 * @param at - UTF-16 offset of its first character, bracket included.
 */
export function readTimeCode(text: string, at: number): TimeCode | undefined {
  const opening = openingBracket(text, at);
  const start = opening === undefined ? at : opening.end;
  const unit = text.charCodeAt(start);
  // Nearly everything that is asked about is no time.
  if (!(unit >= 0x30 && unit <= 0x39)) return undefined;
  timePattern.lastIndex = start;
  const match = timePattern.exec(text);
  if (!match) return undefined;
  const seconds = secondsOf(match);
  if (seconds === undefined) return undefined;
  const end = start + match[0].length;
  if (opening === undefined) return { seconds, end, bracketed: false };
  const close = text.startsWith("\\", end) ? end + 1 : end;
  return text.startsWith(opening.closing, close) ? { seconds, end: close + 1, bracketed: true } : undefined;
}

const timePattern = /(\d{1,3})[:：](\d{2})(?:[:：](\d{2}))?(?:[.,](\d{1,3}))?(?!\d|[:：]\d)/y;

function openingBracket(text: string, at: number): { closing: string; end: number } | undefined {
  const place = text.charAt(at) === "\\" ? at + 1 : at;
  const closing = closingOf(text.charAt(place));
  return closing === undefined ? undefined : { closing, end: place + 1 };
}

function closingOf(opening: string): string | undefined {
  switch (opening) {
    case "[":
      return "]";
    case "(":
      return ")";
    case "（":
      return "）";
    case "【":
      return "】";
    case "［":
      return "］";
    default:
      return undefined;
  }
}

function secondsOf([, first = "", second = "", third, fraction = "0"]: RegExpExecArray): number | undefined {
  const part = Number(`0.${fraction}`);
  if (third === undefined)
    return Number(second) > 59 ? undefined : Number(first) * 60 + Number(second) + part;
  if (Number(second) > 59 || Number(third) > 59) return undefined;
  return Number(first) * 3600 + Number(second) * 60 + Number(third) + part;
}
