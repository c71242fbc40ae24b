/** Something in an XML document: an element, or text as it is meant, not escaped. */
export type XmlNode = XmlElement | string;

/** An element; attributes that are `null` are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly XmlNode[];
}

/** An element with its attributes and what is in it. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly XmlNode[]
): XmlElement {
  return { name, attributes, children };
}

/**
 * Write a document. Characters that XML forbids even as references (most controls, lone surrogates) are left out,
 * for a single one of them makes a feed unreadable.
 *
 * @see Extensible Markup Language 1.0 (Fifth Edition) §2.2
 */
export function writeXml(root: XmlElement): string {
  const parts = ['<?xml version="1.0" encoding="utf-8"?>\n'];
  writeElement(root, 0, parts);
  return `${parts.join("")}\n`;
}

function writeElement({ name, attributes, children }: XmlElement, depth: number, parts: string[]): void {
  parts.push(`<${name}`);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) parts.push(` ${key}="${escapeValue(value)}"`);
  }
  if (children.length === 0) {
    parts.push("/>");
    return;
  }
  parts.push(">");
  // White space is only added where there is no text that it would become part of.
  const onlyElements = children.every((child) => typeof child !== "string");
  for (const child of children) {
    if (typeof child === "string") {
      parts.push(escapeText(child));
      continue;
    }
    if (onlyElements) parts.push(`\n${"  ".repeat(depth + 1)}`);
    writeElement(child, depth + 1, parts);
  }
  if (onlyElements) parts.push(`\n${"  ".repeat(depth)}`);
  parts.push(`</${name}>`);
}

/** Text between tags. A lone carriage return would be read as a line feed, so it is written as a reference. */
function escapeText(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>\r]/g, reference);
}

/** A value between double quotation marks, where line breaks and tabs would be read as spaces. */
function escapeValue(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"\t\n\r]/g, reference);
}

function reference(character: string): string {
  return named[character] ?? `&#${character.charCodeAt(0)};`;
}

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
