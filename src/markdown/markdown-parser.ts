/**
 * Who parses: `remark` by the grammar itself, or `fast`, which has the same result and asks remark where it cannot
 * promise that.
 *
 * It has a file of its own, since it is part of the library's types and those of trees are not.
 */
export type MarkdownParser = "fast" | "remark";
