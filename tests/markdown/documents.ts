import fc from "fast-check";

/** Pieces of lines: words and every mark that means something inside a block. */
const inline = [
  ...["a", "b ", "word", " ", "\n", "  \n", "\\\n", "é", "“q”", "—", "1", ".", ",", ":", "!", "?", "\u00a0"],
  ...["*", "**", "***", "_", "__", "~", "~~", "`", "``", "\\", "\\*", "\\[", "\\]", "|", "#", "-", "+", "="],
  ...["[", "]", "](u)", '](<u v> "t")', "[x]", "[r][x]", "[^1]", "![", "![i](u)", "[l](https://e.org/a_(b))"],
  ...["&amp;", "&#35;", "&nope;", "<b>", "</b>", "<!-- c -->", "<https://e.org>", "<", ">"],
  ...[
    "https://e.org/a",
    " https://e.org/x. ",
    "(www.e.org)",
    "www.e.org",
    "a@e.org",
    "\t",
    "{",
    "}",
    '"',
    "'",
  ],
  ...["*a*", "**b**", "_c_", "`code`", "**A:** ", "A: ", "\\[03:47\\] "],
];

/** Marks and signs between Han, kana and Hangul. */
const eastAsian = [
  ...["中", "文", "か", "カ", "한", "국", "𠀀", "Ａ", "😀", "a", "1", " ", "\u3000", "\n"],
  ...["。", "，", "：", "！", "）", "（", "「", "」", "、", "“", "”", "…", "—", "·", ".", ":", "(", ")"],
  ...["*", "**", "***", "*", "**", "_", "~", "~~", "*中*", "**文。**", "[中](u)", "`中`", "\\*", "&amp;"],
];

const openings = [
  ...[
    "\n\n",
    "\n\n",
    "\n",
    "\n# ",
    "\n## h\n",
    "\n\n### ",
    "\n- ",
    "\n* ",
    "\n+ ",
    "\n1. ",
    "\n2) ",
    "\n10. ",
  ],
  ...[
    "\n> ",
    "\n>",
    "\n  ",
    "\n   ",
    "\n    ",
    "\n\n    ",
    "\n```\n",
    "\n```js\n",
    "\n~~~\n",
    "\n---\n",
    "\n***\n",
  ],
  ...["\n===\n", "\n| a | b |\n| - | :-: |\n| ", '\n[x]: /u "t"\n', "\n\n[z]: <u v> 'q'\n", "\n[^1]: note"],
  ...["\n<div>\n", "\n</div>\n", "\n<!-- c -->\n", "\n- [ ] ", "\n- [x] ", "\r\n", "\r\n\r\n"],
];

const piece = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.constantFrom(...openings) },
  );

/** Documents that mix all constructs of Markdown, well formed or not. */
export const anyDocument: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(piece(inline), { maxLength: 14 }),
    fc.array(piece(eastAsian), { maxLength: 16 }),
    fc.array(piece([...inline, ...eastAsian]), { maxLength: 14 }),
  )
  .map((pieces) => pieces.join(""));

const words = [
  "Words",
  "now.",
  "a b",
  "中文，",
  "“好”",
  "1984",
  "é😀",
  "A: ",
  "！",
  "&",
  "ww.",
  "…",
  "3~5",
  "x.",
  "c",
];
const marked = [
  ...[
    "*em*",
    "**Ada:** ",
    "**中：**",
    "`code`",
    "[l](https://e.org/a_b)",
    "[l](/a#b)",
    "[*e* b](u)",
    "[laughs]",
  ],
  ...["[00:12.5]", "*a `b` [c](d)*", "**[a](b)**", "\\[03:47\\]", "\\(", "(u)"],
];
const broken = [" ", ".", "!", ":", "_", "@", "*", "`", "[", "]", "\\", "~", "  ", "**", "[^", "](", "www."];
const line = fc
  .array(
    fc.oneof(
      { weight: 32, arbitrary: fc.constantFrom(...words) },
      { weight: 10, arbitrary: fc.constantFrom(...marked) },
      { weight: 1, arbitrary: fc.constantFrom(...broken) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));
const block = fc.oneof(
  { weight: 4, arbitrary: line },
  { weight: 2, arbitrary: fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => lines.join("\n")) },
  { weight: 1, arbitrary: line.map((text) => `## ${text}`) },
  {
    weight: 2,
    arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => `- ${items.join("\n- ")}`),
  },
);

/** Documents of short lines with marks that are mostly whole: nothing but what a plain interview is made of. */
export const plainDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom(...Array<string>(8).fill("\n\n"), "\n\n\n", "\n")), {
      maxLength: 4,
    }),
    block,
  )
  .map(([blocks, last]) => blocks.map(([text, between]) => text + between).join("") + last);
