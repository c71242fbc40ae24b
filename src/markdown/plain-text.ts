import type { Nodes } from "mdast";
import { joinSoftBreaks } from "./join-soft-breaks.js";
import { hasLineBreak } from "./line-break.js";
import { isHtmlElement, isRawTextElement, tags, wordsOfHtml } from "./typed-html.js";

/** What else counts as words. */
export interface PlainTextOptions {
  /** Whether a picture gives its alternative text; by default it gives nothing. */
  readonly alt?: boolean;
  /** Whether all nodes are of plain texts, in which there are no lines to be joined. @see MarkdownTree */
  readonly isPlain?: boolean;
}

/**
 * The words of blocks: one line a paragraph, heading, item or row, without marks of formatting.
 *
 * Line breaks of the source are spaces, or nothing between Han and kana. Footnotes and their marks, readings in
 * `<rt>`, and raw HTML give nothing; code keeps its lines.
 */
export function plainText(nodes: Nodes | readonly Nodes[], options: PlainTextOptions = {}): string {
  const lines: string[] = [];
  for (const node of isList(nodes) ? nodes : [nodes])
    linesOf(options.isPlain ? node : joinSoftBreaks(node), lines, options);
  return lines.filter((line) => line !== "").join("\n");
}

function isList(nodes: Nodes | readonly Nodes[]): nodes is readonly Nodes[] {
  return Array.isArray(nodes);
}

function linesOf(node: Nodes, lines: string[], options: PlainTextOptions): void {
  switch (node.type) {
    case "paragraph":
    case "heading":
      lines.push(inlineText(node, options));
      return;
    case "tableRow":
      lines.push(node.children.map((cell) => inlineText(cell, options)).join("\t"));
      return;
    case "code":
      lines.push(node.value);
      return;
    case "footnoteDefinition":
    case "definition":
    case "thematicBreak":
    case "yaml":
      return;
    case "html":
      lines.push((wordsOfHtml(node.value) ?? "").replace(/\s+/g, " "));
      return;
    case "root":
    case "blockquote":
    case "list":
    case "listItem":
    case "table":
      for (const child of node.children) linesOf(child, lines, options);
      return;
    default:
      lines.push(inlineText(node, options));
  }
}

function inlineText(node: Nodes, options: PlainTextOptions): string {
  const gathering: Gathering = { words: "", options, hiding: undefined, paragraph: node, closed: undefined };
  gather(node, gathering);
  const words = gathering.words.trim();
  return !options.isPlain && hasLineBreak(words) ? words.replace(/\s*[\r\n]+\s*/g, " ") : words;
}

interface Gathering {
  words: string;
  readonly options: PlainTextOptions;
  /** The element whose text is being left out. */
  hiding: string | undefined;
  readonly paragraph: Nodes;
  /** Names of the elements that end somewhere in the paragraph, once somebody has asked. */
  closed: ReadonlySet<string> | undefined;
}

function gather(node: Nodes, state: Gathering): void {
  if (node.type === "html") {
    gatherTag(node.value, state);
    return;
  }
  if ("children" in node) {
    for (const child of node.children) gather(child, state);
    return;
  }
  if (state.hiding !== undefined) return;
  switch (node.type) {
    case "text":
    case "inlineCode":
      state.words += node.value;
      return;
    case "break":
      state.words += "\n";
      return;
    case "image":
    case "imageReference":
      if (state.options.alt) state.words += node.alt ?? "";
      return;
    default:
  }
}

/** A tag among words; in a line, CommonMark gives each a node of its own. */
function gatherTag(html: string, state: Gathering): void {
  if (/^<[!?]/.test(html)) return;
  const { slash, name = "" } = new RegExp(tags, "i").exec(html)?.groups ?? {};
  const element = name.toLowerCase();
  if (state.hiding !== undefined) {
    if (slash === "/" && element === state.hiding) state.hiding = undefined;
  } else if (name !== "" && !isHtmlElement(name)) state.words += html;
  else if (element === "br") state.words += "\n";
  else if (slash === "" && isHidden(element)) {
    state.closed ??= closedElements(state.paragraph);
    if (state.closed.has(element)) state.hiding = element;
  }
}

/** Whether an element's text is not the sentence's: readings beside characters, and what is no text at all. */
function isHidden(element: string): boolean {
  return element === "rt" || element === "rp" || isRawTextElement(element);
}

function closedElements(node: Nodes): ReadonlySet<string> {
  const names = new Set<string>();
  if (!("children" in node)) return names;
  for (const child of node.children) {
    if (child.type === "html" && child.value.startsWith("</"))
      names.add(/[a-z0-9-]+/i.exec(child.value)?.[0].toLowerCase() ?? "");
    else for (const name of closedElements(child)) names.add(name);
  }
  return names;
}
