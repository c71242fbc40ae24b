import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from "hast";
import type {
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Parents as MdastParents,
  Root,
} from "mdast";
import type { Handlers, State } from "mdast-util-to-hast";
import { keyOf } from "./index-document.js";
import { spanOf } from "./parse-markdown.js";
import { parseRawHtml } from "./raw-html.js";
import { enterPass, passOf, report } from "./rendering.js";
import { allowedElements } from "./schema.js";
import { settleElements } from "./settle-elements.js";
import { isHtmlElement, tags, wordsOfHtml } from "./typed-html.js";

/**
 * How nodes of Markdown become HTML where mdast-util-to-hast's own way does not fit.
 *
 * Addresses are passed on as typed, and judged by `settleElements` together with those of typed HTML.
 */
export const handlers: Handlers = {
  root(state, node: Root): ElementContent {
    const pass = enterPass(node, state);
    // References lead to definitions of the whole document, not of the blocks at hand.
    state.definitionById = pass.rendering.index.definitions;
    const children = state.all(node);
    const root: HastRoot = { type: "root", children: pass.inline ? children : state.wrap(children) };
    const parsed = pass.raw ? parseRawHtml(root, pass.rendering.tree.source) : root;
    settleElements(parsed, pass);
    // A root's handler returns a root, which the handlers' common type leaves out.
    return parsed as HastNodes as ElementContent;
  },
  link: (state, node: Link) => element(state, node, "a", { href: node.url, title: node.title }),
  linkReference(state, node: LinkReference) {
    const definition = state.definitionById.get(keyOf(node.identifier));
    if (!definition) return state.all(node);
    return element(state, node, "a", { href: definition.url, title: definition.title });
  },
  image: (state, node: Image) =>
    element(state, node, "img", { src: node.url, alt: node.alt ?? "", title: node.title }),
  imageReference(state, node: ImageReference) {
    const definition = state.definitionById.get(keyOf(node.identifier));
    if (!definition) return { type: "text", value: node.alt ?? "" };
    return element(state, node, "img", { src: definition.url, alt: node.alt ?? "", title: definition.title });
  },
  heading(state, node: Heading) {
    const { rendering, marks } = passOf(state);
    const words = rendering.headingIds ? rendering.index.headingWords().get(node) : undefined;
    const id = words === undefined ? undefined : marks.add({ kind: "id", id: `h.${words}` });
    return element(state, node, `h${node.depth}`, { id });
  },
  footnoteReference(state, node: FootnoteReference) {
    const { rendering, marks } = passOf(state);
    const definition = rendering.index.notes.get(keyOf(node.identifier));
    if (!definition) return undefined;
    const call = rendering.footnotes.call(definition, () => rendering.renderNote(definition.children));
    const link: Element = {
      type: "element",
      tagName: "a",
      properties: { href: marks.add(call.href), id: marks.add(call.id), role: "doc-noteref" },
      children: [{ type: "text", value: String(call.number) }],
    };
    return { type: "element", tagName: "sup", properties: { className: ["noteref"] }, children: [link] };
  },
  html(state, node: Html, parent: MdastParents | undefined): ElementContent | undefined {
    const words = wordsOfHtml(node.value);
    if (words === "") return undefined;
    if (words !== undefined) {
      const text: ElementContent = { type: "text", value: words };
      state.patch(node, text);
      const alone = parent !== undefined && blockParents.has(parent.type);
      return alone ? { type: "element", tagName: "p", properties: {}, children: [text] } : text;
    }
    checkHtml(node, state);
    passOf(state).raw = true;
    const raw: ElementContent = { type: "raw", value: node.value };
    state.patch(node, raw);
    return raw;
  },
};

const blockParents: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function element(
  state: State,
  node: Link | LinkReference | Image | ImageReference | Heading,
  tagName: string,
  properties: Readonly<Record<string, string | null | undefined>>,
): Element {
  const made: Element = { type: "element", tagName, properties, children: state.all(node) };
  state.patch(node, made);
  return made;
}

/** Report what will not come through. */
function checkHtml(node: Html, state: State): void {
  const { rendering } = passOf(state);
  const span = spanOf(node, rendering.tree);
  const reported = new Set<string>();
  for (const { groups } of node.value.matchAll(tags)) {
    const name = groups?.["name"]?.toLowerCase() ?? "";
    const allowed = allowedElements.has(name) && name !== "input" && name !== "label";
    if (allowed || groups?.["slash"] === "/" || reported.has(name) || !isHtmlElement(name)) continue;
    reported.add(name);
    report(rendering, "html-left-out", span, { element: name });
  }
}
