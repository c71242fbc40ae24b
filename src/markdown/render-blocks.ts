import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FilePath } from "../model/ids.js";
import type { TypedLink } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";
import type { Footnotes } from "./footnotes.js";
import { indexDocument } from "./index-document.js";
import { joinSoftBreaks } from "./join-soft-breaks.js";
import { Marks } from "./marks.js";
import type { MarkdownParser } from "./markdown-parser.js";
import type { MarkdownTree } from "./parse-markdown.js";
import { readPictures, type PictureAlone } from "./pictures.js";
import type { PictureOf, Rendering } from "./rendering.js";
import { writeByRemark } from "./write-by-remark.js";
import { writePlainly } from "./write-plainly.js";

/** How the parts of one document are rendered. */
export interface RendererOptions {
  /** The file that the text stands in: relative addresses start from it, and links are recorded for it. */
  readonly file: FilePath;
  /** The file whose page shows the text, such as a feature's `index.md` for a section; by default `file`. */
  readonly page?: FilePath;
  readonly tree: MarkdownTree;
  /** Those of the page; the caller renders their list when every text of the page has been rendered. */
  readonly footnotes: Footnotes;
  /** The level (1 to 6) of the outermost headings of a text; by default 4. */
  readonly headingBase?: number;
  /** Whether headings get an id, `h.` and their words; not for answers, whose ids must outlive their words. */
  readonly headingIds?: boolean;
  /** The sizes of pictures inside the text. */
  readonly pictureOf?: PictureOf;
  /** `remark` writes everything with remark-html, even what needs none of it; the HTML is the same. */
  readonly parser?: MarkdownParser | undefined;
}

/** Renders parts of one document, in the order of the text. */
export interface Renderer {
  /** Blocks, one below the other. */
  blocks(nodes: readonly RootContent[]): RichText;
  /** Nodes in a line; of several paragraphs, each but the first starts a new line. */
  inline(nodes: readonly RootContent[]): RichText;
  /** The pictures of a paragraph that holds nothing else; `undefined` for any other block. */
  pictures(node: RootContent): readonly PictureAlone[] | undefined;
  /** The links and pictures that lead into the site, of all that was rendered so far. */
  readonly links: readonly TypedLink[];
  /** What is wrong in the document's references, and in what was rendered so far. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Make a renderer for a document.
 *
 * Definitions of links and footnotes are found once, in the whole document, so that every part of it can be rendered
 * alone. The HTML is sanitised.
 */
export function createRenderer(options: RendererOptions): Renderer {
  const { tree, file, footnotes } = options;
  const index = indexDocument(tree);
  const rendering: Rendering = {
    file,
    page: options.page ?? file,
    tree,
    index,
    footnotes,
    headingBase: options.headingBase ?? 4,
    headingIds: options.headingIds ?? false,
    pictureOf: options.pictureOf ?? (() => undefined),
    links: [],
    diagnostics: [...index.diagnostics],
    byRemark: options.parser === "remark",
    renderNote: (children) => write(children, false, rendering),
  };
  return {
    blocks: (nodes) => write(nodes, false, rendering),
    inline: (nodes) => write(inLine(nodes), true, rendering),
    pictures: (node) => readPictures(node, rendering),
    links: rendering.links,
    diagnostics: rendering.diagnostics,
  };
}

function write(nodes: readonly RootContent[], inline: boolean, rendering: Rendering): RichText {
  const holder: Root = { type: "root", children: [...nodes] };
  const isPlain = rendering.tree.isPlain && !inline;
  const root = isPlain ? holder : inline ? inlineJoined(holder) : joinSoftBreaks(holder);
  const pass = { rendering, marks: new Marks(), inline, isPlain, raw: false };
  return (rendering.byRemark ? undefined : writePlainly(root, pass)) ?? writeByRemark(root, pass);
}

/** A root of a line's nodes is one stretch of text, as a paragraph is. */
function inlineJoined(root: Root): Root {
  const line = root.children.filter(isPhrasing);
  return { type: "root", children: joinSoftBreaks({ type: "paragraph", children: line }).children };
}

function inLine(nodes: readonly RootContent[]): RootContent[] {
  const line: RootContent[] = [];
  for (const node of nodes) {
    if (node.type !== "paragraph" && node.type !== "heading") {
      line.push(node);
      continue;
    }
    if (line.length > 0) line.push({ type: "break" });
    line.push(...node.children);
  }
  return line;
}

const phrasing: ReadonlySet<string> = new Set<PhrasingContent["type"]>([
  "break",
  "delete",
  "emphasis",
  "footnoteReference",
  "html",
  "image",
  "imageReference",
  "inlineCode",
  "link",
  "linkReference",
  "strong",
  "text",
]);

function isPhrasing(node: Nodes): node is PhrasingContent {
  return phrasing.has(node.type);
}
