import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import type { Footnotes } from "../markdown/footnotes.js";
import type { MarkdownParser } from "../markdown/markdown-parser.js";
import { parseMarkdown, type MarkdownTree } from "../markdown/parse-markdown.js";
import { createRenderer, type Renderer } from "../markdown/render-blocks.js";
import type { PictureOf } from "../markdown/rendering.js";
import type { FilePath } from "../model/ids.js";
import { hasEscapedColons } from "./unescape-colons.js";

/** The body of one file of a feature: its tree, and the renderer that knows its definitions and notes. */
export interface InterviewText {
  readonly file: FilePath;
  readonly source: Source;
  readonly tree: MarkdownTree;
  readonly renderer: Renderer;
  /** Whether any full-width colon was escaped to say "this is no label". */
  readonly hasEscapedColons: boolean;
}

/** What the texts of one feature's page share. */
export interface SharedByTexts {
  /** The file whose page shows them. */
  readonly page: FilePath;
  readonly footnotes: Footnotes;
  readonly pictureOf: PictureOf;
  readonly parser?: MarkdownParser | undefined;
}

/** Parse the body of a file once. */
export function parseText(file: FilePath, source: Source, body: Span, shared: SharedByTexts): InterviewText {
  const tree = parseMarkdown(source, body, shared.parser);
  const renderer = createRenderer({ file, tree, ...shared });
  return { file, source, tree, renderer, hasEscapedColons: hasEscapedColons(source.text) };
}
