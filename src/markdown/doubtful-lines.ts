// Each of these looks at the few lines that could have what it looks for. A pattern over the whole text, which has to
// begin at every line or at every letter, takes ten times as long.

/** Whether there is an item with nothing in it, or a line of dashes or stars that is more than a break. */
export function hasEmptyItem(text: string): boolean {
  for (let at = 0; ; at++) {
    if (isMark(text.charCodeAt(at))) {
      emptyItem.lastIndex = at;
      if (emptyItem.test(text)) return true;
    }
    at = text.indexOf("\n", at);
    if (at < 0) return false;
  }
}

/** What may stand on a line before its own content: indentation, marks of quotations and of lists. */
function isMark(unit: number): boolean {
  // Space, `)*+`, `-.`, digits, `>`.
  return (
    unit === 32 ||
    (unit >= 41 && unit <= 43) ||
    unit === 45 ||
    unit === 46 ||
    (unit >= 48 && unit <= 57) ||
    unit === 62
  );
}

const emptyItem = /(?!(?:-{3,}|\*{3,})\r?$)[ >*+\-\d.)]*[-+*.)] *\r?$/my;

/** Whether there is code that does not begin and end on its line. */
export function hasDoubtfulCode(text: string): boolean {
  for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
    const start = text.lastIndexOf("\n", at) + 1;
    const end = text.indexOf("\n", at);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (!wholeCode.test(line)) return true;
    if (end < 0) return false;
    at = end;
  }
  return false;
}

/** The fence of a block, or pairs of single signs with something between them. */
const wholeCode = /^(?:```|[^`]*(?:`[^`]+`[^`]*)*$)/;

/** Whether there is a hard break behind anything but words, or before a bracket that closes. */
export function hasDoubtfulBreak(text: string): boolean {
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at + 1)) {
    const next = text.charAt(at + 1);
    if (next !== "\n" && next !== "\r" && next !== "") continue;
    if (at > 0 && !wordBeforeBreak.test(text.slice(Math.max(0, at - 2), at))) return true;
    breakBeforeBracket.lastIndex = at;
    if (breakBeforeBracket.test(text)) return true;
  }
  return false;
}

const wordBeforeBreak = /[\p{L}\p{N}.,:!?)"'。，！？：；、”’）」』…—]$/u;
const breakBeforeBracket = /\\\r?\n[ >]*\]/y;
