import type { Span } from "../diagnostics/place.js";
import { readTimeCode } from "./time-code.js";

/** What looks like a speaker's label at the start of a line. Whether anybody is called so is for the cast to say. */
export interface SpeakerLabel {
  /** The name as typed: trimmed, without colon, time, emphasis marks and backslashes. */
  readonly label: string;
  /** Where the name stands in the line (UTF-16 offsets). */
  readonly span: Span;
  /** Seconds from the start of the recording, or `null` where no time stands beside the name. */
  readonly time: number | null;
  /** Where the time code stands in the line, with its brackets. */
  readonly timeSpan: Span | null;
  /** Where the words begin in the line; its length where the label has the line to itself. */
  readonly bodyStart: number;
  /**
   * `plain`: `Jonas: Hi`. `bold`: the name is set in emphasis marks. `bare`: a name and a time alone on the line,
   * without a colon.
   */
  readonly form: "plain" | "bold" | "bare";
  /** Whether nothing follows the label on its line. */
  readonly ownLine: boolean;
  /** An emphasis mark that is still open where the words begin, as in `**Q: Why?**`; empty otherwise. */
  readonly openMark: string;
}

/** The longest name that is taken for a label, in UTF-16 units. */
const longestLabel = 60;

/**
 * Read the speaker label that opens a line.
 *
 *     **Adam:** \[03:47\] I think so.
 *       ^^^^                             label (span), time 227, bodyStart at `I`
 *
 * Labels are read from the text as it was typed, since CommonMark does not see `**刘光辉：**成都` as bold. What is
 * returned is a candidate, generously: `Note: …` is one too. Never one are a URL, a time of day, an escaped colon
 * (`Note\: …`), a name of more than 60 characters, or words that hold the punctuation that ends a sentence.
 *
 * @param line - The first line of a paragraph, or a heading's text without `#`, as typed.
 * @returns The candidate, or `undefined` where the line cannot open a turn.
 */
export function readSpeakerLabel(line: string): SpeakerLabel | undefined {
  const head = readHead(line);
  const nameEnd = endOfName(line, head.nameStart, head.mark);
  if (nameEnd === undefined) return undefined;
  const span = trimmedSpan(line, head.nameStart, nameEnd);
  const typed = line.slice(span.start, span.end);
  const label = typed.includes("\\") ? typed.replace(/\\([!-/:-@[-`{-~])/g, "$1") : typed;
  if (!isPossibleName(label)) return undefined;

  const tail = readTail(line, nameEnd, head);
  const rest = skipSpaces(line, tail.end);
  const ownLine = rest >= line.length || line.slice(rest) === "\\";
  const bold = head.bold;
  if (!tail.colon) {
    // Without a colon only a time can tell a name from the start of a sentence.
    if (tail.time === undefined || tail.openMark !== "") return undefined;
    if (!ownLine && !(bold && tail.time.bracketed) && !isDashedTime(line, tail.time.start)) return undefined;
  }
  return {
    label,
    span,
    time: tail.time?.seconds ?? null,
    timeSpan: tail.time ? { start: tail.time.start, end: tail.time.end } : null,
    bodyStart: ownLine ? line.length : rest,
    form: bold ? "bold" : tail.colon ? "plain" : "bare",
    ownLine,
    openMark: ownLine ? "" : tail.openMark,
  };
}

interface FoundTime {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  readonly bracketed: boolean;
}

interface Head {
  /** The emphasis mark that is open where the name starts. */
  readonly mark: string;
  readonly bold: boolean;
  readonly time: FoundTime | undefined;
  readonly nameStart: number;
}

/** Emphasis marks and a time before the name, in either order: `**[00:12] Sarah:**`, `[00:12] **Sarah:**`. */
function readHead(line: string): Head {
  let at = skipSpaces(line, 0);
  let mark = markAt(line, at);
  at = skipSpaces(line, at + mark.length);
  const time = findTime(line, at);
  if (!time) return { mark, bold: mark !== "", time, nameStart: at };
  at = time.end;
  if (mark !== "" && line.startsWith(mark, at)) {
    at += mark.length;
    mark = "";
  }
  at = skipDash(line, at);
  if (mark === "") {
    mark = markAt(line, at);
    at = skipSpaces(line, at + mark.length);
  }
  return { mark, bold: mark !== "", time, nameStart: at };
}

/** Where the name ends: before its colon, its closing mark or its time. */
function endOfName(line: string, start: number, mark: string): number | undefined {
  const limit = Math.min(line.length, start + longestLabel + 2);
  for (let at = start; at < limit; at++) {
    if (isPlainInNames(line.charCodeAt(at))) continue;
    const unit = line.charAt(at);
    if (isColon(unit)) return isLabelColon(line, at) ? at : undefined;
    if (mark !== "" && line.startsWith(mark, at)) return at;
    if (timeOpener.test(unit) && findTime(line, at)) return at;
    if (isDigit(unit) && isSpace(line.charAt(at - 1)) && (isClosingTime(line, at) || isDashedTime(line, at)))
      return at;
    if (unit === "\\") {
      if (findTime(line, at)) return at;
      if (isColon(line.charAt(at + 1))) return undefined;
      at++;
      continue;
    }
    if (neverInNames.test(unit) || isSentenceEnd(line, start, at)) return undefined;
  }
  // A closing mark or a colon may stand just behind the longest name.
  return undefined;
}

/** What stands between the name and the words: closing mark, colon and time, in the orders that people type. */
function readTail(
  line: string,
  from: number,
  head: Head,
): { end: number; colon: boolean; time: FoundTime | undefined; openMark: string } {
  let end = from;
  let colon = false;
  let openMark = head.mark;
  let time = head.time;
  for (;;) {
    const at = skipSpaces(line, end);
    if (openMark !== "" && line.startsWith(openMark, at)) {
      end = at + openMark.length;
      openMark = "";
    } else if (!colon && isColon(line.charAt(at)) && isLabelColon(line, at)) {
      end = at + 1;
      colon = true;
    } else {
      const found = time ? undefined : findTime(line, skipDash(line, at));
      if (!found || !isSureTime(line, found)) return { end, colon, time, openMark };
      time = found;
      end = found.end;
    }
  }
}

/** A colon that is neither part of a URL, of a path or `std::name`, nor of a time of day. */
function isLabelColon(line: string, at: number): boolean {
  const next = line.charAt(at + 1);
  if (line.charAt(at) !== ":") return true;
  if (next === ":" || next === "\\" || line.startsWith("//", at + 1)) return false;
  return !(isDigit(line.charAt(at - 1)) && isDigit(next));
}

/** Whether a bare time at `at` ends the label: only a colon or an emphasis mark stands between it and the line's end. */
function isClosingTime(line: string, at: number): boolean {
  const time = readTimeCode(line, at);
  if (!time) return false;
  return /^\s*[*_]{0,3}\s*(?:\\?$|[:：])/u.test(line.slice(time.end, time.end + 12));
}

/** Whether the time belongs to the label, and is not the first word: `Ines: 10:30 was too late`. */
function isSureTime(line: string, time: FoundTime): boolean {
  return time.bracketed || isClosingTime(line, time.start) || isDashedTime(line, time.start);
}

/** The `– 00:02:53` of `Tobias – 00:02:53 Welcome`: hours, minutes and seconds behind a dash. */
function isDashedTime(line: string, at: number): boolean {
  return (
    /[-–—]\s+$/u.test(line.slice(Math.max(0, at - 4), at)) &&
    /^\d{1,2}:\d{2}:\d{2}\b/u.test(line.slice(at, at + 9))
  );
}

/** `Yeah. So` ends a sentence; `Dr. Reece`, `B. Reece` and `Psy.D` do not. */
function isSentenceEnd(line: string, start: number, at: number): boolean {
  if (line.charAt(at) !== "." || !isSpace(line.charAt(at + 1))) return false;
  let word = at;
  while (word > start && !isSpace(line.charAt(word - 1)) && line.charAt(word - 1) !== ".") word--;
  return at - word > 4;
}

function isPossibleName(label: string): boolean {
  if (label === "" || label.length > longestLabel) return false;
  if (/^[A-Za-z\u4e00-\u9fa5]/.test(label)) return true;
  return /[\p{L}\p{Emoji_Presentation}]/u.test(label) && !/^[-–—"“‘'「『《(（\])）,.、，/&=+]/u.test(label);
}

/** The span without the spaces around it and without the dash of `Stephan – 01:03:48:`. */
function trimmedSpan(line: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(line.charAt(from))) from++;
  while (to > from && isSpace(line.charAt(to - 1))) to--;
  if (to > from && isDash(line.charAt(to - 1))) to--;
  while (to > from && isSpace(line.charAt(to - 1))) to--;
  return { start: from, end: to };
}

function findTime(line: string, at: number): FoundTime | undefined {
  const time = readTimeCode(line, at);
  return time && { seconds: time.seconds, start: at, end: time.end, bracketed: time.bracketed };
}

function markAt(line: string, at: number): string {
  const unit = line.charAt(at);
  if (unit !== "*" && unit !== "_") return "";
  let end = at + 1;
  while (end < at + 3 && line.charAt(end) === unit) end++;
  return line.slice(at, end);
}

function skipSpaces(line: string, at: number): number {
  let end = at;
  while (end < line.length && isSpace(line.charAt(end))) end++;
  return end;
}

function skipDash(line: string, at: number): number {
  const dash = skipSpaces(line, at);
  return isDash(line.charAt(dash)) ? skipSpaces(line, dash + 1) : dash;
}

/** Letters, Han characters and spaces: nearly all that names are made of, and that lines of prose begin with. */
const isPlainInNames = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x20 ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x41 && unit <= 0x5a);
const isSpace = (unit: string): boolean =>
  unit === " " || (unit !== "" && (unit < " " || unit > "~") && /[\s\u200b]/u.test(unit));
const isDash = (unit: string): boolean => unit === "-" || unit === "–" || unit === "—";
const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9" && unit !== "";
/** ASCII, full-width, and the two that look alike: the small colon and the ratio sign of some input methods. */
const isColon = (unit: string): boolean => unit === ":" || unit === "：" || unit === "﹕" || unit === "∶";
const timeOpener = /[[(（【［]/u;
const neverInNames = /[。！？!?；;…[\]{}<>`|#=~^*\u0000-\u0008\u000a-\u001f]/u;
