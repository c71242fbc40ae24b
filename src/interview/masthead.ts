import type { FeatureDocument } from "../content/document.js";
import type { Slugger } from "../content/slug.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parseMarkdownValue } from "../markdown/parse-markdown.js";
import { plainText } from "../markdown/plain-text.js";
import { createRenderer } from "../markdown/render-blocks.js";
import type { Masthead, PrintSource } from "../model/feature.js";
import type { Appearance } from "../model/guest.js";
import type { TypedLink } from "../model/interview.js";
import { emptyRichText, type RichText } from "../model/rich-text.js";
import type { Figures } from "./figures.js";
import type { SharedByTexts } from "./interview-text.js";
import { mediaTypeOf } from "./media-type.js";

/** What a masthead is made from, beside the front matter. */
export interface MastheadParts {
  readonly guests: readonly Appearance[];
  readonly figures: Figures;
  readonly shared: SharedByTexts;
  readonly slugger: Slugger;
  /** The text before the first section, where it is the standfirst; it stands back behind the front matter's. */
  readonly standfirst: RichText;
  /** The words that the text starts with, for a summary where there is no standfirst. */
  readonly opening: string;
}

/** Resolve what the front matter of a feature says: its texts rendered, its pictures found. */
export function readMasthead(
  document: FeatureDocument,
  parts: MastheadParts,
): { masthead: Masthead; links: readonly TypedLink[]; diagnostics: readonly Diagnostic[] } {
  const { value } = document.front;
  const texts = new FrontTexts(document, parts.shared);
  const standfirst = texts.render(value.standfirst, ["standfirst"]);
  const { custom } = value;
  const masthead: Masthead = {
    title: value.title,
    kicker: value.kicker ?? null,
    standfirst: value.standfirst === undefined ? parts.standfirst : standfirst.html,
    summary: standfirst.words || startOf(parts.opening),
    date: value.date,
    updated: value.updated ?? null,
    guests: parts.guests.map(({ id, name, role, affiliation, portrait, label }) => {
      return { id, name, role, affiliation, portrait, label };
    }),
    interviewers: value.interviewers.map(({ name }, index) => {
      return { kind: "interviewer", id: index === 0 ? "interviewer" : `interviewer-${index + 1}`, name };
    }),
    topics: value.topics,
    series: value.series
      ? {
          id: parts.slugger.ofTitle(value.series.name),
          name: value.series.name,
          part: value.series.part ?? null,
        }
      : null,
    cover: parts.figures.ofFront("cover"),
    facsimile: parts.figures.ofFront("facsimile"),
    source: sourceOf(value.source),
    credits: value.credits,
    edited: texts.render(value.edited, ["edited"]).html,
    recording: value.recording
      ? {
          src: value.recording.src,
          type: value.recording.type ?? mediaTypeOf(value.recording.src),
          duration: value.recording.duration ?? null,
        }
      : null,
    corrections: value.corrections.map(({ date, text }, index) => {
      return { date, text: texts.render(text, ["corrections", index, "text"]).html };
    }),
    custom,
  };
  return { masthead, links: texts.links, diagnostics: texts.diagnostics };
}

/** Renders the Markdown of front-matter values. */
class FrontTexts {
  readonly links: TypedLink[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: FeatureDocument;
  readonly #shared: SharedByTexts;

  constructor(document: FeatureDocument, shared: SharedByTexts) {
    this.#document = document;
    this.#shared = shared;
  }

  render(value: string | undefined, path: readonly (string | number)[]): { html: RichText; words: string } {
    if (value === undefined) return { html: emptyRichText, words: "" };
    const { source, front, file } = this.#document;
    const tree = parseMarkdownValue(value, source, front.spanOf(path), this.#shared.parser);
    const renderer = createRenderer({ file, tree, ...this.#shared });
    const html = renderer.blocks(tree.root.children);
    this.links.push(...renderer.links);
    this.diagnostics.push(...renderer.diagnostics);
    return { html, words: plainText(tree.root.children).replaceAll("\n", " ") };
  }
}

function sourceOf(source: FeatureDocument["front"]["value"]["source"]): PrintSource | null {
  if (!source) return null;
  const { name, url = null, edition = null, page = null, date = null } = source;
  return { name, url, edition, page, date };
}

/** About as much as a search engine shows, cut behind a sentence or a word. */
function startOf(words: string): string {
  const text = words.replace(/\s+/gu, " ").trim();
  if (text.length <= 160) return text;
  const head = text.slice(0, 160);
  const sentence = /^.*[。！？!?.]/u.exec(head)?.[0] ?? "";
  if (sentence.length > 60) return sentence;
  const word = /\s/u.test(head) ? head.slice(0, head.lastIndexOf(" ")) : head;
  // Half a pair of surrogates is no character.
  return `${word.replace(/[\ud800-\udbff]$/u, "")}…`;
}
