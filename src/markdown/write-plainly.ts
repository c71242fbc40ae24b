import type { Element } from "hast";
import type { Link, List, ListItem, Nodes, PhrasingContent, Root } from "mdast";
import type { RichText, RichTextPart } from "../model/rich-text.js";
import type { Pass } from "./rendering.js";
import { settleLink } from "./settle-addresses.js";

/**
 * Write the HTML of a tree that holds nothing but paragraphs, quotations and lists of words, emphasis, code and links.
 *
 * Of these every element and attribute is this program's own, so there is nothing to sanitise; what comes out is what
 * remark-html would write, to the byte. Most turns of an interview are of this kind.
 *
 * @returns `undefined` for any other tree; nothing is recorded or reported then.
 */
export function writePlainly(root: Root, pass: Pass): RichText | undefined {
  if (!(pass.isPlain ? areOfTurns(root.children) : arePlain(root.children))) return undefined;
  const out = new Output(pass);
  if (pass.inline) out.inline(root.children);
  else out.blocks(root.children);
  return out.finish();
}

/** The same of blocks of a tree that is known to be plain, in which only headings are written otherwise. */
function areOfTurns(blocks: readonly Nodes[]): boolean {
  return blocks.every(({ type }) => type !== "heading");
}

function arePlain(nodes: readonly Nodes[]): boolean {
  return nodes.every((node, index) => {
    switch (node.type) {
      case "text":
        return !node.value.includes("\r");
      case "inlineCode":
      case "definition":
        return true;
      case "break":
        // Spaces behind a break are dropped, in an element's first words, too.
        return nodes[index + 1] === undefined || nodes[index + 1]?.type === "text";
      case "listItem":
        return typeof node.checked !== "boolean" && arePlain(node.children);
      case "paragraph":
      case "emphasis":
      case "strong":
      case "link":
      case "blockquote":
      case "list":
        return arePlain(node.children);
      default:
        return false;
    }
  });
}

class Output {
  readonly #pass: Pass;
  readonly #parts: RichTextPart[] = [];
  #html = "";

  constructor(pass: Pass) {
    this.#pass = pass;
  }

  finish(): RichText {
    const html = this.#html.endsWith("\n") ? this.#html.slice(0, -1) : this.#html;
    if (html !== "") this.#parts.push(html);
    return this.#parts;
  }

  /** Blocks, a line break between them. */
  blocks(nodes: readonly Nodes[]): void {
    let first = true;
    for (const node of nodes) {
      if (node.type === "definition") continue;
      if (!first) this.#html += "\n";
      first = false;
      this.#node(node);
    }
  }

  inline(nodes: readonly Nodes[]): void {
    let behindBreak = false;
    for (const node of nodes) {
      if (node.type === "text") {
        const words = node.value.includes("\n") ? node.value.replace(/[ \t]*\n[ \t]*/g, "\n") : node.value;
        this.#html += escapeText(behindBreak ? words.replace(/^[ \t]+/, "") : words);
      } else this.#node(node);
      behindBreak = node.type === "break";
    }
  }

  #node(node: Nodes): void {
    switch (node.type) {
      case "paragraph": {
        this.#element("p", node.children);
        return;
      }
      case "emphasis": {
        this.#element("em", node.children);
        return;
      }
      case "strong": {
        this.#element("strong", node.children);
        return;
      }
      case "inlineCode":
        this.#html += `<code>${escapeText(node.value.replace(/\r?\n|\r/g, " "))}</code>`;
        return;
      case "break":
        this.#html += "<br>\n";
        return;
      case "link": {
        this.#link(node);
        return;
      }
      case "blockquote": {
        this.#quotation(node.children);
        return;
      }
      case "list": {
        this.#list(node);
        return;
      }
      default:
        this.inline([node]);
    }
  }

  #element(name: string, children: readonly Nodes[]): void {
    this.#html += `<${name}>`;
    this.inline(children);
    this.#html += `</${name}>`;
  }

  #quotation(children: readonly Nodes[]): void {
    this.#html += "<blockquote>\n";
    for (const child of children) {
      if (child.type === "definition") continue;
      this.#node(child);
      this.#html += "\n";
    }
    this.#html += "</blockquote>";
  }

  #list(list: List): void {
    const name = list.ordered === true ? "ol" : "ul";
    const start = typeof list.start === "number" && list.start !== 1 ? ` start="${list.start}"` : "";
    const loose = list.spread === true || list.children.some(isLoose);
    this.#html += `<${name}${start}>\n`;
    for (const item of list.children) {
      this.#item(item, loose);
      this.#html += "\n";
    }
    this.#html += `</${name}>`;
  }

  #item(item: ListItem, loose: boolean): void {
    this.#html += "<li>";
    const children = item.children.filter(({ type }) => type !== "definition");
    for (const [index, child] of children.entries()) {
      const bare = child.type === "paragraph" && !loose;
      if (index > 0 || !bare) this.#html += "\n";
      if (bare) this.inline(child.children);
      else this.#node(child);
    }
    const last = children.at(-1);
    if (last && (loose || last.type !== "paragraph")) this.#html += "\n";
    this.#html += "</li>";
  }

  #link(link: Link): void {
    const element: Element = {
      type: "element",
      tagName: "a",
      properties: { href: link.url, ...(link.title == null ? {} : { title: link.title }) },
      children: [{ type: "text", value: wordsOf(link.children) }],
      ...(link.position ? { position: link.position } : {}),
    };
    const [settled] = settleLink(element, this.#pass);
    if (settled !== element) {
      this.inline(link.children);
      return;
    }
    const { href, title, rel, translate } = element.properties;
    this.#html += '<a href="';
    const place = this.#pass.marks.partOf(String(href));
    if (place) {
      this.#parts.push(this.#html, place);
      this.#html = "";
    } else this.#html += escapeAttribute(String(href));
    if (typeof title === "string") this.#html += `" title="${escapeAttribute(title)}`;
    if (rel !== undefined) this.#html += '" rel="external';
    this.#html += translate === "no" ? '" translate="no">' : '">';
    this.inline(link.children);
    this.#html += "</a>";
  }
}

/** What a link is called; its emptiness is reported. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  let words = "";
  for (const node of nodes) {
    if (node.type === "text" || node.type === "inlineCode") words += node.value;
    else if (node.type === "break") words += "\n";
    else if ("children" in node) words += wordsOf(node.children);
  }
  return words;
}

function isLoose({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}

function escapeText(text: string): string {
  return text.includes("<") || text.includes("&")
    ? text.replace(/&/g, "&#x26;").replace(/</g, "&#x3C;")
    : text;
}

function escapeAttribute(value: string): string {
  return value.replace(/["&'`\0]/g, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`);
}
