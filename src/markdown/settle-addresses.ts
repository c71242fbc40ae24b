import type { Element, ElementContent, Parents } from "hast";
import { readAddress } from "./address.js";
import { hastSpan, report, type Pass } from "./rendering.js";

/**
 * What stands in the place of a link: the link with its address, or its words alone where the address is wrong.
 *
 * @param element - An `a` whose `href` is as typed; its children are settled.
 * @param pass - The call that it is rendered in.
 */
export function settleLink(element: Element, pass: Pass): readonly ElementContent[] {
  const { rendering, marks } = pass;
  const typed = element.properties.href;
  if (typeof typed !== "string") return element.children;
  if (marks.isMark(typed)) return [element];
  const span = hastSpan(element, rendering);
  const words = wordsOf(element);
  const address = readAddress(typed, rendering.file, rendering.page);
  if (words === "" && address.kind !== "empty") report(rendering, "link-without-words", span, { typed });
  switch (address.kind) {
    case "empty":
      report(rendering, "empty-link", span, { words });
      return element.children;
    case "outside":
      report(rendering, "link-outside", span, { typed });
      return element.children;
    case "scheme":
      report(rendering, "link-scheme", span, { typed, scheme: address.scheme });
      return element.children;
    case "foreign":
      element.properties.href = address.url;
      if (address.web) element.properties.rel = ["external"];
      if (isAddress(words, typed, address.url)) element.properties.translate = "no";
      return [element];
    case "inside": {
      const { target } = address;
      const own =
        target.to === "file" && target.file === rendering.page
          ? headingOf(address.fragment, pass)
          : undefined;
      const fragment = own ?? address.fragment;
      const suffix = own === undefined ? address.suffix : `#${own}`;
      rendering.links.push({ file: rendering.file, span, typed, target, fragment });
      element.properties.href = marks.add({ kind: "reference", target, suffix });
      return [element];
    }
  }
}

/** Whether a link's words are where it leads: then they are no language's, and need no address beside them on paper. */
function isAddress(words: string, typed: string, url: string): boolean {
  return [typed, url].some(
    (address) => address === words || address.replace(/^[a-z]+:(?:\/\/)?/i, "") === words,
  );
}

/** The id of the heading that a fragment names by its words alone, as on GitHub. */
function headingOf(fragment: string | null, { rendering }: Pass): string | undefined {
  if (fragment === null || !rendering.headingIds) return undefined;
  const words = rendering.index.headingWords().values();
  return Array.from(words).includes(fragment) ? `h.${fragment}` : undefined;
}

/**
 * What stands in the place of a picture: the picture with its address and size, a link to it where it lies on
 * another site, or its alternative text.
 *
 * @param element - An `img` whose `src` is as typed.
 * @param pass - The call that it is rendered in.
 * @param inLink - Whether it stands inside a link, which cannot hold another one.
 */
export function settlePicture(element: Element, pass: Pass, inLink: boolean): readonly ElementContent[] {
  const { rendering, marks } = pass;
  const { src, alt, title } = element.properties;
  const typed = typeof src === "string" ? src : "";
  const words = typeof alt === "string" ? alt : "";
  const span = hastSpan(element, rendering);
  const text: ElementContent = { type: "text", value: words };
  const address = readAddress(typed, rendering.file, rendering.page);
  if (words.trim() === "" && address.kind !== "empty") report(rendering, "missing-alt", span, { src: typed });
  switch (address.kind) {
    case "empty":
      report(rendering, "empty-link", span, { words });
      return [text];
    case "outside":
      report(rendering, "link-outside", span, { typed });
      return [text];
    case "scheme":
      report(rendering, "link-scheme", span, { typed, scheme: address.scheme });
      return [text];
    case "foreign": {
      report(rendering, "foreign-picture", span, { src: typed });
      if (inLink || !address.web) return [text];
      const shown: ElementContent = { type: "text", value: words.trim() === "" ? address.url : words };
      return [
        {
          type: "element",
          tagName: "a",
          properties: { href: address.url, rel: ["external"] },
          children: [shown],
        },
      ];
    }
    case "inside": {
      const { target, suffix, fragment } = address;
      const size = target.to === "file" ? rendering.pictureOf(target.file) : undefined;
      rendering.links.push({ file: rendering.file, span, typed, target, fragment });
      element.properties = {
        src: marks.add({ kind: "reference", target, suffix }),
        alt: words,
        title,
        width: size?.width ?? undefined,
        height: size?.height ?? undefined,
        loading: "lazy",
      };
      return [element];
    }
  }
}

/** What a link is called: its text, and the alternative texts of its pictures. */
function wordsOf(node: Parents): string {
  let words = "";
  for (const child of node.children) {
    if (child.type === "text") words += child.value;
    else if (child.type === "element") {
      const { alt } = child.properties;
      words += child.tagName === "img" && typeof alt === "string" ? alt : wordsOf(child);
    }
  }
  return words.trim();
}
