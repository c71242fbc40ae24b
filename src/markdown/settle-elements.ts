import type { Element, ElementContent, Parents, Root } from "hast";
import { readAddress } from "./address.js";
import { hastSpan, report, type Pass } from "./rendering.js";

/**
 * Give the elements of a text what a page needs: addresses that lead somewhere, headings under the page's own,
 * pictures with sizes, tables that scroll.
 *
 * Elements from Markdown and from typed HTML are treated alike. The tree is changed in place, and sanitised
 * afterwards.
 */
export function settleElements(root: Root, pass: Pass): void {
  settleChildren(root, { pass, openHeadings: [], inLink: false });
}

interface Around {
  readonly pass: Pass;
  /** Typed levels of the headings that the place stands under, from the outermost. */
  readonly openHeadings: number[];
  readonly inLink: boolean;
}

function settleChildren(parent: Parents, around: Around): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === "doctype") continue;
    if (child.type === "element") children.push(...settle(child, parent, around));
    else children.push(child);
  }
  parent.children = children;
}

/** What stands in the place of an element. */
function settle(element: Element, parent: Parents, around: Around): readonly ElementContent[] {
  const { pass } = around;
  for (const [name, value] of Object.entries(element.properties)) {
    if (typeof value === "string" && value.includes("\0") && !pass.marks.isMark(value)) {
      element.properties[name] = value.replaceAll("\0", "\ufffd");
    }
  }
  if (element.tagName === "img") return picture(element, around);
  settleChildren(element, element.tagName === "a" ? { ...around, inLink: true } : around);
  switch (element.tagName) {
    case "a":
      return link(element, around);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      element.tagName = `h${level(Number(element.tagName.slice(1)), around)}`;
      return [element];
    case "pre":
      // Long lines scroll, and what scrolls has to be reachable by keyboard.
      element.properties.tabIndex = 0;
      return [element];
    case "td":
    case "th":
      align(element);
      return [element];
    case "table":
      return [
        {
          type: "element",
          tagName: "div",
          properties: { className: ["table"], tabIndex: 0 },
          children: [element],
        },
      ];
    case "li":
      if (isTask(element)) labelTask(element);
      return [element];
    case "input":
      // The box of a task; any other field is left out.
      return isElement(parent) && (isTask(parent) || parent.tagName === "p") ? [element] : [];
    default:
      return [element];
  }
}

function link(element: Element, { pass }: Around): readonly ElementContent[] {
  const { rendering, marks } = pass;
  const typed = element.properties.href;
  if (typeof typed !== "string") return element.children;
  if (marks.isMark(typed)) return [element];
  const span = hastSpan(element, rendering);
  const words = wordsOf(element);
  const address = readAddress(typed, rendering.file, rendering.page);
  if (words === "" && address.kind !== "empty") report(rendering, "link-without-words", span, { typed });
  switch (address.kind) {
    case "empty":
      report(rendering, "empty-link", span, { words });
      return element.children;
    case "outside":
      report(rendering, "link-outside", span, { typed });
      return element.children;
    case "scheme":
      report(rendering, "link-scheme", span, { typed, scheme: address.scheme });
      return element.children;
    case "foreign":
      element.properties.href = address.url;
      if (address.web) element.properties.rel = ["external"];
      return [element];
    case "inside": {
      const { target } = address;
      const own =
        target.to === "file" && target.file === rendering.page
          ? headingOf(address.fragment, pass)
          : undefined;
      const fragment = own ?? address.fragment;
      const suffix = own === undefined ? address.suffix : `#${own}`;
      rendering.links.push({ file: rendering.file, span, typed, target, fragment });
      element.properties.href = marks.add({ kind: "reference", target, suffix });
      return [element];
    }
  }
}

/** The id of the heading that a fragment names by its words alone, as on GitHub. */
function headingOf(fragment: string | null, { rendering }: Pass): string | undefined {
  if (fragment === null || !rendering.headingIds) return undefined;
  return rendering.index.headingWords.has(fragment) ? `h.${fragment}` : undefined;
}

function picture(element: Element, { pass, inLink }: Around): readonly ElementContent[] {
  const { rendering, marks } = pass;
  const { src, alt, title } = element.properties;
  const typed = typeof src === "string" ? src : "";
  const words = typeof alt === "string" ? alt : "";
  const span = hastSpan(element, rendering);
  const text: ElementContent = { type: "text", value: words };
  const address = readAddress(typed, rendering.file, rendering.page);
  if (words.trim() === "" && address.kind !== "empty") report(rendering, "missing-alt", span, { src: typed });
  switch (address.kind) {
    case "empty":
      report(rendering, "empty-link", span, { words });
      return [text];
    case "outside":
      report(rendering, "link-outside", span, { typed });
      return [text];
    case "scheme":
      report(rendering, "link-scheme", span, { typed, scheme: address.scheme });
      return [text];
    case "foreign": {
      report(rendering, "foreign-picture", span, { src: typed });
      if (inLink || !address.web) return [text];
      const shown: ElementContent = { type: "text", value: words.trim() === "" ? address.url : words };
      return [
        {
          type: "element",
          tagName: "a",
          properties: { href: address.url, rel: ["external"] },
          children: [shown],
        },
      ];
    }
    case "inside": {
      const { target, suffix, fragment } = address;
      const size = target.to === "file" ? rendering.pictureOf(target.file) : undefined;
      rendering.links.push({ file: rendering.file, span, typed, target, fragment });
      element.properties = {
        src: marks.add({ kind: "reference", target, suffix }),
        alt: words,
        title,
        width: size?.width ?? undefined,
        height: size?.height ?? undefined,
        loading: "lazy",
      };
      return [element];
    }
  }
}

/** What a link is called: its text, and the alternative texts of its pictures. */
function wordsOf(node: Parents): string {
  let words = "";
  for (const child of node.children) {
    if (child.type === "text") words += child.value;
    else if (child.type === "element") {
      const { alt } = child.properties;
      words += child.tagName === "img" && typeof alt === "string" ? alt : wordsOf(child);
    }
  }
  return words.trim();
}

/** A heading's level on the page: one below the heading that it stands under, whatever was skipped. */
function level(typed: number, { pass, openHeadings }: Around): number {
  while ((openHeadings.at(-1) ?? 0) >= typed) openHeadings.pop();
  openHeadings.push(typed);
  return Math.min(6, pass.rendering.headingBase + openHeadings.length - 1);
}

function align(cell: Element): void {
  const { align, ...properties } = cell.properties;
  cell.properties = typeof align === "string" ? { ...properties, className: [align] } : properties;
}

function isElement(node: Parents): node is Element {
  return node.type === "element";
}

function isTask(element: Element): boolean {
  const { className } = element.properties;
  return element.tagName === "li" && Array.isArray(className) && className.includes("task-list-item");
}

/** Make the words of a task the label of its box. */
function labelTask(item: Element): void {
  item.properties.className = ["task"];
  const paragraph = item.children.find((child) => child.type === "element" && child.tagName === "p");
  const line = paragraph?.type === "element" ? paragraph : item;
  const start = line.children.findIndex((child) => child.type === "element" && child.tagName === "input");
  if (start < 0) return;
  const after = line.children.findIndex(
    (child, at) => at > start && child.type === "element" && isBlock(child),
  );
  const end = after < 0 ? line.children.length : after;
  const label: Element = {
    type: "element",
    tagName: "label",
    properties: {},
    children: line.children.slice(start, end),
  };
  line.children.splice(start, end - start, label);
}

function isBlock({ tagName }: Element): boolean {
  return /^(?:ul|ol|p|pre|div|blockquote|table|h[1-6]|hr|dl)$/.test(tagName);
}
