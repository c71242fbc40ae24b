import { hasDoubtfulAddress } from "./doubtful-addresses.js";
import { standInCharacters } from "./stand-ins.js";

/**
 * Whether a text holds something on which the fast parser and the grammar are not known to agree.
 *
 * The list is what differential testing found, each entry made wider than the finding: it is looked for in the text as
 * typed, whether it stands in code or not. A transcript seldom has any of it.
 */
export function isDoubtful(text: string): boolean {
  return (
    doubtful.some(([sign, pattern]) => text.includes(sign) && pattern.test(text)) ||
    hasDoubtfulAddress(text) ||
    hasTableInParagraph(text)
  );
}

/** What may stand on a line before its own content: indentation, marks of quotations and of lists. */
const before = String.raw`^[ >*+\-\d.)]`;

/** A sign without which the pattern is not looked for, which is most of the time, and the pattern. */
const doubtful: readonly (readonly [string, RegExp])[] = [
  // Control characters, halves of pairs, byte order marks, separators of lines; a bare carriage return.
  [
    "",
    /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  ],
  ["", standInCharacters],
  ["\r", /\r(?!\n)/],
  // Tabs where columns count.
  ["\t", new RegExp(`${before}*\\t`, "m")],
  // Strikethrough, and fences of tildes; a tilde beside another mark.
  ["~", /~~|[*_\\]~|~[*_]/],
  // Runs of two kinds side by side, or beside an escaped one.
  ["_", /\*_|_\*|\\_[*_]/],
  ["\\*", /\\\*[*_]/],
  // Tasks.
  ["[ ]", new RegExp(`${before}*\\[ \\]`, "m")],
  ["[x]", new RegExp(`${before}*\\[x\\]`, "m")],
  ["[X]", new RegExp(`${before}*\\[X\\]`, "m")],
  // Items with nothing in them; lines of dashes or stars that are more than a break.
  ["", new RegExp(`^(?!(?:-{3,}|\\*{3,})\\r?$)${before.slice(1)}*[-+*.)] *\\r?$`, "m")],
  // Footnotes.
  ["[^", /\[\^/],
  // HTML at the start of a line.
  ["<", new RegExp(`${before}*<(?!https?:)[a-z/!?]`, "im")],
  // Hard breaks behind anything but words.
  ["\\", /[^\p{L}\p{N}.,:!?)"'。，！？：；、”’）」』…—]\\\r?$|\\\r?\n[ >]*\]/mu],
  // Fences in containers; code that does not begin and end on its line.
  ["```", new RegExp(`${before}+\`\`\``, "m")],
  ["`", /^(?!```)(?![^`\n]*(?:`[^`\n]+`[^`\n]*)*$).*`/m],
  // Definitions in containers, or with anything but definitions and empty lines around them.
  ["]:", new RegExp(`${before}+\\[[^\\]\\n]*\\]:`, "m")],
  ["]:", /^\[[^\]\n]*\]:.*\n(?!\[[^\]\n]*\]:|\r?\n|$)/m],
  ["]:", /^(?!\[[^\]\n]*\]:)[^\r\n]+\r?\n\[[^\]\n]*\]:/m],
];

/** Whether a table begins within a paragraph, and not behind an empty line. */
function hasTableInParagraph(text: string): boolean {
  if (!text.includes("|")) return false;
  for (const { index } of text.matchAll(delimiterRow)) {
    const header = text.lastIndexOf("\n", index - 2);
    const above = text.slice(text.lastIndexOf("\n", header - 1) + 1, Math.max(header, 0));
    if (above.trim() !== "") return true;
  }
  return false;
}

/** A line of dashes with a bar in it, whatever stands before its own content. */
const delimiterRow = /^(?=[^\n]*\|)[ >*+\-\d.)|:]+\r?$/gm;
