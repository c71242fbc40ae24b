/** A stretch of lines between blank ones, outside of fences. */
export interface MarkdownBlock {
  readonly lines: readonly string[];
  /** Line of the first, from 1. */
  readonly line: number;
  readonly kind: "paragraph" | "heading" | "code" | "other";
  /** For a heading: its level, 1–6, and its text. */
  readonly level: number;
  readonly heading: string;
}

/**
 * Cut Markdown into blocks, without parsing it: the words of an import must come out as they went in, and a parser
 * that writes Markdown again would respell them.
 *
 * @param firstLine - The line of the file that the text starts on, from 1.
 */
export function cutMarkdown(text: string, firstLine: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const lines = text.split("\n");
  let open: string[] = [];
  let openedAt = 0;
  let fence: string | undefined;
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(open, firstLine + openedAt, fence !== undefined));
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    if (fence !== undefined) {
      open.push(line);
      if (line.trimStart().startsWith(fence)) {
        blocks.push(blockOf(open, firstLine + openedAt, true));
        open = [];
        fence = undefined;
      }
      continue;
    }
    const opening = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    const isHeading = atxHeading.test(line);
    if (line.trim() === "" || opening !== undefined || isHeading) close();
    if (line.trim() === "") continue;
    if (open.length === 0) openedAt = index;
    open.push(line.trimEnd());
    if (opening !== undefined) fence = opening;
    else if (isHeading) close();
  }
  close();
  return blocks;
}

/** A line that is a heading; the space behind the marks is often forgotten where the heading asks something. */
const atxHeading = /^ {0,3}#{1,6}(?:\s|$)|^#{2,4}[^#\s].*[?？]\s*$/u;

function blockOf(lines: readonly string[], line: number, code: boolean): MarkdownBlock {
  const [first = "", second = ""] = lines;
  const base = { lines, line, level: 0, heading: "" };
  if (code) return { ...base, kind: "code" };
  const marks = /^ {0,3}(#{1,6})(.*)$/u.exec(first);
  if (marks && atxHeading.test(first)) {
    const heading = (marks[2] ?? "").trim().replace(/(?:^|\s)#+$/u, "");
    return { ...base, kind: "heading", level: (marks[1] ?? "").length, heading };
  }
  if (lines.length === 2 && /^ {0,3}(?:=+|-+)\s*$/u.test(second)) {
    return { ...base, kind: "heading", level: second.includes("=") ? 1 : 2, heading: first.trim() };
  }
  const opensOtherwise = /^(?: {4}|\t|\s*(?:[-*+>]|\d{1,9}[.)])\s|\s*[|<]|\s*(?:[-*_]\s*){3,}$)/u.test(first);
  return { ...base, kind: opensOtherwise && !/^\s*<https?:/u.test(first) ? "other" : "paragraph" };
}
