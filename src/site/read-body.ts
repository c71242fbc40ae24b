import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/place.js";
import type { Source } from "../diagnostics/source.js";
import type { PictureLookup } from "../interview/find-picture.js";
import { Footnotes } from "../markdown/footnotes.js";
import { parseMarkdown } from "../markdown/parse-markdown.js";
import { plainText } from "../markdown/plain-text.js";
import { createRenderer } from "../markdown/render-blocks.js";
import type { FilePath } from "../model/ids.js";
import type { TypedLink } from "../model/interview.js";
import type { RichText } from "../model/rich-text.js";

/** A text that is no interview: a biography, or a page of its own. */
export interface Body {
  /** With its footnotes at the end. */
  readonly html: RichText;
  /** The words alone, one line a paragraph. */
  readonly words: string;
  readonly links: readonly TypedLink[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Read the text after the front matter of a document in which nobody speaks. */
export function readBody(
  document: { readonly file: FilePath; readonly source: Source; readonly body: Span },
  lookup: PictureLookup,
): Body {
  const { file, source, body } = document;
  const tree = parseMarkdown(source, body, lookup.parser);
  const footnotes = new Footnotes(file);
  const renderer = createRenderer({
    file,
    tree,
    footnotes,
    headingBase: 2,
    headingIds: true,
    pictureOf: lookup.pictures,
    parser: lookup.parser,
  });
  const { children } = tree.root;
  const html = [...renderer.blocks(children), ...footnotes.render()];
  return { html, words: plainText(children), links: renderer.links, diagnostics: renderer.diagnostics };
}
