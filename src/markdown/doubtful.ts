import { hasDoubtfulAddress } from "./doubtful-addresses.js";
import { hasDoubtfulCharacter } from "./doubtful-characters.js";
import { hasDoubtfulBreak, hasDoubtfulCode, hasEmptyItem } from "./doubtful-lines.js";

/**
 * Whether a text holds something on which the fast parser and the grammar are not known to agree.
 *
 * The list is what differential testing found, each entry made wider than the finding: it is looked for in the text as
 * typed, whether it stands in code or not. A transcript seldom has any of it.
 */
export function isDoubtful(text: string): boolean {
  return (
    hasDoubtfulCharacter(text) ||
    doubtful.some(([sign, pattern]) => text.includes(sign) && pattern.test(text)) ||
    hasEmptyItem(text) ||
    hasDoubtfulCode(text) ||
    hasDoubtfulBreak(text) ||
    hasDoubtfulAddress(text) ||
    hasTableInParagraph(text)
  );
}

/** What may stand on a line before its own content: indentation, marks of quotations and of lists. */
const before = String.raw`^[ >*+\-\d.)]`;

/** A sign without which the pattern is not looked for, which is most of the time, and the pattern. */
const doubtful: readonly (readonly [string, RegExp])[] = [
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
  // Footnotes.
  ["[^", /\[\^/],
  // HTML at the start of a line.
  ["<", new RegExp(`${before}*<(?!https?:)[a-z/!?]`, "im")],
  // Fences in containers.
  ["```", new RegExp(`${before}+\`\`\``, "m")],
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
