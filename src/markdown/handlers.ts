import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from "hast";
import type {
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Root,
} from "mdast";
import type { Handlers, State } from "mdast-util-to-hast";
import { keyOf } from "./index-document.js";
import { spanOf } from "./parse-markdown.js";
import { parseRawHtml } from "./raw-html.js";
import { enterPass, passOf, report } from "./rendering.js";
import { allowedElements } from "./schema.js";
import { settleElements } from "./settle-elements.js";

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
    const words = rendering.headingIds ? rendering.index.headings.get(node) : undefined;
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
  html(state, node: Html): ElementContent | undefined {
    const pass = passOf(state);
    checkHtml(node, state);
    if (node.value.startsWith("<!") || node.value.startsWith("<?")) return undefined;
    pass.raw = true;
    const raw: ElementContent = { type: "raw", value: node.value };
    state.patch(node, raw);
    return raw;
  },
};

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
  if (node.value.startsWith("<!--") && !node.value.includes("-->", 4)) {
    report(rendering, "unclosed-comment", { start: span.start, end: span.start + 4 }, {});
  }
  const reported = new Set<string>();
  for (const [, name = ""] of node.value.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>])/gi)) {
    const tag = name.toLowerCase();
    if ((allowedElements.has(tag) && tag !== "input" && tag !== "label") || reported.has(tag)) continue;
    reported.add(tag);
    report(rendering, "html-left-out", span, { element: tag });
  }
}
