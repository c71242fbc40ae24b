import type { Nodes as HastNodes } from "hast";
import type { State } from "mdast-util-to-hast";
import type { Root } from "mdast";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code, ParamsOf } from "../diagnostics/catalogue.js";
import type { Span } from "../diagnostics/place.js";
import type { FilePath } from "../model/ids.js";
import type { TypedLink } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";
import type { Footnotes } from "./footnotes.js";
import type { DocumentIndex } from "./index-document.js";
import type { Marks } from "./marks.js";
import type { MarkdownTree } from "./parse-markdown.js";

/** What is known of a document while its parts are rendered. */
export interface Rendering {
  readonly file: FilePath;
  /** The file whose page shows the text. */
  readonly page: FilePath;
  readonly tree: MarkdownTree;
  readonly index: DocumentIndex;
  readonly footnotes: Footnotes;
  readonly headingBase: number;
  /** Whether headings get ids. */
  readonly headingIds: boolean;
  readonly pictureOf: PictureOf;
  /** Whether everything is written with remark-html. */
  readonly byRemark: boolean;
  readonly links: TypedLink[];
  readonly diagnostics: Diagnostic[];
  readonly renderNote: (children: Root["children"]) => RichText;
}

/** The size of a picture in pixels, where it is known. */
export type PictureOf = (
  file: FilePath,
) => { readonly width: number | null; readonly height: number | null } | undefined;

/** One call of a renderer: what its handlers share. */
export interface Pass {
  readonly rendering: Rendering;
  readonly marks: Marks;
  /** Whether the nodes stand in a line, and not one below the other. */
  readonly inline: boolean;
  /** Whether they are blocks of a tree in which it is known to be nothing but plain. */
  readonly isPlain: boolean;
  /** Whether HTML was typed. */
  raw: boolean;
}

const passes = new WeakMap<Root, Pass>();
const current = new WeakMap<State, Pass>();

/** Tell the handlers, which serve the whole process, which call a tree belongs to. */
export function openPass(root: Root, pass: Pass): void {
  passes.set(root, pass);
}

/** Begin to transform a tree. Throws where the tree was not opened. */
export function enterPass(root: Root, state: State): Pass {
  const pass = passes.get(root);
  if (!pass) throw new Error("A tree is rendered that no renderer made");
  current.set(state, pass);
  return pass;
}

/** The call that a transformation belongs to. */
export function passOf(state: State): Pass {
  const pass = current.get(state);
  if (!pass) throw new Error("A node is rendered before its root");
  return pass;
}

/** Report something at a node of the tree. */
export function report<C extends Code>(rendering: Rendering, code: C, span: Span, params: ParamsOf<C>): void {
  rendering.diagnostics.push(diagnose(code, { source: rendering.tree.source, span }, params));
}

/** Where a node of the HTML stands in the file; the whole text where it does not know. */
export function hastSpan(node: HastNodes, rendering: Rendering): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? rendering.tree.span : { start, end };
}
