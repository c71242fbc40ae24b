import { Source } from "../diagnostics/source.js";
import { parseMarkdown } from "../markdown/parse-markdown.js";
import type { Nodes } from "mdast";
import type { Script, ScriptPart } from "./script.js";

/**
 * Empty the addresses that only made sense where a text was: `[cabinet](cabinet.html)`, `[cabinet]: ../cabinet`.
 *
 * They would lead nowhere in the site, and it could not be built until somebody looked them up. The words stay, marked
 * as a link that has no address yet, and what the address was is for a person to read. Addresses with a scheme and
 * those of the page itself (`#notes`) are kept.
 */
export function withoutLostLinks(script: Script): Script {
  const lost: string[] = [];
  // `[Pro][pro](5,1)` is a reference and a remark in brackets where `pro` is defined, and a link to `5,1` elsewhere.
  const labels = script.definitions.join("\n");
  const parts = script.parts.map((part): ScriptPart => {
    if (part.kind === "words") return { ...part, markdown: emptied(part.markdown, labels, lost) };
    return part.kind === "question" ? { ...part, text: emptied(part.text, labels, lost) } : part;
  });
  const definitions = script.definitions.map((line) => emptied(line, "", lost));
  const todo = [...new Set(lost)].map(
    (address) => `Give the link to "${address}" an address: it leads to nothing that was imported.`,
  );
  return { ...script, parts, definitions, todo: [...script.todo, ...todo] };
}

/** @param labels - The text's definitions, which say what its references are. */
function emptied(markdown: string, labels: string, lost: string[]): string {
  // Most blocks have none, and need not be parsed.
  if (!/\]\(\s*<?(?![a-z][a-z\d+.-]*:|[#)>])|^ {0,3}\[[^\]^][^\]]*\]:/iu.test(markdown)) return markdown;
  const text = `${markdown}\n\n${labels}`;
  const tree = parseMarkdown(new Source("", text), { start: 0, end: text.length });
  let mended = "";
  let copied = 0;
  for (const block of tree.root.children) {
    if ((block.position?.start.offset ?? 0) < markdown.length) visit(block);
  }
  return mended + markdown.slice(copied);

  function visit(node: Nodes): void {
    if ((node.type === "link" || node.type === "definition") && isLost(node.url)) {
      const end = node.position?.end.offset ?? 0;
      const words = node.type === "link" ? (node.children.at(-1)?.position?.end.offset ?? end) : copied;
      const at = markdown.indexOf(node.type === "link" ? "](" : "]:", words);
      if (at >= 0 && at < end) {
        mended += `${markdown.slice(copied, at)}${node.type === "link" ? "]()" : "]: <>"}`;
        copied = end;
        lost.push(node.url);
      }
    }
    if ("children" in node) for (const child of node.children) visit(child);
  }
}

const isLost = (url: string): boolean => url !== "" && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/iu.test(url);
