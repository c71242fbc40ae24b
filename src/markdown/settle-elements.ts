import type { Element, ElementContent, Parents, Root } from "hast";
import type { Pass } from "./rendering.js";
import { settleLink, settlePicture } from "./settle-addresses.js";

/**
 * Give the elements of a text what a page needs: addresses that lead somewhere, headings under the page's own,
 * pictures with sizes, tables that scroll.
 *
 * Elements from Markdown and from typed HTML are treated alike. The tree is changed in place, and sanitised
 * afterwards.
 */
export function settleElements(root: Root, pass: Pass): void {
  settleChildren(root, { pass, openHeadings: [], inLink: false, inTask: false });
}

interface Around {
  readonly pass: Pass;
  /** Typed levels of the headings that the place stands under, from the outermost. */
  readonly openHeadings: number[];
  readonly inLink: boolean;
  readonly inTask: boolean;
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
  dropTypedClasses(element);
  if (element.tagName === "img") return settlePicture(element, pass, around.inLink);
  if (element.tagName === "a") settleChildren(element, { ...around, inLink: true });
  else if (element.tagName === "li") settleChildren(element, { ...around, inTask: isTask(element) });
  else settleChildren(element, around);
  switch (element.tagName) {
    case "a":
      return settleLink(element, pass);
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
      // The box of a task comes first in its line; any other field is left out.
      return around.inTask && parent.children[0] === element ? [element] : [];
    case "label":
      // Those of tasks are made below, when what they hold is settled.
      return element.children;
    default:
      return [element];
  }
}

/** The sanitiser takes the values away, and would leave `class=""` behind. */
function dropTypedClasses({ tagName, properties }: Element): void {
  const { className } = properties;
  if (className === undefined) return;
  const kept = Array.isArray(className)
    ? className.filter((name) => ownClass.test(`${tagName}.${name}`))
    : [];
  if (kept.length > 0) properties.className = kept;
  else delete properties.className;
}

/** The classes that handlers give before elements are settled. */
const ownClass = /^(?:code\.language-[\w+#.-]+|sup\.noteref|li\.task-list-item)$/;

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
