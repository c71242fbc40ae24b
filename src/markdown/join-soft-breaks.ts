import type { Nodes } from "mdast";
import { hasLineBreak } from "./line-break.js";

/**
 * Take out the line breaks of a source that would show as a space between two Han or kana characters.
 *
 *     成都肩负着
 *     重要使命        →  成都肩负着重要使命
 *
 * A break between Hangul, or between Latin words, stays; so does one beside inline code or a picture, which are no
 * characters of the sentence. Emphasis and links at the seam are looked through. Ideographic spaces (U+3000) that
 * indent a paragraph or a line in the source go too: indentation is the style sheet's.
 *
 * @param node - A block or a piece of text; left as it was.
 * @returns The same node where nothing was to be done, else a copy.
 */
export function joinSoftBreaks<Node extends Nodes>(node: Node): Node {
  if (!mayJoin(node)) return node;
  const leaves: Leaf[] = [];
  const replaced = new Map<Nodes, string>();
  collect(node, leaves, replaced);
  settle(leaves, replaced);
  return replaced.size === 0 ? node : rebuild(node, replaced);
}

/** Whether there is a line break in a text at all, or a space that indents one: most paragraphs are one line. */
function mayJoin(node: Nodes): boolean {
  if (node.type === "text") {
    return hasLineBreak(node.value) || node.value.startsWith("\u3000");
  }
  return "children" in node && node.children.some(mayJoin);
}

/**
 * Whether a line break between these two characters is no space.
 *
 * @param before - The character before the break; empty where there is none.
 * @param after - The character after it; empty where there is none.
 * @see CSS Text 4 §4.1.3, segment break transformation
 */
function joinsAcross(before: string, after: string): boolean {
  return joining.test(before) && joining.test(after);
}

// Han, kana and bopomofo; CJK and full-width punctuation. The curly quotation marks, the ellipsis and the dash are
// not among them alone: English has them too.
const joining =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/u;
/** Punctuation that two scripts share; it joins where the character on the other side does. */
const shared = /^[\u2014\u2018-\u201d\u2026\u00b7]$/u;

const sharedRun = /[\u2014\u2018-\u201d\u2026\u00b7]+$/u;

interface Leaf {
  /** `undefined` for what is no text of the sentence: code, a picture, a hard break. */
  readonly node: Nodes | undefined;
  readonly value: string;
}

const blockTypes = new Set(["paragraph", "heading", "tableCell"]);
const opaqueTypes = new Set(["inlineCode", "image", "imageReference", "break"]);

function collect(node: Nodes, leaves: Leaf[], replaced: Map<Nodes, string>): void {
  if (node.type === "text") {
    leaves.push({ node, value: node.value });
    return;
  }
  if (opaqueTypes.has(node.type) || (node.type === "html" && /^<br\b/i.test(node.value))) {
    leaves.push({ node: undefined, value: "" });
    return;
  }
  if (!("children" in node)) return;
  if (!blockTypes.has(node.type)) {
    for (const child of node.children) collect(child, leaves, replaced);
    return;
  }
  const own: Leaf[] = [];
  for (const child of node.children) collect(child, own, replaced);
  settle(own, replaced);
}

const lineBreak = /[ \t]*(?:\r\n|\r|\n)[ \t\u3000]*/;

function settle(leaves: readonly Leaf[], replaced: Map<Nodes, string>): void {
  for (const [index, { node, value }] of leaves.entries()) {
    if (!node) continue;
    const text = index === 0 ? value.replace(/^\u3000+/, "") : value;
    const lines = hasLineBreak(text) ? text.split(lineBreak) : [text];
    let joined = lines[0] ?? "";
    for (let at = 1; at < lines.length; at++) {
      const next = lines[at] ?? "";
      const before = lastCharacter(joined) || neighbour(leaves, index, -1, replaced);
      const after = firstCharacter(next) || neighbour(leaves, index, 1, replaced);
      joined += (breakJoins(before, after, joined) ? "" : "\n") + next;
    }
    if (joined !== value) replaced.set(node, joined);
  }
}

function breakJoins(before: string, after: string, text: string): boolean {
  if (!shared.test(before)) return shared.test(after) ? joining.test(before) : joinsAcross(before, after);
  if (!shared.test(after)) return joining.test(after);
  // `说……` and `“好”`: what stands before the run of such marks decides.
  return joining.test(lastCharacter(text.replace(sharedRun, "")));
}

/** The nearest character on one side, in the text nodes around; empty beside code, a picture, or an end. */
function neighbour(
  leaves: readonly Leaf[],
  index: number,
  step: 1 | -1,
  replaced: Map<Nodes, string>,
): string {
  for (let at = index + step; at >= 0 && at < leaves.length; at += step) {
    const leaf = leaves[at];
    if (!leaf?.node) return "";
    const text = replaced.get(leaf.node) ?? leaf.value;
    if (text !== "") return step === 1 ? firstCharacter(text) : lastCharacter(text);
  }
  return "";
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function lastCharacter(text: string): string {
  const unit = text.charCodeAt(text.length - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

function rebuild<Node extends Nodes>(node: Node, replaced: ReadonlyMap<Nodes, string>): Node {
  const value = replaced.get(node);
  if (value !== undefined) return { ...node, value };
  if (!("children" in node)) return node;
  const children = node.children.map((child: Nodes) => rebuild(child, replaced));
  const same = children.every((child, at) => child === node.children[at]);
  return same ? node : { ...node, children };
}
