import { createRequire } from "node:module";
import type { Root } from "mdast";
import type * as CjkFriendly from "remark-cjk-friendly";
import type * as CjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import type * as RemarkGfm from "remark-gfm";
import type * as RemarkParse from "remark-parse";
import type * as Unified from "unified";

/** One tilde strikes nothing through: `3~5天，6~8天` is how ranges are written in Chinese and Korean. */
const strikethrough = { singleTilde: false } as const;

/**
 * Parse a text by the grammar: CommonMark 0.31 with GFM, and emphasis that works beside Han, kana and Hangul.
 *
 * What a text means is what this gives; see `parseFast` for what usually stands in for it.
 */
export function parseByGrammar(text: string): Root {
  processor ??= assemble();
  return processor.parse(text);
}

let processor: { readonly parse: (text: string) => Root } | undefined;

/** Loaded when the first text needs it: it takes a tenth of a second, and most sites have no such text. */
function assemble(): { readonly parse: (text: string) => Root } {
  const load = createRequire(import.meta.url);
  // What `require` gives has no types of its own.
  const { unified } = load("unified") as typeof Unified;
  return unified()
    .use((load("remark-parse") as typeof RemarkParse).default)
    .use((load("remark-gfm") as typeof RemarkGfm).default, strikethrough)
    .use((load("remark-cjk-friendly") as typeof CjkFriendly).default)
    .use(
      (load("remark-cjk-friendly-gfm-strikethrough") as typeof CjkFriendlyStrikethrough).default,
      strikethrough,
    )
    .freeze();
}
