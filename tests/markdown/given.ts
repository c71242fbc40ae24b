import type { RootContent } from "mdast";
import { Source } from "../../src/diagnostics/source.js";
import { Footnotes } from "../../src/markdown/footnotes.js";
import { parseMarkdown } from "../../src/markdown/parse-markdown.js";
import { createRenderer, type Renderer, type RendererOptions } from "../../src/markdown/render-blocks.js";
import { filePath } from "../../src/model/ids.js";
import type { RichText } from "../../src/model/rich-text.js";

/** The page that the texts of these tests are shown on. */
export const page = filePath("content/features/tide/index.md");

/** A document of a section, ready to be rendered. */
export function given(
  text: string,
  options: Partial<RendererOptions> = {},
): {
  renderer: Renderer;
  nodes: readonly RootContent[];
  source: Source;
  footnotes: Footnotes;
  html: () => string;
  codes: () => string[];
} {
  const source = new Source("content/features/tide/10-boats.md", text);
  const tree = parseMarkdown(source, { start: 0, end: text.length });
  const footnotes = options.footnotes ?? new Footnotes(page);
  const renderer = createRenderer({ file: filePath(source.path), page, tree, ...options, footnotes });
  return {
    renderer,
    nodes: tree.root.children,
    source,
    footnotes,
    html: () => written(renderer.blocks(tree.root.children)),
    codes: () => renderer.diagnostics.map((diagnostic) => diagnostic.code),
  };
}

/** Rich text with its parts written out: `{content/a.md#x}` for a file, `{/a/}` for an address. */
export function written(text: RichText): string {
  return text
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.kind === "id") return ` id="${part.id}"`;
      return `{${part.target.to === "file" ? part.target.file : part.target.path}${part.suffix}}`;
    })
    .join("");
}

/** The HTML of a text. */
export function html(text: string, options: Partial<RendererOptions> = {}): string {
  return given(text, options).html();
}
